using NodaTime;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

/// <summary>Where the calendar and the meeting meet: a move that was made there, and the meeting's own time in it.</summary>
public sealed partial class BookMeeting
{
    /// <summary>How exact a calendar tells when somebody is busy.</summary>
    private static readonly Duration Grid = Duration.FromMinutes(15);

    /// <summary>
    /// The same meeting where somebody has moved it in the calendar itself. Only the rules count: whoever moved it knows their own day.
    /// </summary>
    /// <param name="meeting">As it stands here.</param>
    public async Task<Booking> TakeOverAsync(Meeting meeting, Cycle cycle, Instant start, int minutes)
    {
        await Diaries.OpenAsync(stores, cycle.People);
        var moved = meeting with { Start = start, Minutes = minutes, Sequence = meeting.Sequence + 1, CheckIns = null, Asked = null, Move = null };
        if (await RefusalOfMoveAsync(moved, cycle) is { } refusal)
        {
            return refusal;
        }

        stores.Save(moved);
        stores.Save(cycle);
        await new FollowMeeting(turn).FollowAsync(cycle, moved);
        return new Booking.Moved(moved);
    }

    /// <summary>The rule against a meeting where somebody has moved it; null: none.</summary>
    public async Task<BrokenRule?> WhyNotAsync(Meeting meeting, Cycle cycle, Instant start, int minutes) =>
        (await RefusalOfMoveAsync(meeting with { Start = start, Minutes = minutes }, cycle))?.Rules[0];

    private async Task<Booking.Refused?> RefusalOfMoveAsync(Meeting moved, Cycle cycle) =>
        Refusal(cycle, await PlanAsync(cycle, moved, lookUpBusy: false), moved.Start);

    /// <summary>
    /// The meeting's own time in a calendar does not stand in its own way when it moves. A calendar may show it in whole quarters of an hour,
    /// or as one with what comes right before or after it.
    /// </summary>
    private static IEnumerable<Interval> Apart(Interval busy, Meeting meeting)
    {
        if (!busy.HasStart || !busy.HasEnd || busy.End <= meeting.Start || busy.Start >= meeting.End)
        {
            return [busy];
        }

        var around = busy.Start <= meeting.Start && busy.End >= meeting.End;
        if (around && meeting.Start - busy.Start < Grid && busy.End - meeting.End < Grid)
        {
            return [];
        }

        return new[] { (From: busy.Start, To: Instant.Min(busy.End, meeting.Start)), (From: Instant.Max(busy.Start, meeting.End), To: busy.End) }
            .Where(part => part.From < part.To).Select(part => new Interval(part.From, part.To));
    }
}
