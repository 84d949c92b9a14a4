using PeerBot.Domain.Matching;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

/// <summary>Going down the list of preferences, one supporter at a time.</summary>
internal sealed class Asking(Turn turn)
{
    /// <summary>Working days in which somebody may still be found, before we ask what was lacking.</summary>
    private const int AskUnmatchedWorkingDays = 20;

    private readonly IStores stores = turn.Stores;
    private readonly CoordinatorTasks tasks = new(turn);

    /// <summary>Asks the next preference who has room and was not asked before; null when nobody is left.</summary>
    public async Task<Ask?> AskNextAsync(SupportRequest request)
    {
        if (await NextAsync(request) is not { } supporter)
        {
            return null;
        }

        var programme = turn.Programme(request.Programme);
        var hours = new Hours(turn, programme);
        var (notBefore, hold) = await hours.NextAsync(supporter);
        var respondBy = await hours.EndOfContactAfterAsync(supporter, notBefore, programme.Matching.ResponseWindowWorkingDays);
        var ask = new Ask(
            new AskId(Guid.NewGuid()), request.Id, programme.Key, request.Requester, supporter, AskState.Queued, notBefore, respondBy);
        stores.Save(ask);
        if (await stores.PersonAsync(supporter) is { } person && !person.Programmes.Concat(person.Supports).Contains(programme.Id))
        {
            // They can talk about the scheme from now on, without taking part in it themselves.
            stores.Save(person with { Supports = [.. person.Supports, programme.Id] });
        }

        stores.Send(new Errand.DeliverAsk(ask.Id), notBefore, hold);

        // Also for an ask that cannot be delivered: the request must not hang on somebody out of reach.
        stores.Send(new Errand.LapseAsk(ask.Id), respondBy);
        return ask;
    }

    public async Task<bool> HasNextAsync(SupportRequest request) => await NextAsync(request) is not null;

    /// <summary>Moves the request on after an ask that did not become a yes, and tells the requester in neutral words.</summary>
    /// <returns>The next ask; null when the request is now unmatched.</returns>
    public async Task<Ask?> MoveOnAsync(Ask from, UnansweredAction action)
    {
        await tasks.CloseAsync(TaskKind.TellByEmail, from.Id.ToString());
        if (await stores.RequestAsync(from.Request) is not { State: RequestState.Asking } request)
        {
            return null;
        }

        if (action == UnansweredAction.NextPreference && await AskNextAsync(request) is { } next)
        {
            // The request is written too, so that two answers at one instant cannot each move it on.
            stores.Save(request);
            await new Hours(turn, turn.Programme(request.Programme)).SendAsync(new Errand.TellAskMoved(from.Id, next.Id), request.Requester);
            return next;
        }

        await LeaveUnmatchedAsync(request, toCoordinator: action != UnansweredAction.ReturnToRequester);
        return null;
    }

    /// <summary>Nobody could say yes: the person may choose again, and the coordinator may help (U-02).</summary>
    public async Task LeaveUnmatchedAsync(SupportRequest request, bool toCoordinator = true)
    {
        stores.Save(request with { State = RequestState.Unmatched });
        if (toCoordinator)
        {
            await tasks.OpenAsync(TaskKind.Unmatched, request.Programme.Id, request.Requester, request.Id.ToString());
        }

        var hours = new Hours(turn, turn.Programme(request.Programme));
        await hours.SendAsync(new Errand.TellUnmatched(request.Id), request.Requester);
        stores.Send(new Errand.AskUnmatched(request.Id), await hours.MorningAfterAsync(request.Requester, turn.Now, AskUnmatchedWorkingDays));
    }

    /// <summary>Ends an ask that its supporter has not answered, tells them if they have seen it, and moves the request on.</summary>
    public async Task OvertakeAsync(Ask ask, UnansweredAction action)
    {
        stores.Save(ask with { State = AskState.Overtaken });
        await MoveOnAsync(ask, action);
        if (ask.State == AskState.Sent)
        {
            await new Hours(turn, turn.Programme(ask.Programme)).SendAsync(new Errand.TellOvertaken(ask.Id), ask.Supporter);
        }
    }

    /// <summary>Whether the supporter still is somebody this person may ask: listed, trained, with room, no conflict.</summary>
    public Task<bool> MayBeAskedAsync(Programme programme, PersonId requester, PersonId supporter) =>
        new WhoIsFree(turn).HoldsAsync(requester, supporter, programme);

    /// <summary>The next preference who may be asked; null when nobody is left.</summary>
    public async Task<PersonId?> NextAsync(SupportRequest request)
    {
        var programme = turn.Programme(request.Programme);
        var asked = (await stores.AsksOfAsync(request.Id)).Select(ask => ask.Supporter).ToHashSet();
        foreach (var supporter in request.Preferences.Where(one => !asked.Contains(one)))
        {
            if (await MayBeAskedAsync(programme, request.Requester, supporter))
            {
                return supporter;
            }
        }

        return null;
    }
}
