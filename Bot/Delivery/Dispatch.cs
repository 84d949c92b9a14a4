using System.Threading.Channels;
using NodaTime;
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

    /// <summary>So much under way is enough: what is committed beyond that lies in the outbox, where others can take it.</summary>
    private const int Most = 2 * Batch;

    /// <summary>Milliseconds for which one looks more often than usual.</summary>
    private const long Soon = 1000;

    /// <summary>Milliseconds for which a row that waits may go unseen.</summary>
    private const long Unseen = 200;

    /// <summary>With so few left, hardly anything is sent any more.</summary>
    private const int Few = 4;

    private readonly Channel<Lot> messages = Channel.CreateUnbounded<Lot>(new UnboundedChannelOptions { SingleReader = false });
    private readonly Channel<Lot> errands = Channel.CreateUnbounded<Lot>(new UnboundedChannelOptions { SingleReader = false });

    /// <summary>Of each conversation the last lot that has not been carried.</summary>
    private readonly Dictionary<string, Lot> last = [];

    /// <summary>Lots that have not been carried yet.</summary>
    private readonly HashSet<Lot> lots = [];

    private readonly SemaphoreSlim nudge = new(0, 1);
    private int underWay;
    private int emptyLooks;
    private volatile bool more;
    private long lookSoonUntil;

    // Written by the loop alone.
    private long waitingAt = -Unseen;
    private long waitingSince;

    /// <summary>Messages that can be carried now.</summary>
    public ChannelReader<Lot> Messages => messages.Reader;

    /// <summary>Errands that can be done now. Apart from messages: an errand may have to wait for a calendar, and nobody's answer waits with it.</summary>
    public ChannelReader<Lot> Errands => errands.Reader;

    /// <summary>How many lots there are that have not been carried yet.</summary>
    public int UnderWay => Volatile.Read(ref underWay);

    /// <summary>Their rows. Some may be settled already.</summary>
    public IReadOnlyList<OutboxRow> Rows
    {
        get
        {
            lock (last)
            {
                return [.. lots.SelectMany(lot => lot.Rows)];
            }
        }
    }

    /// <summary>Whether what is committed now goes out from here. Where not, the loop comes for it as soon as there is room.</summary>
    public bool TakesMore()
    {
        if (UnderWay < Most)
        {
            return true;
        }

        more = true;
        return false;
    }

    /// <summary>What has just been committed goes out at once, and what waits behind another process soon.</summary>
    public void Deliver(CommitOutcome.Committed committed)
    {
        Deliver(committed.Due);
        if (committed.Behind)
        {
            Volatile.Write(ref lookSoonUntil, Environment.TickCount64 + Soon);
            Nudge();
        }
    }

    /// <summary>Rows claimed for this process, to go out one after another, and after those handed over before for the same conversations.</summary>
    public void Deliver(IReadOnlyList<OutboxRow> rows)
    {
        foreach (var kind in rows.GroupBy(row => row.Kind == OutboxKind.Activity))
        {
            Deliver(new Lot([.. kind]));
        }
    }

    private void Deliver(Lot lot)
    {
        Interlocked.Increment(ref underWay);
        lock (last)
        {
            lots.Add(lot);
            foreach (var conversation in lot.Conversations)
            {
                if (last.TryGetValue(conversation, out var before))
                {
                    before.Followers.Add(lot);
                    lot.Before++;
                }

                last[conversation] = lot;
            }

            if (lot.Before > 0)
            {
                return;
            }
        }

        Ready(lot);
    }

    /// <summary>A row waits for what another process is about to settle, most likely.</summary>
    public bool IsBehind => Environment.TickCount64 < Volatile.Read(ref lookSoonUntil);

    /// <summary>More is due than the last look has taken: the next one comes as soon as there is room for it.</summary>
    public bool More
    {
        set => more = value;
    }

    /// <summary>So much is under way that a look now would take what others could send sooner.</summary>
    public bool IsBusy => UnderWay >= Batch / 2;

    /// <summary>The rows of a lot have been carried.</summary>
    /// <param name="putOff">Until when one of them waits, and so does what follows; null: they are settled.</param>
    public void Carried(Lot lot, Instant? putOff = null)
    {
        lock (last)
        {
            lots.Remove(lot);
            foreach (var conversation in lot.Conversations)
            {
                if (last.GetValueOrDefault(conversation) == lot)
                {
                    last.Remove(conversation);
                }
            }

            foreach (var follower in lot.Followers)
            {
                follower.PutOff = putOff ?? follower.PutOff;
                if (--follower.Before == 0)
                {
                    Ready(follower);
                }
            }
        }

        if (Interlocked.Decrement(ref underWay) is (Batch / 2) - 1 or Few && more)
        {
            Nudge();
        }
    }

    /// <summary>The loop has looked and found nothing due.</summary>
    public void FoundNothing()
    {
        // What waits for its turn is left alone between two looks, and not seen at each.
        if (Environment.TickCount64 - waitingAt > Unseen || Environment.TickCount64 - waitingSince > Soon)
        {
            Interlocked.Increment(ref emptyLooks);
        }
    }

    /// <summary>The loop has found something due that waits for an earlier row of its conversation; for the dead nobody waits here.</summary>
    public void FoundWaiting()
    {
        var now = Environment.TickCount64;
        waitingSince = now - waitingAt > Unseen ? now : waitingSince;
        waitingAt = now;
        if (now - waitingSince > Soon)
        {
            Interlocked.Increment(ref emptyLooks);
        }
    }

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

    private void Ready(Lot lot) => (lot.IsOfErrands ? errands : messages).Writer.TryWrite(lot);

    /// <summary>Returns at a nudge, or after a while.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => nudge.WaitAsync(atMost, cancellation);
}

/// <summary>Rows that go out one after another: all of them messages, or all of them errands.</summary>
internal sealed class Lot(IReadOnlyList<OutboxRow> rows)
{
    public IReadOnlyList<OutboxRow> Rows => rows;

    public bool IsOfErrands { get; } = rows[0].Kind != OutboxKind.Activity;

    public IReadOnlyList<string> Conversations { get; } = [.. rows.Select(row => row.ConversationId).OfType<string>().Distinct()];

    /// <summary>Until when what went before it is put off; null where that is settled.</summary>
    public Instant? PutOff { get; set; }

    /// <summary>How many lots have to be carried before it, counted once for each conversation.</summary>
    public int Before { get; set; }

    public List<Lot> Followers { get; } = [];
}
