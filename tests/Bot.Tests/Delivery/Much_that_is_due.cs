using PeerBot.Bot.Delivery;
using PeerBot.Storage;

namespace PeerBot.Bot.Tests.Delivery;

/// <summary>When the delivery loop looks again.</summary>
public sealed class Much_that_is_due : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Dispatch dispatch = new();

    public void Dispose() => dispatch.Dispose();

    [Fact]
    public async Task Is_taken_as_soon_as_half_of_the_last_look_has_gone_out()
    {
        Take(Dispatch.Batch);
        dispatch.More = true;
        var next = dispatch.WaitAsync(Long, CancellationToken.None);

        Carry(Dispatch.Batch / 2);
        Assert.False(next.IsCompleted);
        Assert.True(dispatch.IsBusy);

        Carry(1);
        Assert.False(dispatch.IsBusy);
        await next.WaitAsync(Patience);
    }

    [Fact]
    public async Task Is_taken_before_the_lanes_run_dry_where_it_was_held_back_for_a_crowded_tenant()
    {
        Take(20);
        dispatch.More = true;
        var next = dispatch.WaitAsync(Long, CancellationToken.None);

        Carry(16);

        await next.WaitAsync(Patience);
    }

    [Fact]
    public void Wakes_nobody_where_the_last_look_took_all()
    {
        Take(20);
        dispatch.More = false;
        var next = dispatch.WaitAsync(Long, CancellationToken.None);

        Carry(20);

        Assert.False(next.IsCompleted);
    }

    [Fact]
    public async Task Is_left_in_the_outbox_where_enough_waits_here_and_come_for_when_there_is_room()
    {
        Take((2 * Dispatch.Batch) - 1);
        Assert.True(dispatch.TakesMore());
        Take(1);
        Assert.False(dispatch.TakesMore());
        Assert.Equal(2 * Dispatch.Batch, dispatch.Rows.Count);
        var next = dispatch.WaitAsync(Long, CancellationToken.None);

        Carry(3 * Dispatch.Batch / 2);
        Assert.False(next.IsCompleted);
        Carry(1);
        await next.WaitAsync(Patience);
        Assert.True(dispatch.TakesMore());
        Assert.Equal((Dispatch.Batch / 2) - 1, dispatch.Rows.Count);
    }

    private void Take(int rows)
    {
        for (var row = 0; row < rows; row++)
            dispatch.Deliver([new OutboxRow(row, OutboxKind.Activity, null, null, default, "", 0, default)]);
    }

    private void Carry(int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            Assert.True(dispatch.Messages.TryRead(out var lot));
            dispatch.Carried(lot);
        }
    }
}
