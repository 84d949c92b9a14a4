using NodaTime;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Matching;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

/// <summary>What came of a coordinator's step with a request that waits.</summary>
public abstract record UnansweredStep
{
    private UnansweredStep()
    {
    }

    /// <param name="At">When whoever hears of it does so: now, or the opening of their next contact window.</param>
    public sealed record Taken(SupportRequest Request, Instant At) : UnansweredStep;

    /// <summary>None of the other choices can be asked; the present ask, if there is one, goes on.</summary>
    public sealed record NobodyLeft(SupportRequest Request) : UnansweredStep;

    /// <summary>The programme puts no profiles before anybody, so there are none to send.</summary>
    public sealed record NoProfiles(SupportRequest Request) : UnansweredStep;

    /// <summary>Things have moved on: there is nothing of the kind to do now.</summary>
    public sealed record NotNow(SupportRequest Request) : UnansweredStep;

    /// <summary>Whoever asks does not coordinate the programme, or there is no such request.</summary>
    public sealed record NotYours : UnansweredStep;
}

/// <summary>
/// What a coordinator may do about a request without an answer (C30): remind, ask the next choice now, or put others before the person
/// who asked. That person hears "no room just now" at most, never who said no or why. Each step is audited.
/// </summary>
public sealed class Unanswered(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <summary>One more reminder to the supporter who is asked now, in their hours.</summary>
    public async Task<UnansweredStep> RemindAsync(PersonId coordinator, RequestId id)
    {
        if (await FindAsync(coordinator, id) is not { } request)
        {
            return new UnansweredStep.NotYours();
        }

        if (await OpenAskAsync(request) is not { State: AskState.Sent } ask)
        {
            return new UnansweredStep.NotNow(request);
        }

        var (at, hold) = await HoursOf(request).NextAsync(ask.Supporter);
        stores.Send(new Errand.RemindAsk(ask.Id), at, hold);
        new Looking(turn, request.Programme.Id, coordinator).Note("request.reminded", request.Requester, request.Id.ToString());
        return new UnansweredStep.Taken(request, at);
    }

    /// <summary>The supporter asked now is let go, and the next choice is asked without waiting for the end of the time to answer.</summary>
    public async Task<UnansweredStep> AskNextAsync(PersonId coordinator, RequestId id)
    {
        if (await FindAsync(coordinator, id) is not { } request)
        {
            return new UnansweredStep.NotYours();
        }

        if (request.State != RequestState.Asking || await OpenAskAsync(request) is not { } ask)
        {
            return new UnansweredStep.NotNow(request);
        }

        var asking = new Asking(turn);
        if (!await asking.HasNextAsync(request))
        {
            return new UnansweredStep.NobodyLeft(request);
        }

        await asking.OvertakeAsync(ask, UnansweredAction.NextPreference);
        new Looking(turn, request.Programme.Id, coordinator).Note("request.moved-on", request.Requester, request.Id.ToString());
        return new UnansweredStep.Taken(request, await HoursOf(request).NextContactAsync(request.Requester));
    }

    /// <summary>The person who asked gets the profiles of those who are free. An ask that still runs goes on until they choose.</summary>
    public async Task<UnansweredStep> SuggestOthersAsync(PersonId coordinator, RequestId id)
    {
        if (await FindAsync(coordinator, id) is not { } request)
        {
            return new UnansweredStep.NotYours();
        }

        if (!turn.Programme(request.Programme).Matching.ShowsProfiles)
        {
            return new UnansweredStep.NoProfiles(request);
        }

        if (request.State is not (RequestState.Asking or RequestState.Unmatched or RequestState.Open) || request.WaitsForCoordinator
            || await DecideGate.ToIntroduceAsync(request, stores) is not null)
        {
            return new UnansweredStep.NotNow(request);
        }

        if (await new WhoIsFree(turn).BesidesAsync(request) is not { Count: > 0 })
        {
            return new UnansweredStep.NobodyLeft(request);
        }

        var (at, hold) = await HoursOf(request).NextAsync(request.Requester);
        stores.Save(request with { OthersSuggested = true });
        stores.Send(new Errand.SuggestOthers(id), at, hold);
        new Looking(turn, request.Programme.Id, coordinator).Note("request.others-suggested", request.Requester, request.Id.ToString());
        return new UnansweredStep.Taken(request, at);
    }

    private async Task<SupportRequest?> FindAsync(PersonId coordinator, RequestId id) =>
        await stores.RequestAsync(id) is { } request && turn.Reference.Oversees(coordinator, request.Programme.Id) ? request : null;

    private async Task<Ask?> OpenAskAsync(SupportRequest request) => (await stores.AsksOfAsync(request.Id)).FirstOrDefault(ask => ask.IsOpen);

    private Hours HoursOf(SupportRequest request) => new(turn, turn.Programme(request.Programme));
}
