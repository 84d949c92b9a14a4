using System.Threading.Channels;

namespace PeerBot.Storage.Sqlite;

/// <summary>
/// The only one who writes. It takes what waits, up to a limit, into one transaction: a disk flush then serves many turns, and
/// no turn waits for SQLite's lock.
/// </summary>
/// <remarks>A thread of its own, since it spends its time in the disk and would starve the pool of a small machine.</remarks>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int LargestBatch = 256;

    private readonly string _path;
    private readonly SentMarks _marks;
    private readonly Channel<WriteJob> _waiting =
        Channel.CreateUnbounded<WriteJob>(new UnboundedChannelOptions { SingleReader = true });

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<WriteJob> _batch = [];
    private SqliteSession? _session;

    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The file cannot be opened for writing.</exception>
    public SqliteWriter(string path, TimeProvider time)
    {
        _path = path;
        _session = SqliteSession.OpenWriter(path);
        _marks = new SentMarks(time, () => _waiting.Writer.TryWrite(Nudge.Instance));
        new Thread(Work) { IsBackground = true, Name = "SQLite writer" }.Start();
    }

    /// <exception cref="ObjectDisposedException">The database was closed.</exception>
    public Task<T> RunAsync<T>(WriteJob<T> job)
    {
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(job), this);
        return job.Result;
    }

    public Task<T> RunAsync<T>(Func<SqliteSession, T> write) => RunAsync(new WriteAction<T>(write));

    public void MarkSent(IEnumerable<long> ids) => _marks.Add(ids);

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _ended.Task.ConfigureAwait(false);
        await _marks.DisposeAsync().ConfigureAwait(false);
    }

    private void Work()
    {
        try
        {
            while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
                WriteBatch();
            WriteBatch();
        }
        finally
        {
            _session?.Dispose();
            _ended.SetResult();
        }
    }

    private void WriteBatch()
    {
        _batch.Clear();
        while (_batch.Count < LargestBatch && _waiting.Reader.TryRead(out var job))
        {
            if (job is not Nudge)
                _batch.Add(job);
        }

        var sent = _marks.Take();
        if (_batch.Count == 0 && sent.Count == 0)
            return;
        try
        {
            _session ??= SqliteSession.OpenWriter(_path);
            _session.Run("BEGIN IMMEDIATE");
            foreach (var id in sent)
                _session.Run("DELETE FROM \"Outbox\" WHERE \"Id\" = $1", id);
            for (var i = 0; i < _batch.Count; i++)
                _batch[i] = Apply(_session, _batch[i]);
            _session.Run("COMMIT");
        }
        catch (Exception reason)
        {
            // Whatever it was, those who wait hear of it, and the writer goes on with the next batch.
            RollBack();
            _marks.PutBack(sent);
            foreach (var job in _batch)
                job.Failed(reason);
            return;
        }

        foreach (var job in _batch)
            job.Done();
    }

    /// <returns>The job, or in its place one that fails those who wait.</returns>
    private static WriteJob Apply(SqliteSession session, WriteJob job)
    {
        session.Run("SAVEPOINT turn");
        try
        {
            if (!job.Apply(session))
                session.Run("ROLLBACK TO turn");
        }
        catch (Exception reason) when (session.InTransaction)
        {
            // Its own fault, as far as one can tell: the others of the batch need not suffer.
            session.Run("ROLLBACK TO turn");
            job = new FailedJob(job, reason);
        }

        session.Run("RELEASE turn");
        return job;
    }

    private void RollBack()
    {
        try
        {
            if (_session is { InTransaction: true })
                _session.Run("ROLLBACK");
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // The connection is of no use any more; the next batch opens another, and fails with its reason if it cannot.
            _session?.Dispose();
            _session = null;
        }
    }

    /// <summary>Wakes the writer for marks that nothing else would carry.</summary>
    private sealed class Nudge : WriteJob
    {
        public static readonly Nudge Instance = new();

        public override bool Apply(SqliteSession session) => true;

        public override void Done()
        {
        }

        public override void Failed(Exception reason)
        {
        }
    }

    private sealed class FailedJob(WriteJob job, Exception reason) : WriteJob
    {
        public override bool Apply(SqliteSession session) => false;

        public override void Done() => job.Failed(reason);

        public override void Failed(Exception other) => job.Failed(other);
    }
}
