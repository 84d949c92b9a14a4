using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

/// <summary>
/// Somebody who was supported might train to support others (S1-18). Where whoever looks after a programme finds and trains its supporters they hear
/// of it, and only when the person says so; elsewhere one volunteers.
/// </summary>
public sealed class AskToTrain(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    public static bool IsOffered(Programme programme) => programme.Matching.Model == MatchingModel.FacilitatorAssigns && programme.Training.GatesListing;

    /// <summary>Once, at the first cycle that came to something, and not to somebody who supports already.</summary>
    public async Task<bool> MayOfferAsync(Cycle closed, Programme programme) =>
        IsOffered(programme)
        && await stores.SupporterAsync(closed.Requester, programme.Id) is null or { State: SupporterState.Left }
        && !(await stores.CyclesOfAsync(closed.Requester)).Any(other => other.Id != closed.Id && other.Requester == closed.Requester
            && other.Programme.Id == programme.Id && other is { IsOpen: false, Closed: not CloseReason.NeverMet } && other.ClosedAt < closed.ClosedAt);

    /// <returns>False for somebody who was no such partner.</returns>
    public async Task<bool> SayAsync(PersonId person, CycleId id)
    {
        if (await stores.CycleAsync(id) is not { IsOpen: false } cycle || cycle.Requester != person || !IsOffered(turn.Programme(cycle.Programme)))
        {
            return false;
        }

        await new CoordinatorTasks(turn).OpenAndTellAsync(TaskKind.MightTrain, cycle.Programme.Id, person, $"{cycle.Programme.Id}/{person}");
        return true;
    }
}
