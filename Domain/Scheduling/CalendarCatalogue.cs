using System.Collections.Frozen;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Scheduling;

/// <summary>All loaded calendars by the name that programmes and organisations use, such as <c>shropshire</c> for all its school years.</summary>
public sealed class CalendarCatalogue
{
    private readonly FrozenDictionary<string, LoadedCalendar> _calendars;
    private readonly FrozenDictionary<BankHolidayDivision, BankHolidays> _holidays;

    internal CalendarCatalogue(
        IReadOnlyDictionary<string, LoadedCalendar> calendars, IReadOnlyDictionary<BankHolidayDivision, BankHolidays> holidays)
    {
        _calendars = calendars.ToFrozenDictionary(StringComparer.Ordinal);
        _holidays = holidays.ToFrozenDictionary();
    }

    /// <summary>Reads term calendars and bank holidays; all faults of all files are found at once.</summary>
    public static CalendarReading Read(IReadOnlyCollection<CalendarFile> files) => new CalendarFileReader().Read(files);

    /// <summary>False for a name that nobody has loaded a calendar for; meetings in term time cannot be booked under it.</summary>
    public bool Knows(string calendarRef) => _calendars.ContainsKey(calendarRef);

    /// <summary>The calendar for people of an organisation: its own where it has one, else the programme's.</summary>
    /// <param name="organisationRef">The organisation's own calendar; null when it follows the programme's.</param>
    /// <returns>Never null: of a name that is not loaded, a calendar that knows no date.</returns>
    public SchoolCalendar For(BoundaryRules rules, string? organisationRef = null)
    {
        var name = organisationRef ?? rules.CalendarRef;
        var ofProgramme = HolidaysOf(rules.BankHolidays.Division);
        if (!_calendars.TryGetValue(name, out var loaded)) return SchoolCalendar.NotLoaded(name, ofProgramme);
        return loaded.Division is { } division ? loaded.Under(HolidaysOf(division)) : loaded.Under(ofProgramme);
    }

    private BankHolidays HolidaysOf(BankHolidayDivision division) =>
        division == BankHolidayDivision.None ? BankHolidays.None : _holidays.GetValueOrDefault(division, BankHolidays.NotLoaded);
}

/// <param name="Name">Named in faults; the file's own name.</param>
public sealed record CalendarFile(string Name, string Json);

public abstract record CalendarReading
{
    private CalendarReading()
    {
    }

    public sealed record Loaded(CalendarCatalogue Catalogue) : CalendarReading;

    public sealed record Faulty(IReadOnlyList<CalendarFault> Faults) : CalendarReading;
}

/// <param name="Path">Where in the file, such as <c>calendars[1].terms[0].first</c>, or the name of the calendar.</param>
/// <param name="Expected">What is wrong and what was expected, one sentence.</param>
public sealed record CalendarFault(string File, string Path, string Expected)
{
    public override string ToString() => $"{File}: {Path}: {Expected}";
}
