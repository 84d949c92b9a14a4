using System.Globalization;
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

    /// <param name="remarks">What was left out, a sentence each: a busy time that ends before it starts takes no time.</param>
    /// <exception cref="FormatException">The file is not a case; the message names the place.</exception>
    public static SlotSearch Read(string path, out IReadOnlyList<string> remarks)
    {
        using var file = File.OpenRead(path);
        return Read(file, out remarks);
    }

    /// <inheritdoc cref="Read(string, out IReadOnlyList{string})"/>
    public static SlotSearch Read(Stream json, out IReadOnlyList<string> remarks)
    {
        try
        {
            var found = new List<string>();
            remarks = found;
            return JsonSerializer.Deserialize<SlotsCase>(json, Json)?.ToSearch(found) ?? throw new FormatException("The file holds no case.");
        }
        catch (JsonException reason)
        {
            throw new FormatException(reason.Message, reason);
        }
    }

    private SlotSearch ToSearch(List<string> remarks)
    {
        if (Minutes < 1) throw new FormatException($"minutes: 1 or more, found {Minutes}.");
        if (StepMinutes < 1) throw new FormatException($"stepMinutes: 1 or more, found {StepMinutes}.");
        var (from, to) = (InstantAt("from", From), InstantAt("to", To));
        if (to < from) throw new FormatException($"to: {To} is before from, {From}.");
        return new SlotSearch(
            new Interval(from, to), Minutes, StepMinutes, ZoneAt("zone", Zone),
            [.. People.Select((person, i) => ToPerson(person, $"people[{i}]", remarks))],
            [.. (Closures ?? []).Select((closure, i) => ToClosure(closure, $"closures[{i}]"))]);
    }

    private static SlotPerson ToPerson(Attendee person, string at, List<string> remarks)
    {
        List<Interval> busy = [];
        foreach (var (ends, i) in (person.Busy ?? []).Select((ends, i) => (ends, i)))
        {
            var (start, end) = (InstantAt($"{at}.busy[{i}][0]", Both(ends, $"{at}.busy[{i}]")[0]), InstantAt($"{at}.busy[{i}][1]", ends[1]));
            if (start <= end) busy.Add(new Interval(start, end));
            else remarks.Add($"{at}.busy[{i}]: ends before it starts ({ends[0]}, {ends[1]}), so it takes no time.");
        }

        return new SlotPerson(ZoneAt($"{at}.zone", person.Zone), [.. person.Hours.Select((hours, i) => ToHours(hours, $"{at}.hours[{i}]"))], busy);
    }

    private static WeeklyHours ToHours(Hours hours, string at)
    {
        foreach (var day in hours.Days.Where(day => day is < 1 or > 7)) throw new FormatException($"{at}.days: 1 for Monday to 7, found {day}.");
        return new WeeklyHours(hours.Days.Select(day => (IsoDayOfWeek)day).ToHashSet(), TimeAt($"{at}.start", hours.Start), TimeAt($"{at}.end", hours.End));
    }

    private static DateInterval ToClosure(IReadOnlyList<string> dates, string at)
    {
        var (first, last) = (DateAt($"{at}[0]", Both(dates, at)[0]), DateAt($"{at}[1]", dates[1]));
        return first <= last ? new DateInterval(first, last) : throw new FormatException($"{at}: its last date {dates[1]} is before its first, {dates[0]}.");
    }

    private static IReadOnlyList<string> Both(IReadOnlyList<string> ends, string at) =>
        ends.Count == 2 ? ends : throw new FormatException($"{at}: two values, found {ends.Count.ToString(CultureInfo.InvariantCulture)}.");

    private static DateTimeZone ZoneAt(string at, string name) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) ?? throw new FormatException($"{at}: there is no time zone '{name}'.");

    private static Instant InstantAt(string at, string text) => ValueAt(at, text, InstantPattern.ExtendedIso, "an instant such as 2026-11-23T08:30:00Z");

    private static LocalDate DateAt(string at, string text) => ValueAt(at, text, LocalDatePattern.Iso, "a date such as 2026-11-23");

    // The end of a day is the next midnight, which a search says as 00:00.
    private static LocalTime TimeAt(string at, string text) => text == "24:00"
        ? LocalTime.Midnight
        : ValueAt(at, text.Length == 5 ? text + ":00" : text, LocalTimePattern.GeneralIso, "a time such as 08:30");

    private static T ValueAt<T>(string at, string text, IPattern<T> pattern, string expected) =>
        pattern.Parse(text) is { Success: true, Value: var value } ? value : throw new FormatException($"{at}: {expected}, found '{text}'.");
}
