using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>What people call half-term: a closure of some days within a term, or the short break between two of six.</summary>
internal static class HalfTerms
{
    // The shortest closure that is more than a long weekend, and the longest break between terms that is less than a holiday.
    private const int LeastDays = 3;
    private const int MostDaysBetweenTerms = 12;
    private const int FarthestDays = 30;

    /// <summary>The school days of the week in which school starts again after the half-term to come; none when the calendar knows of none.</summary>
    public static IReadOnlyList<LocalDate> FirstDaysAfter(SchoolCalendar calendar, LocalDate today)
    {
        if (Ends(calendar).Where(end => end >= today).Order().Select(end => (LocalDate?)end).FirstOrDefault() is not { } last) return [];

        var days = Enumerable.Range(1, FarthestDays).Select(last.PlusDays).Where(d => d.DayOfWeek < IsoDayOfWeek.Saturday && calendar.On(d) is DayKind.SchoolDay).ToList();
        return days.Count == 0 ? [] : [.. days.TakeWhile(d => d < days[0].Next(IsoDayOfWeek.Monday))];
    }

    private static IEnumerable<LocalDate> Ends(SchoolCalendar calendar)
    {
        foreach (var closure in calendar.Closures)
        {
            var inTerm = calendar.Terms.Any(t => t.Dates.Contains(closure.Dates));
            if (inTerm && closure.Dates.Length >= LeastDays) yield return closure.Dates.End;
        }

        foreach (var (earlier, later) in calendar.Terms.Zip(calendar.Terms.Skip(1)))
        {
            if (Period.DaysBetween(earlier.Dates.End, later.Dates.Start) <= MostDaysBetweenTerms) yield return later.Dates.Start.PlusDays(-1);
        }
    }
}
