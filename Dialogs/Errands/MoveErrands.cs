using PeerBot.Domain;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Errands;

/// <summary>Asking the others about another time, and telling how it came out.</summary>
internal sealed class MoveErrands(Turn turn, ErrandPost post)
{
    private readonly IStores stores = turn.Stores;

    public async Task<ErrandOutcome> AskAsync(Errand.AskMove ask) =>
        await StandingAsync(ask.Meeting) is var (meeting, cycle) && meeting.People.Contains(ask.To)
        && ProposeMove.Open(meeting) is { } open && open.Start == ask.Start && !open.HasAnswered(ask.To)
            ? await post.ToAsync(ask.To, cycle, async context => new Show.Card(await MoveTogetherCards.OpenAsync(meeting, cycle, context)))
            : ErrandOutcome.Nothing;

    public async Task<ErrandOutcome> LapseAsync(Errand.LapseMove lapse)
    {
        await new ProposeMove(turn).LapseAsync(lapse.Meeting, lapse.Start, lapse.AnswerBy);
        return ErrandOutcome.Nothing;
    }

    public async Task<ErrandOutcome> TellOffAsync(Errand.TellMoveOff tell) =>
        await StandingAsync(tell.Meeting) is var (meeting, cycle) && meeting.People.Contains(tell.To) && ProposeMove.Open(meeting) is null && meeting.Start != tell.Start
            ? await post.ToAsync(tell.To, cycle, async context => new Show.Card(await MoveTogetherCards.OffAsync(meeting, cycle, tell.Start, tell.Why, context)))
            : ErrandOutcome.Nothing;

    /// <summary>Null when the meeting is not to come any more, or its cycle rests.</summary>
    private async Task<(Meeting Meeting, Cycle Cycle)?> StandingAsync(MeetingId id) =>
        await stores.MeetingAsync(id) is { State: MeetingState.Booked } meeting && meeting.Start > turn.Now
        && await stores.CycleAsync(meeting.Cycle) is { IsOpen: true, Paused: false } cycle
            ? (meeting, cycle)
            : null;
}
