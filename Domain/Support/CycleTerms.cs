using NodaTime;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

/// <summary>Where a cycle stands against its limits and what was added to them, counted from its meetings each time and never stored.</summary>
/// <param name="InPersonHeld">Meetings in person that took place.</param>
/// <param name="InPersonCounted">Those and the ones still booked: what a new booking is checked against (S2-18).</param>
/// <param name="FirstDate">Day of the first meeting held or booked, from which the months run; null before one is booked (S2-19).</param>
/// <param name="LastDate">Last day of the cycle; null when it has no end yet.</param>
public sealed record CycleTerms(
    int InPersonHeld, int InPersonCounted, int? InPersonMost, int Counted, LocalDate? FirstDate, LocalDate? LastDate)
{
    /// <summary>The last meeting in person that the limit leaves; false where there is no limit.</summary>
    public bool OneInPersonLeft => InPersonMost is { } most && most > 1 && most - InPersonHeld == 1;

    /// <param name="changed">A meeting of this same turn, as it is now; the stores list what stood when the turn began.</param>
    public static CycleTerms Of(Programme programme, Cycle cycle, IEnumerable<Meeting> meetings, Meeting? changed = null) => Of(
        programme, cycle, changed is null ? [.. meetings] : [.. meetings.Where(meeting => meeting.Id != changed.Id), changed]);

    private static CycleTerms Of(Programme programme, Cycle cycle, List<Meeting> meetings)
    {
        var counting = meetings.Where(meeting => meeting.Counts).ToList();
        var inPerson = counting
            .Where(meeting => meeting.Mode == MeetingMode.InPerson && (!meeting.Initial || programme.Cycle.Limits.InitialCountsIfInPerson)).ToList();
        LocalDate? first = counting.Count == 0 ? null : counting.Min(meeting => meeting.Start).InZone(programme.Zone).Date;
        var clock = programme.Cycle.ClockStarts == ClockStarts.Acceptance ? cycle.PairedAt.InZone(programme.Zone).Date : first;
        return new CycleTerms(
            inPerson.Count(meeting => meeting.State == MeetingState.Held), inPerson.Count,
            programme.Cycle.Limits.InPersonMeetings?.Value + (cycle.Extension?.ExtraInPersonMeetings ?? 0), counting.Count, first,
            cycle.Bounds?.EndsOn ?? (programme.Cycle.Limits.Months is { } months ? clock?.PlusMonths(months.Value) : null));
    }
}
