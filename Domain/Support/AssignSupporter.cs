using PeerBot.Domain.Matching;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

public abstract record Assigning
{
    private Assigning()
    {
    }

    public sealed record Paired(SupportRequest Request, Cycle Cycle) : Assigning;

    /// <summary>The supporter has as many cycles as they take on (S1-17). Nothing was changed.</summary>
    public sealed record Full(SupportRequest Request, PersonId Supporter, int Most) : Assigning;

    /// <summary>They have paused, left, or are not to be paired with this person. Nothing was changed.</summary>
    public sealed record NotFree(SupportRequest Request, PersonId Supporter) : Assigning;

    /// <summary>The request does not wait any more.</summary>
    public sealed record OutOfDate(SupportRequest Request) : Assigning;

    /// <summary>Somebody else who looks after the programme brings them together with somebody.</summary>
    public sealed record Own : Assigning;

    public sealed record NotYours : Assigning;
}

/// <summary>
/// Where a programme's facilitator brings pairs together: somebody asks, the request waits for whoever looks after the programme, they assign,
/// and both are told. Nobody chooses from profiles, and nobody is asked to say yes to a person.
/// </summary>
public sealed class AssignSupporter(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <param name="draft">Its preferences count for nothing here.</param>
    public async Task<Sending> AskAsync(Person person, Organisation? school, Programme programme, RequestDraft draft)
    {
        var support = new RequestSupport(turn);
        if (await support.StandingAsync(person, school, programme) is not Standing.MayAsk and var standing)
        {
            return new Sending.MayNot(standing);
        }

        var going = await support.ChoosableAsync(person.Id, programme);
        var request = await support.TakeAsync(going, person.Id, programme, draft with { Preferences = [] }, RequestState.Open) with { ToAssign = true };
        stores.Save(request);
        await new Gate(turn).CloseAsync(request);
        return new Sending.WaitsForCoordinator(request);
    }

    public async Task<Assigning> AssignAsync(PersonId overseer, RequestId id, PersonId supporter)
    {
        if (await stores.RequestAsync(id) is not { } request || !turn.Reference.Oversees(overseer, request.Programme.Id))
        {
            return new Assigning.NotYours();
        }

        if (overseer == request.Requester && Gate.HasSomebodyFor(turn.Reference, request.Programme.Id, overseer))
        {
            return new Assigning.Own();
        }

        if (request is not { ToAssign: true, WaitsForCoordinator: true })
        {
            return new Assigning.OutOfDate(request);
        }

        var programme = turn.Programme(request.Programme);
        if (await stores.SupporterAsync(supporter, programme.Id) is not { } profile)
        {
            return new Assigning.NotFree(request, supporter);
        }

        var most = Math.Min(profile.Capacity, programme.Relationship.SupporterCapacity.Max);
        if (profile.Serves && profile.ActiveCycles >= most)
        {
            return new Assigning.Full(request, supporter, most);
        }

        if (!await new WhoIsFree(turn).HoldsAsync(request.Requester, supporter, programme) || profile.TakePlace() is not PlaceTaking.Taken { Profile: var taken })
        {
            return new Assigning.NotFree(request, supporter);
        }

        // Kept as the yes that led to the cycle, so that everything that looks for one finds it.
        var ask = new Ask(new AskId(Guid.NewGuid()), id, programme.Key, request.Requester, supporter, AskState.Accepted, turn.Now, turn.Now);
        stores.Save(ask);
        stores.Save(await new Supervise(turn).BeginAsync(taken, programme));
        await new CoordinatorTasks(turn).CloseAsync(TaskKind.Gate, id.ToString(), overseer);
        new Looking(turn, programme.Id, overseer).Note("request.assigned", request.Requester, id.ToString());
        var cycle = await new Pairing(turn).PairAsync(request, ask);
        await new Hours(turn, programme).SendAsync(new Errand.TellPaired(cycle.Id, supporter), supporter);
        return new Assigning.Paired(request, cycle);
    }
}
