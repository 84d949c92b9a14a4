using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>"At least once a term": counted by the terms of the calendar that applies, be they three, four or six a year.</summary>
public static class TermCoverage
{
    /// <summary>Terms that overlap the dates of a cycle and hold fewer meetings than the least.</summary>
    public static IReadOnlyList<Term> TermsBelow(int least, SchoolCalendar calendar, DateInterval cycle, IEnumerable<LocalDate> meetings)
    {
        var dates = meetings.ToList();
        return [.. calendar.Terms.Where(t => t.Dates.Intersection(cycle) is not null && dates.Count(t.Dates.Contains) < least)];
    }
}
