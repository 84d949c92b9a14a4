using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using NodaTime;
using PeerBot.Bot.Turns;
using PeerBot.Storage;

namespace PeerBot.Bot.Delivery;

/// <summary>
/// Keeps all processes together to what Teams lets through. Room is taken in the database: for a tenant some at a time, so that a flood
/// costs few writes; for a chat only while much is said in it.
/// </summary>
internal sealed class ChannelRoom(Database database, IOptions<DeliveryOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>Half of what is sent at once waits for one tenant: others must not wait behind it.</summary>
    private const int Many = 8;

    private static readonly Room AtOnce = new(Duration.Zero, IsTaken: true);

    private readonly ConcurrentDictionary<string, TenantRoom> tenants = new(StringComparer.Ordinal);
    private readonly ChatRoom chats = new(database, time);

    /// <summary>A tenant with more waiting than it has room for; null: none.</summary>
    public string? Crowded => tenants.FirstOrDefault(tenant => tenant.Value.Waiting >= Many).Key;

    public void Dispose()
    {
        foreach (var tenant in tenants.Values)
        {
            tenant.Dispose();
        }
    }

    /// <summary>A longer wait is spent in the outbox, where it is in nobody's way.</summary>
    public static Duration LongestWait { get; } = Duration.FromSeconds(2);

    /// <summary>Takes room for one message.</summary>
    /// <returns>How long to wait before it is sent; where that is too long, no room is taken.</returns>
    public async ValueTask<Room> TakeAsync(Address to)
    {
        var limits = options.Value;
        var teams = !new Uri(to.ServiceUrl).IsLoopback;
        var chat = limits.PerConversation ?? teams ? await chats.TakeAsync(to.ConversationId) : AtOnce;
        if (!chat.IsTaken || (limits.PerTenantPerSecond ?? (teams ? DeliveryOptions.OfTeams : null)) is not { } perSecond)
        {
            return chat;
        }

        var tenant = await tenants.GetOrAdd(to.TenantId, id => new TenantRoom(id, perSecond, database, time)).TakeAsync();
        return tenant with { Wait = Duration.Max(chat.Wait, tenant.Wait) };
    }
}

/// <summary>One tenant's share of this process, in the order of asking.</summary>
internal sealed class TenantRoom(string tenant, int perSecond, Database database, TimeProvider time) : IDisposable
{
    /// <summary>A burst of two and this pace come to no more than the limit in any second.</summary>
    private readonly Pace pace = new(Duration.FromSeconds(1.0 / Math.Max(1, perSecond - 2)), AtOnce: perSecond > 2 ? 1 : 0);

    /// <summary>Room that was not used for so long is given up: saved, it would be too much at once.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim turn = new(1);
    private long next;
    private int left;
    private int waiting;

    public int Waiting => Volatile.Read(ref waiting);

    public async Task<Room> TakeAsync()
    {
        Interlocked.Increment(ref waiting);
        await turn.WaitAsync();
        try
        {
            var now = time.GetTimestamp();
            if (left == 0 || time.GetElapsedTime(next, now) > Stale)
            {
                left = 0;
                var some = Math.Clamp(Waiting, 1, Math.Max(1, perSecond / 4));
                var room = await database.TakeRoomAsync($"t|{tenant}", some, pace, longest: ChannelRoom.LongestWait);
                if (!room.IsTaken)
                {
                    return room;
                }

                (left, next) = (some, now + Ticks(room.Wait));
            }

            left--;
            var wait = Duration.FromTimeSpan(time.GetElapsedTime(time.GetTimestamp(), next));
            next += Ticks(pace.Every);
            return new Room(Duration.Max(Duration.Zero, wait), IsTaken: true);
        }
        finally
        {
            turn.Release();
            Interlocked.Decrement(ref waiting);
        }
    }

    public void Dispose() => turn.Dispose();

    private long Ticks(Duration duration) => (long)(duration.TotalSeconds * time.TimestampFrequency);
}

/// <summary>
/// Teams takes 7 messages a second in one chat, 8 in two, 60 in thirty and 1800 an hour. Few chats come near that: room is asked for only
/// where this process has just sent there.
/// </summary>
internal sealed class ChatRoom(Database database, TimeProvider time)
{
    private const int Free = 1;
    private const int Pruned = 10_000;
    private static readonly Duration Lately = Duration.FromSeconds(2);
    private static readonly Pace Short = new(Duration.FromMilliseconds(540), AtOnce: 2);
    private static readonly Pace Hourly = new(Duration.FromMilliseconds(2050), AtOnce: 40);

    private readonly ConcurrentDictionary<string, Queue<long>> recent = new(StringComparer.Ordinal);

    public async Task<Room> TakeAsync(string chat)
    {
        if (recent.Count > Pruned)
        {
            Prune();
        }

        var mine = recent.GetOrAdd(chat, _ => new Queue<long>());
        lock (mine)
        {
            Forget(mine);
            if (mine.Count < Free)
            {
                mine.Enqueue(time.GetTimestamp());
                return new Room(Duration.Zero, IsTaken: true);
            }

            mine.Enqueue(time.GetTimestamp());
        }

        return await database.TakeRoomAsync($"c|{chat}", 1, Short, Hourly, ChannelRoom.LongestWait);
    }

    private void Forget(Queue<long> sent)
    {
        while (sent.TryPeek(out var first) && Duration.FromTimeSpan(time.GetElapsedTime(first)) > Lately)
        {
            sent.Dequeue();
        }
    }

    private void Prune()
    {
        foreach (var (chat, sent) in recent)
        {
            lock (sent)
            {
                Forget(sent);
                if (sent.Count == 0)
                {
                    recent.TryRemove(chat, out _);
                }
            }
        }
    }
}
