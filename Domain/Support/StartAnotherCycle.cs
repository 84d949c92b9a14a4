using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

public abstract record AnotherCycle
{
    private AnotherCycle()
    {
    }

    public sealed record Started(Cycle Closed, Cycle Next) : AnotherCycle;

    /// <summary>The programme is paused or closed.</summary>
    public sealed record NotTakingRequests(Cycle Cycle) : AnotherCycle;

    /// <summary>The cycle is over, not in its last phase, of a group, or of a programme without repeated cycles.</summary>
    public sealed record OutOfDate(Cycle Cycle) : AnotherCycle;

    public sealed record NotYours : AnotherCycle;
}

/// <summary>
/// Where a programme has phases and repeats its cycles, either of the two begins the next one in the last phase: the same two, the first phase, no
/// new matching (S1-11). What they have agreed about working together and the meetings that are booked go on.
/// </summary>
public sealed class StartAnotherCycle(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    public async Task<AnotherCycle> StartAsync(PersonId person, CycleId id)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person))
        {
            return new AnotherCycle.NotYours();
        }

        if (!cycle.IsOpen || cycle.IsGroup || PhaseNow.Of(turn.Programme(cycle.Programme), cycle) is not { IsLast: true }
            || turn.Reference.Programmes.Current(cycle.Programme.Id) is not { Relationship.RepeatCycles: true } programme)
        {
            return new AnotherCycle.OutOfDate(cycle);
        }

        if (!programme.TakesRequests(turn.Reference.Rehearsing))
        {
            return new AnotherCycle.NotTakingRequests(cycle);
        }

        var today = turn.Now.InZone(programme.Zone).Date;
        var next = new Cycle(
            new CycleId(Guid.NewGuid()), cycle.Request, programme.Key, cycle.Requester, cycle.Supporter, CycleState.Active, turn.Now, today,
            cycle.Rules, cycle.Cadence, ContactMadeOn: today, LastQuestion: cycle.LastQuestion);
        stores.Save(next);
        foreach (var words in await stores.NotesAsync(NoteKind.GroundRules, id.ToString()))
        {
            stores.Save(words with { Id = Guid.NewGuid(), Subject = next.Id.ToString(), Version = 0 });
        }

        var closed = await new FinishCycle(turn).GoOnAsync(cycle, next);
        await new WatchCycle(turn).BeginAsync(next);
        var other = cycle.Other(person);
        await new Hours(turn, programme).SendAsync(new Errand.TellAnotherCycle(next.Id, other, id), other);
        return new AnotherCycle.Started(closed, next);
    }
}
