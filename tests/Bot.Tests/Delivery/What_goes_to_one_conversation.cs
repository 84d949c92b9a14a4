using NodaTime;
using PeerBot.Bot.Delivery;
using PeerBot.Storage;

namespace PeerBot.Bot.Tests.Delivery;

/// <summary>An old state of a card must not come after a newer one.</summary>
public sealed class What_goes_to_one_conversation : IDisposable
{
    private readonly Dispatch dispatch = new();

    public void Dispose() => dispatch.Dispose();

    [Fact]
    public void Goes_one_after_another_and_in_nobody_elses_way()
    {
        dispatch.Deliver([Row(1, "a")]);
        dispatch.Deliver([Row(2, "a"), Row(3, "b")]);
        dispatch.Deliver([Row(4, "b")]);
        dispatch.Deliver([Row(5, "c"), Row(6, null)]);

        var (first, other) = (Next(), Next());
        Assert.Equal([1, 5], new[] { first, other }.Select(lot => lot.Rows[0].Id));
        Assert.False(dispatch.Messages.TryPeek(out _));
        dispatch.Carried(other);
        Assert.False(dispatch.Messages.TryPeek(out _));
        dispatch.Carried(first);
        var second = Next();
        Assert.Equal(2, second.Rows[0].Id);
        Assert.False(dispatch.Messages.TryPeek(out _));
        dispatch.Carried(second);
        Assert.Equal(4, Next().Rows[0].Id);
    }

    [Fact]
    public void Waits_as_long_as_what_went_before_it_is_put_off()
    {
        var later = Instant.FromUtc(2026, 11, 23, 9, 0);
        dispatch.Deliver([Row(1, "a")]);
        dispatch.Deliver([Row(2, "a")]);

        dispatch.Carried(Next(), later);

        Assert.Equal(later, Next().PutOff);
    }

    [Fact]
    public void Leaves_nothing_to_wait_for_when_it_is_carried()
    {
        for (var time = 0; time < 3; time++)
        {
            dispatch.Deliver([Row(time, "a")]);
            dispatch.Carried(Next());
        }

        Assert.Equal(0, dispatch.UnderWay);
    }

    private Lot Next()
    {
        Assert.True(dispatch.Messages.TryRead(out var lot));
        return lot;
    }

    private static OutboxRow Row(long id, string? conversation) => new(id, OutboxKind.Activity, null, conversation, default, "", 0, default);
}
