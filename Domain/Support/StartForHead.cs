using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

public abstract record Starting
{
    private Starting()
    {
    }

    /// <summary>The person is asked whether to go on, in their hours.</summary>
    public sealed record Started(SupportRequest Request) : Starting;

    /// <summary>They have a request or a cycle, or the programme is not for them.</summary>
    public sealed record MayNot(Standing Standing) : Starting;

    public sealed record NotYours : Starting;
}

public abstract record Confirming
{
    private Confirming()
    {
    }

    public sealed record GoOn(SupportRequest Request) : Confirming;

    public sealed record OutOfDate(SupportRequest Request) : Confirming;

    public sealed record NotYours : Confirming;
}

/// <summary>
/// A head has telephoned or written, and the coordinator starts a request for them (S2-13). Nothing is asked of anyone before that head's
/// own yes; they choose for themselves. Where the programme leaves it to the coordinator whether it is for somebody, starting is the
/// decision (I-09), and it is audited.
/// </summary>
public sealed class StartForHead(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    public async Task<Starting> StartAsync(PersonId coordinator, Person head, Organisation? school, Programme programme)
    {
        if (!turn.Reference.Oversees(coordinator, programme.Id))
        {
            return new Starting.NotYours();
        }

        // Where people choose or name each other, nobody else begins it for them (S3-06); where groups are formed, nobody asks for one person.
        if (programme.Matching.Model is MatchingModel.MutualChoice or MatchingModel.PreNominated or MatchingModel.GroupFormer)
        {
            return new Starting.MayNot(new Standing.NotTakingRequests());
        }

        var standing = await new RequestSupport(turn).StandingAsync(head, school, programme);
        var open = await new RequestSupport(turn).ChoosableAsync(head.Id, programme);
        if (open is not null)
        {
            return new Starting.MayNot(new Standing.HasRequest(open));
        }

        if (standing is not (Standing.MayAsk or Standing.NotEligible { CoordinatorDecides: true }))
        {
            return new Starting.MayNot(standing);
        }

        var draft = new SupportRequest(
            new RequestId(Guid.NewGuid()), Number: "", programme.Key, head.Id, RequestState.Draft, Area: null, PreferredMode: null, [], turn.Now,
            StartedBy: coordinator);
        stores.Save(draft);
        new Looking(turn, draft.Programme.Id, coordinator).Note("request.started-for", draft.Requester, draft.Id.ToString());
        await new Hours(turn, programme).SendAsync(new Errand.OfferRequest(draft.Id), head.Id);
        return new Starting.Started(draft);
    }

    /// <summary>The head says yes, and goes on as if they had begun themselves.</summary>
    public async Task<Confirming> ConfirmAsync(PersonId head, RequestId id) =>
        await stores.RequestAsync(id) is not { } request || request.Requester != head ? new Confirming.NotYours()
        : request.State == RequestState.Draft ? new Confirming.GoOn(request)
        : new Confirming.OutOfDate(request);
}
