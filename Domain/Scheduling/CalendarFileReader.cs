using System.Globalization;
using System.Text.Json;
using NodaTime;
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
        if (json.RootElement.ValueKind != JsonValueKind.Object)
        {
            Expect("$", "an object with 'calendars' or 'divisions'");
            return;
        }

        var root = new CalendarNode(json.RootElement, "$", Expect);
        root.Only("schema", "source", "standIns", "calendars", "divisions");
        if (!root.Has("calendars") && !root.Has("divisions")) Expect("$", "an object with 'calendars' or 'divisions'");
        foreach (var (name, means) in root.Object("standIns")?.Fields(JsonValueKind.String) ?? [])
            _standIns.Add((_file, name, means.Value));
        foreach (var year in root.List("calendars", JsonValueKind.Object)) ReadYear(year);
        foreach (var (name, list) in root.Object("divisions")?.Fields(JsonValueKind.Array) ?? []) ReadDivision(name, list);
    }

    private void ReadYear(CalendarNode year)
    {
        year.Only(
            "id", "jurisdiction", "authority", "schoolYear", "verified", "source", "terms", "closures", "inServiceDays",
            "bankHolidayDivision", "notes", "weekdaysOpen");
        if (year.Text("id") is not { Length: > 0 } id)
        {
            Expect($"{year.Path}.id", "a name and a school year, such as shropshire-2026-27");
            return;
        }

        var written = year.Text("schoolYear");
        if (SchoolYear.Parse(written) is not { } schoolYear || !id.EndsWith($"-{written}", StringComparison.Ordinal))
        {
            Expect($"{year.Path}.schoolYear", $"a year such as 2026 or 2026-27 that '{id}' ends with, found '{written}'");
            return;
        }

        var terms = Stretches(year, "terms").Select(s => new Term(s.Name, s.Dates)).ToList();
        var closures = Stretches(year, "closures").Select(s => new Closure(s.Name, s.Dates)).ToList();
        var inService = InServiceDays(year, closures);
        var division = Division(year);
        var name = id[..^(written!.Length + 1)];
        if (terms.Count == 0) Expect($"{year.Path}.terms", $"at least one term of '{id}'");
        else _years.Add(new(_file, year.Path, id, name, schoolYear, terms, closures, inService, division));
    }

    private BankHolidayDivision? Division(CalendarNode year)
    {
        if (year.Text("bankHolidayDivision") is not { } named) return null;
        if (DivisionNames.TryGetValue(named, out var division)) return division;
        Expect($"{year.Path}.bankHolidayDivision", $"{AnyDivision}, or null, found '{named}'");
        return null;
    }

    private IEnumerable<(string Name, DateInterval Dates)> Stretches(CalendarNode year, string field)
    {
        foreach (var entry in year.List(field, JsonValueKind.Object))
        {
            entry.Only("name", "first", "last");
            if (entry.Text("name") is not { Length: > 0 } name) Expect($"{entry.Path}.name", "a name");
            else if (Date(entry, "first") is { } first && Date(entry, "last") is { } last)
            {
                if (first <= last) yield return (name, new DateInterval(first, last));
                else Expect($"{entry.Path}.last", $"the last day of '{name}', {first:uuuu-MM-dd} or later, found {last:uuuu-MM-dd}");
            }
        }
    }

    private List<LocalDate> InServiceDays(CalendarNode year, List<Closure> closures)
    {
        List<LocalDate> days = [];
        foreach (var entry in year.List("inServiceDays", JsonValueKind.String))
        {
            if (Date(entry.Value, entry.Path) is not { } date) continue;
            if (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
                Expect(entry.Path, $"a weekday, but {entry.Value} is a {date.DayOfWeek}");
            else if (closures.Find(c => c.Dates.Contains(date)) is { } closure)
                Expect(entry.Path, $"a day outside the closure '{closure.Name}', found {entry.Value}");
            else
                days.Add(date);
        }

        return days;
    }

    private void ReadDivision(string name, CalendarNode list)
    {
        Dictionary<LocalDate, string> titles = [];
        foreach (var entry in list.Entries(JsonValueKind.Object))
        {
            entry.Only("date", "title", "substitute", "basis");
            if (Date(entry, "date") is not { } date) continue;
            if (entry.Text("title") is not { Length: > 0 } title) Expect($"{entry.Path}.title", "a title");
            else if (!titles.TryAdd(date, title)) Expect($"{entry.Path}.date", $"a date not listed before, found {date:uuuu-MM-dd}");
        }

        if (titles.Count == 0) Expect(list.Path, "at least one bank holiday");
        if (!DivisionNames.TryGetValue(name, out var division)) Expect(list.Path, AnyDivision);
        else if (!_holidays.TryAdd(division, BankHolidays.Of(titles))) Expect(list.Path, "a division that no other file lists");

        var years = titles.Keys.Select(d => d.Year).Distinct().Order().ToList();
        foreach (var (earlier, later) in years.Zip(years.Skip(1)).Where(pair => pair.Second > pair.First + 1))
            Expect(list.Path, $"bank holidays of every year, but there are none between {earlier} and {later}");
    }

    private LocalDate? Date(CalendarNode entry, string field) => Date(entry.Text(field), $"{entry.Path}.{field}");

    private LocalDate? Date(string? text, string at)
    {
        // Not by a NodaTime pattern: making one costs more at start than reading both files.
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return LocalDate.FromDateOnly(date);
        Expect(at, $"a date such as 2026-09-01, found {(text is null ? "nothing" : $"'{text}'")}");
        return null;
    }

    private void Expect(string path, string expectation) => problems.Add(new DefinitionProblem(_file, path, expectation));
}
