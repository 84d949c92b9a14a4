using NodaTime;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

/// <summary>Where a cycle stands against its limits, counted from its meetings each time and never stored.</summary>
/// <param name="InPersonHeld">Meetings in person that took place.</param>
/// <param name="InPersonCounted">Those and the ones still booked: what a new booking is checked against (S2-18).</param>
/// <param name="FirstDate">Day of the first meeting held or booked, from which the months run; null before one is booked (S2-19).</param>
/// <param name="LastDate">Last day of the cycle; null when it has no end yet.</param>
public sealed record CycleTerms(
    int InPersonHeld, int InPersonCounted, int? InPersonMost, int Counted, LocalDate? FirstDate, LocalDate? LastDate)
{
    public static CycleTerms Of(Programme programme, IReadOnlyList<Meeting> meetings)
    {
        var counting = meetings.Where(meeting => meeting.Counts).ToList();
        var inPerson = counting
            .Where(meeting => meeting.Mode == MeetingMode.InPerson && (!meeting.Initial || programme.Cycle.Limits.InitialCountsIfInPerson)).ToList();
        LocalDate? first = counting.Count == 0 ? null : counting.Min(meeting => meeting.Start).InZone(programme.Zone).Date;
        return new CycleTerms(
            inPerson.Count(meeting => meeting.State == MeetingState.Held), inPerson.Count, programme.Cycle.Limits.InPersonMeetings?.Value,
            counting.Count, first, programme.Cycle.Limits.Months is { } months ? first?.PlusMonths(months.Value) : null);
    }
}
