using System.Threading.Channels;
using PeerBot.Storage;

namespace PeerBot.Bot.Delivery;

/// <summary>
/// The way from a commit to the world. What is due at once is handed over here and goes out without being read back; the delivery loop
/// finds everything else, and whatever a crash left behind.
/// </summary>
internal sealed class Outbox
{
    private readonly Channel<IReadOnlyList<OutboxRow>> committed =
        Channel.CreateUnbounded<IReadOnlyList<OutboxRow>>(new UnboundedChannelOptions { SingleReader = false });

    private readonly SemaphoreSlim nudge = new(0, 1);

    public ChannelReader<IReadOnlyList<OutboxRow>> Committed => committed.Reader;

    /// <summary>Rows of one commit, claimed for this process, in their order.</summary>
    public void Deliver(IReadOnlyList<OutboxRow> rows)
    {
        if (rows.Count > 0)
        {
            committed.Writer.TryWrite(rows);
        }
    }

    /// <summary>Something may have become due: the clock was moved.</summary>
    public void Nudge()
    {
        if (nudge.CurrentCount == 0)
        {
            nudge.Release();
        }
    }

    /// <summary>Returns at a nudge, or after a while.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => nudge.WaitAsync(atMost, cancellation);
}
