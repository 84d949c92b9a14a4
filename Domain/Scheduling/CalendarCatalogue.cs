using NodaTime;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Scheduling;

/// <summary>All loaded calendars by the name that programmes and organisations use: <c>shropshire</c> for all its school years.</summary>
public sealed class CalendarCatalogue
{
    private readonly IReadOnlyDictionary<string, LoadedCalendar> _calendars;
    private readonly IReadOnlyDictionary<BankHolidayDivision, BankHolidays> _holidays;
    private readonly IReadOnlyList<CalendarChange> _changes;

    internal CalendarCatalogue(
        IReadOnlyDictionary<string, LoadedCalendar> calendars, IReadOnlyDictionary<BankHolidayDivision, BankHolidays> holidays,
        IReadOnlyList<CalendarChange>? changes = null)
    {
        _calendars = calendars;
        _holidays = holidays;
        _changes = changes ?? [];
    }

    /// <summary>Names of all calendars, in order.</summary>
    public IReadOnlyList<string> Names => [.. _calendars.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Where the calendars are that come with the product.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "Scheduling", "Calendars");

    /// <summary>Reads every <c>*.json</c> of a folder: term calendars and bank holidays.</summary>
    public static CalendarLoad Load(string folder)
    {
        var files = DefinitionFolder.Read(folder, "term calendar", out var problems);
        return new CalendarFileReader(problems).Read(files);
    }

    public static CalendarLoad From(IEnumerable<DefinitionSource> sources) => new CalendarFileReader([]).Read(sources);

    /// <summary>The same calendars with closures and bank holidays that were added since.</summary>
    public CalendarCatalogue With(IReadOnlyList<CalendarChange> changes) =>
        changes.Count == 0 ? this : new(_calendars, _holidays, [.. _changes, .. changes]);

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
        var calendar = loaded.Division is { } division ? loaded.Under(HolidaysOf(division)) : loaded.Under(ofProgramme);
        return _changes.Where(change => change.CalendarRef == name)
            .Aggregate(calendar, (so, change) => so.With(new Closure(change.Name, new DateInterval(change.From, change.Until))));
    }

    private BankHolidays HolidaysOf(BankHolidayDivision division)
    {
        if (division == BankHolidayDivision.None) return BankHolidays.None;
        var known = _holidays.GetValueOrDefault(division, BankHolidays.NotLoaded);
        return _changes.Where(change => change.Division == division)
            .SelectMany(change => new DateInterval(change.From, change.Until).Select(day => (day, change.Name)))
            .Aggregate(known, (so, holiday) => so.With(holiday.day, holiday.Name));
    }
}

/// <summary>What came of reading calendars.</summary>
public abstract record CalendarLoad
{
    private CalendarLoad()
    {
    }

    public sealed record Loaded(CalendarCatalogue Catalogue) : CalendarLoad;

    /// <summary>Everything that is wrong, in all files.</summary>
    public sealed record Refused(IReadOnlyList<DefinitionProblem> Problems) : CalendarLoad;

    /// <summary>The catalogue, for a start that must not go on without it.</summary>
    /// <exception cref="InvalidDefinitionsException">Something is wrong in a file; the message has a sentence for each problem.</exception>
    public CalendarCatalogue OrThrow() => this switch
    {
        Loaded loaded => loaded.Catalogue,
        Refused refused => throw new InvalidDefinitionsException(refused.Problems),
        _ => throw new InvalidOperationException(),
    };
}
