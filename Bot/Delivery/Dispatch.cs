using System.Threading.Channels;
using PeerBot.Storage;

namespace PeerBot.Bot.Delivery;

/// <summary>
/// The way from a commit to the world. What is due at once is handed over here and goes out without being read back; the delivery loop
/// finds everything else, and whatever a crash left behind.
/// </summary>
internal sealed class Dispatch : IDisposable
{
    /// <summary>Taken at one look: enough to be busy with until the next one, and few enough to be gone long before their claims are.</summary>
    public const int Batch = 256;

    /// <summary>With so few left, hardly anything is sent any more.</summary>
    private const int Few = 4;

    private readonly Channel<IReadOnlyList<OutboxRow>> handed =
        Channel.CreateUnbounded<IReadOnlyList<OutboxRow>>(new UnboundedChannelOptions { SingleReader = false });

    private readonly SemaphoreSlim nudge = new(0, 1);
    private int underWay;
    private int emptyLooks;
    private volatile bool more;

    public ChannelReader<IReadOnlyList<OutboxRow>> Handed => handed.Reader;

    /// <summary>How many times rows were handed over that have not been carried yet.</summary>
    public int UnderWay => Volatile.Read(ref underWay);

    /// <summary>Rows claimed for this process, to go out one after another.</summary>
    public void Deliver(IReadOnlyList<OutboxRow> rows)
    {
        if (rows.Count > 0)
        {
            Interlocked.Increment(ref underWay);
            handed.Writer.TryWrite(rows);
        }
    }

    /// <summary>More is due than the last look has taken: the next one comes as soon as there is room for it.</summary>
    public bool More
    {
        set => more = value;
    }

    /// <summary>So much is under way that a look now would take what others could send sooner.</summary>
    public bool IsBusy => UnderWay >= Batch / 2;

    /// <summary>Rows of one <see cref="Deliver"/> have been carried.</summary>
    public void Carried()
    {
        if (Interlocked.Decrement(ref underWay) is (Batch / 2) - 1 or Few && more)
        {
            Nudge();
        }
    }

    /// <summary>The loop has looked and found nothing due.</summary>
    public void FoundNothing() => Interlocked.Increment(ref emptyLooks);

    /// <summary>Returns when everything that is due has been done, and what that caused as well.</summary>
    public async Task SettleAsync(CancellationToken cancellation)
    {
        // Two looks: the first may have begun before the clock moved.
        var target = Volatile.Read(ref emptyLooks) + 2;
        while (Volatile.Read(ref emptyLooks) < target || UnderWay > 0)
        {
            Nudge();
            await Task.Delay(TimeSpan.FromMilliseconds(5), cancellation);
        }
    }

    /// <summary>Something may have become due: the clock was moved.</summary>
    public void Nudge()
    {
        lock (nudge)
        {
            if (nudge.CurrentCount == 0)
            {
                nudge.Release();
            }
        }
    }

    public void Dispose() => nudge.Dispose();

    /// <summary>Returns at a nudge, or after a while.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => nudge.WaitAsync(atMost, cancellation);
}
