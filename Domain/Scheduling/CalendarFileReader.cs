using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Scheduling;

/// <summary>Turns calendar files into a catalogue, or into the list of everything that is wrong with them.</summary>
internal sealed class CalendarFileReader
{
    private static readonly Dictionary<string, BankHolidayDivision> DivisionNames = new(StringComparer.Ordinal)
    {
        ["england-and-wales"] = BankHolidayDivision.EnglandAndWales,
        ["scotland"] = BankHolidayDivision.Scotland,
        ["northern-ireland"] = BankHolidayDivision.NorthernIreland,
    };

    private readonly List<CalendarFault> _faults = [];
    private readonly List<CalendarYear> _years = [];
    private readonly List<(string File, string Name, string Means)> _standIns = [];
    private readonly Dictionary<BankHolidayDivision, BankHolidays> _holidays = [];
    private string _file = "";

    public CalendarReading Read(IReadOnlyCollection<CalendarFile> files)
    {
        foreach (var file in files) ReadFile(file);

        var calendars = CalendarSeries.Join(_years, _faults);
        foreach (var (file, name, means) in _standIns)
        {
            if (!calendars.TryGetValue(means, out var calendar)) _faults.Add(new(file, $"standIns.{name}", $"there is no calendar '{means}'."));
            else if (!calendars.TryAdd(name, calendar)) _faults.Add(new(file, $"standIns.{name}", "a calendar has this name already."));
        }

        foreach (var year in _years.Where(y => y.Division is { } d && !_holidays.ContainsKey(d)))
            _faults.Add(new(year.File, year.Id, "no file lists the bank holidays of its division."));

        return _faults.Count > 0 ? new CalendarReading.Faulty(_faults) : new CalendarReading.Loaded(new CalendarCatalogue(calendars, _holidays));
    }

    private void ReadFile(CalendarFile file)
    {
        _file = file.Name;
        try
        {
            var content = JsonSerializer.Deserialize(file.Json, CalendarFileJson.Default.CalendarFileContent);
            if (content is not { Calendars: not null } and not { Divisions: not null })
                Fault("(file)", "expected 'calendars' or 'divisions'.");

            foreach (var (name, means) in content?.StandIns ?? []) _standIns.Add((_file, name, means));
            foreach (var (entry, at) in Numbered(content?.Calendars, "calendars")) ReadYear(entry, at);
            foreach (var (name, entries) in content?.Divisions ?? []) ReadDivision(name, entries);
        }
        catch (JsonException e)
        {
            Fault(e.Path ?? "(file)", "not JSON, or not a member that belongs here, or not of the expected type.");
        }
    }

    private void ReadYear(CalendarYearEntry entry, string at)
    {
        if (entry.Id is not { Length: > 0 } id)
        {
            Fault($"{at}.id", "expected a name and a school year, such as shropshire-2026-27.");
            return;
        }

        if (SchoolYear.Parse(entry.SchoolYear) is not { } schoolYear || !id.EndsWith($"-{entry.SchoolYear}", StringComparison.Ordinal))
        {
            Fault($"{at}.schoolYear", $"expected a year such as 2026 or 2026-27 that '{id}' ends with, found '{entry.SchoolYear}'.");
            return;
        }

        BankHolidayDivision? division = null;
        if (entry.BankHolidayDivision is { } named)
        {
            if (DivisionNames.TryGetValue(named, out var known)) division = known;
            else Fault($"{at}.bankHolidayDivision", $"expected one of {string.Join(", ", DivisionNames.Keys)} or null, found '{named}'.");
        }

        if (entry.Terms is not { Count: > 0 }) Fault($"{at}.terms", $"'{id}' has no term.");
        var terms = Spans(entry.Terms, $"{at}.terms").Select(s => new Term(s.Name, s.Dates)).ToList();
        var closures = Spans(entry.Closures, $"{at}.closures").Select(s => new Closure(s.Name, s.Dates)).ToList();
        var inService = InServiceDays(entry.InServiceDays, closures, $"{at}.inServiceDays");
        var name = id[..^(entry.SchoolYear!.Length + 1)];
        if (terms.Count > 0) _years.Add(new CalendarYear(_file, id, name, schoolYear, terms, closures, inService, division));
    }

    private IEnumerable<(string Name, DateInterval Dates)> Spans(List<SpanEntry>? entries, string path)
    {
        foreach (var (entry, at) in Numbered(entries, path))
        {
            if (entry.Name is not { Length: > 0 } name) Fault($"{at}.name", "expected a name.");
            else if (Date(entry.First, $"{at}.first") is { } first && Date(entry.Last, $"{at}.last") is { } last)
            {
                if (first <= last) yield return (name, new DateInterval(first, last));
                else Fault(at, $"'{name}' ends on {last:uuuu-MM-dd}, before it starts on {first:uuuu-MM-dd}.");
            }
        }
    }

    private List<LocalDate> InServiceDays(List<string>? entries, List<Closure> closures, string path)
    {
        List<LocalDate> days = [];
        foreach (var (text, at) in Numbered(entries, path))
        {
            if (Date(text, at) is not { } date) continue;
            if (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) Fault(at, $"{text} is a {date.DayOfWeek}.");
            else if (closures.Find(c => c.Dates.Contains(date)) is { } closure) Fault(at, $"{text} lies in the closure '{closure.Name}'.");
            else days.Add(date);
        }

        return days;
    }

    private void ReadDivision(string name, List<HolidayEntry> entries)
    {
        Dictionary<LocalDate, string> titles = [];
        foreach (var (entry, at) in Numbered(entries, $"divisions.{name}"))
        {
            if (Date(entry.Date, $"{at}.date") is not { } date) continue;
            if (entry.Title is not { Length: > 0 } title) Fault($"{at}.title", "expected a title.");
            else if (!titles.TryAdd(date, title)) Fault(at, $"{entry.Date} is listed twice.");
        }

        if (titles.Count == 0) Fault($"divisions.{name}", "expected at least one bank holiday.");
        if (!DivisionNames.TryGetValue(name, out var division))
            Fault($"divisions.{name}", $"expected one of {string.Join(", ", DivisionNames.Keys)}.");
        else if (!_holidays.TryAdd(division, BankHolidays.Of(titles)))
            Fault($"divisions.{name}", "another file lists this division already.");

        var years = titles.Keys.Select(d => d.Year).Distinct().Order().ToList();
        if (years.Count > 0 && Enumerable.Range(years[0], years[^1] - years[0] + 1).Except(years).ToList() is { Count: > 0 } missing)
            Fault($"divisions.{name}", $"there is no bank holiday in {string.Join(", ", missing)}.");
    }

    private LocalDate? Date(string? text, string at)
    {
        var parsed = LocalDatePattern.Iso.Parse(text ?? "");
        if (parsed.Success) return parsed.Value;
        Fault(at, $"expected a date such as 2026-09-01, found {(text is null ? "nothing" : $"'{text}'")}.");
        return null;
    }

    private void Fault(string path, string expected) => _faults.Add(new CalendarFault(_file, path, expected));

    private IEnumerable<(T Entry, string At)> Numbered<T>(List<T>? entries, string path)
        where T : class
    {
        for (var i = 0; i < (entries?.Count ?? 0); i++)
        {
            // JSON may hold null where the type says that it cannot.
            if (entries![i] is T entry) yield return (entry, $"{path}[{i}]");
            else Fault($"{path}[{i}]", "expected an entry, found null.");
        }
    }
}
