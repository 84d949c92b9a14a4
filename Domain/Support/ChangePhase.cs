using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

public abstract record PhaseStep
{
    private PhaseStep()
    {
    }

    public sealed record Moved(Cycle Cycle) : PhaseStep;

    /// <summary>The other one has pressed the same a moment ago.</summary>
    public sealed record There(Cycle Cycle) : PhaseStep;

    /// <summary>The cycle is over, or in another phase than the card says.</summary>
    public sealed record OutOfDate(Cycle Cycle) : PhaseStep;

    public sealed record NotYours : PhaseStep;
}

/// <summary>Anybody in it takes a cycle on to the next phase or back to the one before; nobody approves it, and the others are told (S1-10, S1-12).</summary>
public sealed class ChangePhase(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <param name="from">The phase on the card that was pressed, so that two presses at once make one step.</param>
    public async Task<PhaseStep> MoveAsync(PersonId person, CycleId id, string from, string to)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person))
        {
            return new PhaseStep.NotYours();
        }

        var programme = turn.Programme(cycle.Programme);
        if (!cycle.IsOpen || PhaseNow.Of(programme, cycle) is not { } now)
        {
            return new PhaseStep.OutOfDate(cycle);
        }

        if (now.Current.Id != from)
        {
            return now.Current.Id == to ? new PhaseStep.There(cycle) : new PhaseStep.OutOfDate(cycle);
        }

        if (now.Next?.Id != to && now.Before?.Id != to)
        {
            return new PhaseStep.OutOfDate(cycle);
        }

        var moved = cycle with { Phase = to };
        stores.Save(moved);
        foreach (var other in cycle.Others(person))
        {
            await new Hours(turn, programme).SendAsync(new Errand.TellPhase(id, other, to, person), other);
        }

        return new PhaseStep.Moved(moved);
    }
}
