using System.Globalization;
using NodaTime;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Scheduling;

/// <summary>One school year of one calendar, as read.</summary>
internal sealed record CalendarYear(
    string File, string Path, string Id, string Name, int SchoolYear, IReadOnlyList<Term> Terms, IReadOnlyList<Closure> Closures,
    IReadOnlyList<LocalDate> InServiceDays, BankHolidayDivision? Division);

/// <summary>All years of one calendar, joined.</summary>
/// <param name="Division">Null: the calendar names none, so that the programme's counts.</param>
internal sealed record LoadedCalendar(
    string Id, IReadOnlyList<Term> Terms, IReadOnlyList<Closure> Closures, IReadOnlySet<LocalDate> InServiceDays,
    BankHolidayDivision? Division)
{
    public SchoolCalendar Under(BankHolidays holidays) => new(Id, Terms, Closures, InServiceDays, holidays);
}

internal static class CalendarSeries
{
    // The longest published break is a summer of seven weeks; more than this between two terms means that one was forgotten.
    private const int LongestBreakDays = 70;

    /// <summary>Joins the school years of each calendar; a missing year or term is a fault, for its dates would pass as holidays.</summary>
    public static Dictionary<string, LoadedCalendar> Join(IEnumerable<CalendarYear> years, List<DefinitionProblem> problems)
    {
        Dictionary<string, LoadedCalendar> calendars = new(StringComparer.Ordinal);
        foreach (var series in years.GroupBy(y => y.Name, StringComparer.Ordinal))
        {
            var inOrder = series.OrderBy(y => y.SchoolYear).ToList();
            var before = problems.Count;
            CheckYears(inOrder, problems);
            CheckTerms(inOrder, problems);
            if (problems.Count > before) continue;

            calendars[series.Key] = new LoadedCalendar(
                series.Key,
                [.. inOrder.SelectMany(y => y.Terms)],
                [.. inOrder.SelectMany(y => y.Closures)],
                inOrder.SelectMany(y => y.InServiceDays).ToHashSet(),
                inOrder[^1].Division);
        }

        return calendars;
    }

    private static void CheckYears(List<CalendarYear> years, List<DefinitionProblem> problems)
    {
        foreach (var (earlier, later) in years.Zip(years.Skip(1)))
        {
            if (later.SchoolYear == earlier.SchoolYear)
                problems.Add(new(later.File, $"{later.Path}.id", $"an id of its own, but '{later.Id}' is listed twice"));
            else if (later.SchoolYear != earlier.SchoolYear + 1)
            {
                problems.Add(new(
                    later.File, $"{later.Path}.schoolYear", $"the year after '{earlier.Id}', but one is missing before '{later.Id}'"));
            }
            else if (later.Division != earlier.Division)
                problems.Add(new(later.File, $"{later.Path}.bankHolidayDivision", $"the division of '{earlier.Id}'"));
        }
    }

    private static void CheckTerms(List<CalendarYear> years, List<DefinitionProblem> problems)
    {
        var terms = years.SelectMany(y => y.Terms.Select(t => (Year: y, Term: t))).ToList();
        foreach (var ((_, earlier), (year, later)) in terms.Zip(terms.Skip(1)))
        {
            var days = Period.DaysBetween(earlier.Dates.End, later.Dates.Start);
            if (days <= 0)
            {
                problems.Add(new(
                    year.File, $"{year.Path}.terms",
                    $"'{later.Name}' of '{year.Id}' to start after '{earlier.Name}' is over on {earlier.Dates.End:uuuu-MM-dd}, " +
                    $"found {later.Dates.Start:uuuu-MM-dd}"));
            }
            else if (days > LongestBreakDays)
            {
                problems.Add(new(
                    year.File, $"{year.Path}.terms",
                    $"at most {LongestBreakDays} days without a term, " +
                    $"but '{earlier.Name}' and '{later.Name}' of '{year.Id}' are {days} days apart"));
            }
        }
    }
}

internal static class SchoolYear
{
    /// <summary>The year in which a school year such as <c>2026-27</c> or <c>2026</c> begins; null when it is not one.</summary>
    public static int? Parse(string? text)
    {
        if (text is not { Length: 4 or 7 }) return null;
        if (!int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var first)) return null;
        var expected = text.Length == 4 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{(first + 1) % 100:00}");
        return text[4..] == expected ? first : null;
    }
}
