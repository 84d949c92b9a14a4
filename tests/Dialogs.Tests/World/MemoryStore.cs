using System.Collections.Immutable;
using NodaTime;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Tests.World;

/// <summary>An errand that waits for its time.</summary>
internal sealed record DueErrand(long Id, Errand Errand, Instant Due, int Attempts = 0, Hold? Hold = null);

/// <summary>
/// What is stored, in memory, as the port says it: several turns may be open at once, each sees what stood when it began, and of two that
/// write the same thing the second finds another version and writes nothing.
/// </summary>
internal sealed class MemoryStore
{
    private long lastOrder;
    private long lastErrand;

    internal ImmutableDictionary<(Type Kind, string Key), Row> Rows { get; private set; } =
        ImmutableDictionary<(Type Kind, string Key), Row>.Empty;

    internal ImmutableDictionary<string, int> Counters { get; private set; } = ImmutableDictionary<string, int>.Empty;

    public ImmutableList<DueErrand> Errands { get; private set; } = [];

    /// <param name="Order">Rises with the first write of a row.</param>
    internal sealed record Row(object Item, long Version, long Order);

    public MemoryStores Begin(Instant now) => new(this, now);

    public IEnumerable<T> All<T>() => Rows.Values.OrderBy(row => row.Order).Select(row => row.Item).OfType<T>();

    /// <summary>Puts things there as if they had been for a while.</summary>
    public void Put(params IEnumerable<object> items)
    {
        foreach (var item in items)
        {
            var shelf = Shelf.Of(item);
            Write((shelf.Kind, shelf.KeyOf(item)), shelf.AtVersion(item, 1), 1);
        }
    }

    /// <summary>Another time for an errand that could not be done.</summary>
    public void Retry(DueErrand errand) => Errands = Errands.Replace(Errands.Single(one => one.Id == errand.Id), errand);

    /// <returns>False when something is not as the turn has read it; nothing is written then.</returns>
    internal bool Commit(MemoryStores turn)
    {
        if (turn.Saved.Any(saved => VersionOf(saved.Key) != saved.Value.Version)
            || turn.NumbersTaken.Any(taken => Counters.GetValueOrDefault(taken.Key) != taken.Value.Read)
            || turn.Completed.Any(done => Errands.All(errand => errand.Id != done.Id)))
        {
            return false;
        }

        foreach (var ((kind, key), saved) in turn.Saved)
        {
            if (saved.Removed)
            {
                Rows = Rows.Remove((kind, key));
                continue;
            }

            Write((kind, key), saved.Shelf.AtVersion(saved.Item, saved.Version + 1), saved.Version + 1);
        }

        Counters = Counters.SetItems(turn.NumbersTaken.Select(taken => KeyValuePair.Create(taken.Key, taken.Value.Last)));
        Errands = Errands.RemoveAll(errand => turn.Completed.Any(done => done.Id == errand.Id))
            .AddRange(turn.Sent.Select(sent => new DueErrand(++lastErrand, sent.Errand, sent.Due, Hold: sent.Hold)));
        return true;
    }

    private long VersionOf((Type, string) key) => Rows.TryGetValue(key, out var row) ? row.Version : 0;

    private void Write((Type Kind, string Key) key, object item, long version) =>
        Rows = Rows.SetItem(key, new Row(item, version, Rows.TryGetValue(key, out var before) ? before.Order : ++lastOrder));
}
