using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Benchmarks.Slots;

/// <summary>The file of a case, as it is written.</summary>
/// <param name="Closures">First and last date.</param>
internal sealed record SlotsCase(
    string From, string To, int Minutes, int StepMinutes, string Zone, IReadOnlyList<SlotsCase.Attendee> People,
    IReadOnlyList<IReadOnlyList<string>>? Closures)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <param name="Busy">Start and end.</param>
    internal sealed record Attendee(string Zone, IReadOnlyList<Hours> Hours, IReadOnlyList<IReadOnlyList<string>>? Busy);

    /// <param name="Days">From 1, Monday.</param>
    internal sealed record Hours(IReadOnlyList<int> Days, string Start, string End);

    /// <exception cref="FormatException">The file is not a case.</exception>
    public static SlotSearch Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<SlotsCase>(file, Json)?.ToSearch() ?? throw new FormatException("The file holds no case.");
        }
        catch (Exception reason) when (reason is JsonException or UnparsableValueException or ArgumentException
            or NodaTime.TimeZones.DateTimeZoneNotFoundException)
        {
            throw new FormatException(reason.Message, reason);
        }
    }

    private SlotSearch ToSearch() => new(
        Between([From, To]), Minutes, StepMinutes, DateTimeZoneProviders.Tzdb[Zone], [.. People.Select(ToPerson)],
        [.. (Closures ?? []).Select(closure => new DateInterval(Date(closure[0]), Date(closure[1])))]);

    private static SlotPerson ToPerson(Attendee person) => new(
        DateTimeZoneProviders.Tzdb[person.Zone],
        [.. person.Hours.Select(hours => new WeeklyHours(hours.Days.Select(day => (IsoDayOfWeek)day).ToHashSet(), Time(hours.Start), Time(hours.End)))],
        [.. (person.Busy ?? []).Select(Between)]);

    private static Interval Between(IReadOnlyList<string> ends) =>
        new(InstantPattern.ExtendedIso.Parse(ends[0]).Value, InstantPattern.ExtendedIso.Parse(ends[1]).Value);

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    // The end of a day is the next midnight, which a search says as 00:00.
    private static LocalTime Time(string text) =>
        text == "24:00" ? LocalTime.Midnight : LocalTimePattern.GeneralIso.Parse(text.Length == 5 ? text + ":00" : text).Value;
}
