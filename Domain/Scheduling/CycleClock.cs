using NodaTime;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Scheduling;

/// <summary>When a cycle ends.</summary>
public static class CycleClock
{
    /// <summary>The last day of the cycle; null when it has no end, or its clock has not started.</summary>
    /// <remarks>Calendar months, cut to the end of the month: six months from 31 August end on 28 or 29 February.</remarks>
    public static LocalDate? LastDate(CycleRules rules, CycleSoFar cycle, DateTimeZone zone) =>
        LastDate(rules, cycle, cycle.Meetings, zone);

    /// <summary>The last day of the cycle on which all can meet; null when the cycle has no end yet, or no day is left.</summary>
    public static LocalDate? LastBookableDate(SessionRules rules, MeetingPlan plan, Instant now) =>
        rules.LastDate(plan) is { } last ? rules.LastOpenDate(plan, last, now) : null;

    internal static LocalDate? LastDate(CycleRules rules, CycleSoFar cycle, IEnumerable<CountedMeeting> meetings, DateTimeZone zone)
    {
        if (cycle.Extension is { } extension) return extension.EndsOn;
        if (rules.Limits.Months is not { } months) return null;

        // Until the first meeting is held, the booked one starts the clock, and moving it moves the end.
        var start = rules.ClockStarts == ClockStarts.FirstMeeting ? FirstDay(meetings, zone) : cycle.ClockStart;
        return start?.PlusMonths(months.Value);
    }

    private static LocalDate? FirstDay(IEnumerable<CountedMeeting> meetings, DateTimeZone zone) =>
        meetings.MinBy(m => m.Start) is { } first ? first.Start.InZone(zone).Date : null;
}
