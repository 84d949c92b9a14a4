using System.Globalization;
using NodaTime;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Scheduling;

/// <summary>One school year of one calendar, as read.</summary>
internal sealed record CalendarYear(
    string File, string Id, string Name, int SchoolYear, IReadOnlyList<Term> Terms, IReadOnlyList<Closure> Closures,
    IReadOnlyList<LocalDate> InServiceDays, BankHolidayDivision? Division);

/// <summary>All years of one calendar, joined.</summary>
/// <param name="Division">Null: the calendar names none, so that the programme's counts.</param>
internal sealed record LoadedCalendar(
    string Id, IReadOnlyList<Term> Terms, IReadOnlyList<Closure> Closures, IReadOnlySet<LocalDate> InServiceDays, BankHolidayDivision? Division)
{
    public SchoolCalendar Under(BankHolidays holidays) => new(Id, Terms, Closures, InServiceDays, holidays);
}

internal static class CalendarSeries
{
    // The longest published break is a summer of seven weeks; more than this between two terms means that one was forgotten.
    private const int LongestBreakDays = 70;

    /// <summary>Joins the school years of each calendar; a missing year or term is a fault, for its dates would pass as holidays.</summary>
    public static Dictionary<string, LoadedCalendar> Join(IEnumerable<CalendarYear> years, List<CalendarFault> faults)
    {
        Dictionary<string, LoadedCalendar> calendars = new(StringComparer.Ordinal);
        foreach (var series in years.GroupBy(y => y.Name, StringComparer.Ordinal))
        {
            var inOrder = series.OrderBy(y => y.SchoolYear).ToList();
            var before = faults.Count;
            CheckYears(inOrder, faults);
            CheckTerms(inOrder, faults);
            if (faults.Count > before) continue;

            calendars[series.Key] = new LoadedCalendar(
                series.Key,
                [.. inOrder.SelectMany(y => y.Terms)],
                [.. inOrder.SelectMany(y => y.Closures)],
                inOrder.SelectMany(y => y.InServiceDays).ToHashSet(),
                inOrder[^1].Division);
        }

        return calendars;
    }

    private static void CheckYears(List<CalendarYear> years, List<CalendarFault> faults)
    {
        foreach (var (earlier, later) in years.Zip(years.Skip(1)))
        {
            if (later.SchoolYear == earlier.SchoolYear)
                faults.Add(new(later.File, later.Id, "this school year is listed twice."));
            else if (later.SchoolYear != earlier.SchoolYear + 1)
                faults.Add(new(later.File, later.Id, $"a school year is missing between '{earlier.Id}' and this one."));
            else if (later.Division != earlier.Division)
                faults.Add(new(later.File, later.Id, $"its bank holiday division is not that of '{earlier.Id}'."));
        }
    }

    private static void CheckTerms(List<CalendarYear> years, List<CalendarFault> faults)
    {
        var terms = years.SelectMany(y => y.Terms.Select(t => (Year: y, Term: t))).ToList();
        foreach (var ((_, earlier), (year, later)) in terms.Zip(terms.Skip(1)))
        {
            var days = Period.DaysBetween(earlier.Dates.End, later.Dates.Start);
            if (days <= 0)
                faults.Add(new(year.File, year.Id, $"'{later.Name}' starts on {later.Dates.Start:uuuu-MM-dd}, before '{earlier.Name}' is over on {earlier.Dates.End:uuuu-MM-dd}."));
            else if (days > LongestBreakDays)
                faults.Add(new(year.File, year.Id, $"there are {days} days without a term between '{earlier.Name}' and '{later.Name}'; is one missing?"));
        }
    }
}

internal static class SchoolYear
{
    /// <summary>The year in which a school year such as <c>2026-27</c> or <c>2026</c> begins; null when it is not one.</summary>
    public static int? Parse(string? text)
    {
        if (text is not { Length: 4 or 7 } || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var first))
            return null;
        var expected = text.Length == 4 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{(first + 1) % 100:00}");
        return text[4..] == expected ? first : null;
    }
}
