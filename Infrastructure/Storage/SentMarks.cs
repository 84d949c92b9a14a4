using System.Collections.Concurrent;

namespace PeerBot.Storage;

/// <summary>
/// Ids of outbox rows that were delivered and wait to be deleted. They ride along with the next write; when none comes for a
/// moment, they ask for one of their own. A mark that a crash loses means a second delivery, hence a short moment.
/// </summary>
internal sealed class SentMarks : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan PatienceAfterFailure = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<long> _ids = new();
    private readonly ITimer _timer;
    private int _asked;

    /// <param name="nudge">Asks the writer to come and <see cref="Take"/>; called from a timer.</param>
    public SentMarks(TimeProvider time, Action nudge) =>
        _timer = time.CreateTimer(_ => nudge(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public void Add(IEnumerable<long> ids)
    {
        foreach (var id in ids)
            _ids.Enqueue(id);
        Ask(Patience);
    }

    public IReadOnlyList<long> Take()
    {
        Volatile.Write(ref _asked, 0);
        if (_ids.IsEmpty)
            return [];
        var taken = new List<long>();
        while (_ids.TryDequeue(out var id))
            taken.Add(id);
        return taken;
    }

    public void PutBack(IReadOnlyList<long> ids)
    {
        foreach (var id in ids)
            _ids.Enqueue(id);
        if (ids.Count > 0)
            Ask(PatienceAfterFailure);
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Ask(TimeSpan patience)
    {
        if (Interlocked.Exchange(ref _asked, 1) == 0)
            _timer.Change(patience, Timeout.InfiniteTimeSpan);
    }
}
