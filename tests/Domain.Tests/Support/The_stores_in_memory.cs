using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Domain.Tests.Support;

/// <summary>What the other tests lean on: the stores keep to what the port says.</summary>
public sealed class The_stores_in_memory
{
    private readonly MemoryStore store = new();
    private readonly Cycle cycle = Given.Cycle(Authority.Amira, Authority.Grace);

    [Fact]
    public async Task Nothing_is_there_for_others_before_the_commit()
    {
        var one = Begin();
        one.Save(cycle);
        Assert.Equal(cycle, await one.CycleAsync(cycle.Id));
        Assert.Null(await Begin().CycleAsync(cycle.Id));

        Assert.True(one.Commit());
        Assert.Equal(cycle with { Version = 1 }, await Begin().CycleAsync(cycle.Id));
    }

    [Fact]
    public async Task Lists_show_what_was_stored_when_the_turn_began()
    {
        store.Put(cycle);
        var one = Begin();
        one.Save((await one.CycleAsync(cycle.Id))! with { State = CycleState.Closed });
        Assert.Single(await one.OpenCyclesAsync(cycle.Requester));
        one.Commit();
        Assert.Empty(await Begin().OpenCyclesAsync(cycle.Requester));
    }

    [Fact]
    public async Task Of_two_that_write_the_same_thing_the_second_writes_nothing_at_all()
    {
        store.Put(cycle);
        var (one, other) = (Begin(), Begin());
        foreach (var turn in new[] { one, other })
        {
            turn.Save((await turn.CycleAsync(cycle.Id))! with { Closed = turn == one ? CloseReason.Completed : CloseReason.NeverMet });
            turn.Save(Given.Meeting(cycle, "2026-12-03T10:00"));
            turn.Send(new Errand.CloseCycle(cycle.Id), turn.Now);
        }

        Assert.True(one.Commit());
        Assert.False(other.Commit());
        Assert.Equal(CloseReason.Completed, store.All<Cycle>().Single().Closed);
        Assert.Single(store.All<Meeting>());
        Assert.Single(store.Errands);
    }

    [Fact]
    public async Task A_number_is_taken_once()
    {
        var (one, other) = (Begin(), Begin());
        Assert.Equal((1, 1), (await one.NextNumberAsync("2026"), await other.NextNumberAsync("2026")));
        Assert.True(one.Commit());
        Assert.False(other.Commit());
        Assert.Equal(2, await Begin().NextNumberAsync("2026"));
    }

    private MemoryStores Begin() => store.Begin(SchoolTime.At("2026-11-24T10:00"));
}
