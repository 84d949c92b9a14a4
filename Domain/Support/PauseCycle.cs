using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

public abstract record Pausing
{
    private Pausing()
    {
    }

    public sealed record Paused(Cycle Cycle) : Pausing;

    public sealed record GoingOn(Cycle Cycle) : Pausing;

    public sealed record OutOfDate(Cycle Cycle) : Pausing;

    public sealed record NotYours : Pausing;
}

/// <summary>Either may pause a cycle and either may go on with it, without a reason. The end of the cycle stays where it is.</summary>
public sealed class PauseCycle(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <summary>What is still booked leaves the calendars: a meeting that nobody is reminded of would be no pause.</summary>
    public async Task<Pausing> PauseAsync(PersonId person, CycleId id)
    {
        if (await FindAsync(person, id) is not { } cycle)
        {
            return new Pausing.NotYours();
        }

        if (!cycle.IsOpen || cycle.IsGroup)
        {
            // One member alone does not stop a group; they may leave it.
            return new Pausing.OutOfDate(cycle);
        }

        if (cycle.Paused)
        {
            return new Pausing.Paused(cycle);
        }

        foreach (var meeting in (await stores.MeetingsAsync(id)).Where(meeting => meeting.State == MeetingState.Booked && meeting.Start > turn.Now))
        {
            stores.Save(meeting.Cancel());
            stores.Send(new Errand.WriteCalendar(meeting.Id, person, Card: null), turn.Now);
        }

        if (cycle.Stalled)
        {
            await new CoordinatorTasks(turn).CloseOfCycleAsync(cycle, by: null, TaskKind.Stalled);
        }

        return new Pausing.Paused(await SaveAsync(cycle with { Paused = true, Stalled = false }, person));
    }

    /// <summary>Goes on after a pause; without one, says that all is well.</summary>
    public async Task<Pausing> GoOnAsync(PersonId person, CycleId id)
    {
        if (await FindAsync(person, id) is not { } cycle)
        {
            return new Pausing.NotYours();
        }

        if (!cycle.IsOpen)
        {
            return new Pausing.OutOfDate(cycle);
        }

        if (!cycle.Paused)
        {
            return new Pausing.GoingOn(cycle);
        }

        return new Pausing.GoingOn(await SaveAsync(await OverAsync(cycle), person));
    }

    /// <summary>The cycle goes on, also where somebody books and so ends the pause. Not saved here.</summary>
    internal async Task<Cycle> OverAsync(Cycle cycle)
    {
        if (!cycle.Paused)
        {
            return cycle;
        }

        var programme = turn.Programme(cycle.Programme);
        var hours = new Hours(turn, programme);
        foreach (var silent in cycle.People.Where(one => cycle.Review is { Settled: false } review && !review.Wishes.ContainsKey(one.Value)))
        {
            // Whoever was to be asked meanwhile is asked now.
            await hours.SendAsync(new Errand.AskReview(cycle.Id, silent), silent);
        }

        var over = cycle with { Paused = false, QuietFrom = turn.Now.InZone(programme.Zone).Date };
        await new MeetingCheckIn(turn).AskWhatWaitsAsync(over);
        return over;
    }

    private async Task<Cycle> SaveAsync(Cycle changed, PersonId by)
    {
        stores.Save(changed);
        var other = changed.Other(by);
        await new Hours(turn, turn.Programme(changed.Programme)).SendAsync(new Errand.TellPause(changed.Id, other), other);
        return changed;
    }

    private async Task<Cycle?> FindAsync(PersonId person, CycleId id) =>
        await stores.CycleAsync(id) is { } cycle && cycle.Has(person) ? cycle : null;
}
