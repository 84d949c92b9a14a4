using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Scheduling;

/// <summary>Turns calendar files into a catalogue, or into the list of everything that is wrong with them.</summary>
internal sealed class CalendarFileReader(List<DefinitionProblem> problems)
{
    private static readonly Dictionary<string, BankHolidayDivision> DivisionNames = new(StringComparer.Ordinal)
    {
        ["england-and-wales"] = BankHolidayDivision.EnglandAndWales,
        ["scotland"] = BankHolidayDivision.Scotland,
        ["northern-ireland"] = BankHolidayDivision.NorthernIreland,
    };

    private static readonly string AnyDivision = $"one of {string.Join(", ", DivisionNames.Keys)}";

    private readonly List<CalendarYear> _years = [];
    private readonly List<(string File, string Name, string Means)> _standIns = [];
    private readonly Dictionary<BankHolidayDivision, BankHolidays> _holidays = [];
    private string _file = "";

    public CalendarLoad Read(IEnumerable<DefinitionSource> files)
    {
        foreach (var file in files) ReadFile(file);

        var calendars = CalendarSeries.Join(_years, problems);
        foreach (var (file, name, means) in _standIns)
        {
            if (!calendars.TryGetValue(means, out var calendar))
                problems.Add(new(file, $"$.standIns.{name}", $"the name of a calendar, found '{means}'"));
            else if (!calendars.TryAdd(name, calendar))
                problems.Add(new(file, $"$.standIns.{name}", "a name that no calendar has"));
        }

        foreach (var year in _years.Where(y => y.Division is { } d && !_holidays.ContainsKey(d)))
            problems.Add(new(year.File, year.Path, $"a division whose bank holidays some file lists, for '{year.Id}'"));

        return problems.Count > 0 ? new CalendarLoad.Refused(problems) : new CalendarLoad.Loaded(new(calendars, _holidays));
    }

    private void ReadFile(DefinitionSource file)
    {
        _file = file.Name;
        using var json = DefinitionFolder.Parse(file.Name, file.Json, problems);
        if (json is null) return;
        try
        {
            var content = json.Deserialize(CalendarFileJson.Default.CalendarFileContent);
            if (content is not { Calendars: not null } and not { Divisions: not null }) Expect("$", "'calendars' or 'divisions'");

            foreach (var (name, means) in content?.StandIns ?? []) _standIns.Add((_file, name, means));
            foreach (var (entry, at) in Numbered(content?.Calendars, "$.calendars")) ReadYear(entry, at);
            foreach (var (name, entries) in content?.Divisions ?? []) ReadDivision(name, entries, $"$.divisions.{name}");
        }
        catch (JsonException e)
        {
            Expect(e.Path ?? "$", "a field that belongs here, with a value of its type");
        }
    }

    private void ReadYear(CalendarYearEntry entry, string at)
    {
        if (entry.Id is not { Length: > 0 } id)
        {
            Expect($"{at}.id", "a name and a school year, such as shropshire-2026-27");
            return;
        }

        if (SchoolYear.Parse(entry.SchoolYear) is not { } schoolYear || !id.EndsWith($"-{entry.SchoolYear}", StringComparison.Ordinal))
        {
            Expect($"{at}.schoolYear", $"a year such as 2026 or 2026-27 that '{id}' ends with, found '{entry.SchoolYear}'");
            return;
        }

        BankHolidayDivision? division = null;
        if (entry.BankHolidayDivision is { } named)
        {
            if (DivisionNames.TryGetValue(named, out var known)) division = known;
            else Expect($"{at}.bankHolidayDivision", $"{AnyDivision}, or null, found '{named}'");
        }

        if (entry.Terms is not { Count: > 0 }) Expect($"{at}.terms", $"at least one term of '{id}'");
        var terms = Spans(entry.Terms, $"{at}.terms").Select(s => new Term(s.Name, s.Dates)).ToList();
        var closures = Spans(entry.Closures, $"{at}.closures").Select(s => new Closure(s.Name, s.Dates)).ToList();
        var inService = InServiceDays(entry.InServiceDays, closures, $"{at}.inServiceDays");
        var name = id[..^(entry.SchoolYear!.Length + 1)];
        if (terms.Count > 0) _years.Add(new CalendarYear(_file, at, id, name, schoolYear, terms, closures, inService, division));
    }

    private IEnumerable<(string Name, DateInterval Dates)> Spans(List<SpanEntry>? entries, string path)
    {
        foreach (var (entry, at) in Numbered(entries, path))
        {
            if (entry.Name is not { Length: > 0 } name) Expect($"{at}.name", "a name");
            else if (Date(entry.First, $"{at}.first") is { } first && Date(entry.Last, $"{at}.last") is { } last)
            {
                if (first <= last) yield return (name, new DateInterval(first, last));
                else Expect($"{at}.last", $"the last day of '{name}', {first:uuuu-MM-dd} or later, found {last:uuuu-MM-dd}");
            }
        }
    }

    private List<LocalDate> InServiceDays(List<string>? entries, List<Closure> closures, string path)
    {
        List<LocalDate> days = [];
        foreach (var (text, at) in Numbered(entries, path))
        {
            if (Date(text, at) is not { } date) continue;
            if (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
                Expect(at, $"a weekday, but {text} is a {date.DayOfWeek}");
            else if (closures.Find(c => c.Dates.Contains(date)) is { } closure)
                Expect(at, $"a day outside the closure '{closure.Name}', found {text}");
            else
                days.Add(date);
        }

        return days;
    }

    private void ReadDivision(string name, List<HolidayEntry>? entries, string path)
    {
        Dictionary<LocalDate, string> titles = [];
        foreach (var (entry, at) in Numbered(entries, path))
        {
            if (Date(entry.Date, $"{at}.date") is not { } date) continue;
            if (entry.Title is not { Length: > 0 } title) Expect($"{at}.title", "a title");
            else if (!titles.TryAdd(date, title)) Expect($"{at}.date", $"a date that is not listed before, found {entry.Date}");
        }

        if (titles.Count == 0) Expect(path, "at least one bank holiday");
        if (!DivisionNames.TryGetValue(name, out var division)) Expect(path, AnyDivision);
        else if (!_holidays.TryAdd(division, BankHolidays.Of(titles))) Expect(path, "a division that no other file lists");

        var years = titles.Keys.Select(d => d.Year).Distinct().Order().ToList();
        if (years.Count > 0 && Enumerable.Range(years[0], years[^1] - years[0] + 1).Except(years).ToList() is { Count: > 0 } missing)
            Expect(path, $"bank holidays of every year, but there is none in {string.Join(", ", missing)}");
    }

    private LocalDate? Date(string? text, string at)
    {
        var parsed = LocalDatePattern.Iso.Parse(text ?? "");
        if (parsed.Success) return parsed.Value;
        Expect(at, $"a date such as 2026-09-01, found {(text is null ? "nothing" : $"'{text}'")}");
        return null;
    }

    private IEnumerable<(T Entry, string At)> Numbered<T>(List<T>? entries, string path)
        where T : class
    {
        for (var i = 0; i < (entries?.Count ?? 0); i++)
        {
            // JSON may hold null where the type says that it cannot.
            if (entries![i] is T entry) yield return (entry, $"{path}[{i}]");
            else Expect($"{path}[{i}]", "an entry, found null");
        }
    }

    private void Expect(string path, string expectation) => problems.Add(new DefinitionProblem(_file, path, expectation));
}
