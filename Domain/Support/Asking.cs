using PeerBot.Domain.Matching;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

/// <summary>Going down the list of preferences, one supporter at a time.</summary>
internal sealed class Asking(Turn turn)
{
    /// <summary>Working days in which somebody may still be found, before we ask what was lacking.</summary>
    private const int AskUnmatchedWorkingDays = 20;

    private readonly IStores stores = turn.Stores;

    /// <summary>Asks the next preference who has room and was not asked before; null when nobody is left.</summary>
    public async Task<Ask?> AskNextAsync(SupportRequest request)
    {
        var programme = turn.Programme(request.Programme);
        var asked = (await stores.AsksOfAsync(request.Id)).Select(ask => ask.Supporter).ToHashSet();
        foreach (var supporter in request.Preferences.Where(one => !asked.Contains(one)))
        {
            if (!await MayBeAskedAsync(programme, request.Requester, supporter))
            {
                continue;
            }

            var hours = new Hours(turn, programme);
            var notBefore = await hours.NextContactAsync(supporter);
            var respondBy = await hours.EndOfContactAfterAsync(supporter, notBefore, programme.Matching.ResponseWindowWorkingDays);
            var ask = new Ask(
                new AskId(Guid.NewGuid()), request.Id, programme.Key, request.Requester, supporter, AskState.Queued, notBefore, respondBy);
            stores.Save(ask);
            stores.Send(new Errand.DeliverAsk(ask.Id), notBefore);

            // Also for an ask that cannot be delivered: the request must not hang on somebody out of reach.
            stores.Send(new Errand.LapseAsk(ask.Id), respondBy);
            return ask;
        }

        return null;
    }

    /// <summary>Moves the request on after an ask that did not become a yes, and tells the requester in neutral words.</summary>
    /// <returns>The next ask; null when the request is now unmatched.</returns>
    public async Task<Ask?> MoveOnAsync(Ask from, UnansweredAction action)
    {
        if (await stores.RequestAsync(from.Request) is not { State: RequestState.Asking } request)
        {
            return null;
        }

        var hours = new Hours(turn, turn.Programme(request.Programme));
        var window = await hours.NextContactAsync(request.Requester);
        if (action == UnansweredAction.NextPreference && await AskNextAsync(request) is { } next)
        {
            // The request is written too, so that two answers at one instant cannot each move it on.
            stores.Save(request);
            stores.Send(new Errand.TellAskMoved(from.Id, next.Id), window);
            return next;
        }

        stores.Save(request with { State = RequestState.Unmatched });
        stores.Send(new Errand.TellUnmatched(request.Id), window);
        stores.Send(new Errand.AskUnmatched(request.Id), await hours.MorningAfterAsync(request.Requester, turn.Now, AskUnmatchedWorkingDays));
        return null;
    }

    /// <summary>Whether the supporter still is somebody this person may ask: listed, trained, with room, no conflict.</summary>
    public async Task<bool> MayBeAskedAsync(Programme programme, PersonId requester, PersonId supporter)
    {
        if (await stores.PersonAsync(requester) is not { } person
            || await stores.PersonAsync(supporter) is not { } other
            || await stores.SupporterAsync(supporter, programme.Id) is not { } profile)
        {
            return false;
        }

        var school = await OrganisationOfAsync(person);
        var otherSchool = await OrganisationOfAsync(other);
        return Shortlist.For(programme, Requester.Of(person, school), [Candidate.Of(profile, other, otherSchool)], Today(programme)).Contains(supporter);
    }

    private async Task<Organisation?> OrganisationOfAsync(Person person) =>
        person.Organisation is { } at ? await stores.OrganisationAsync(at) : null;

    private NodaTime.LocalDate Today(Programme programme) => turn.Now.InZone(programme.Zone).Date;
}
