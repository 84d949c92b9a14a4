using Microsoft.Data.Sqlite;
using NodaTime;
using PeerBot.Storage.Model;
using PeerBot.Storage.Rows;

namespace PeerBot.Storage.Sqlite;

/// <summary>One file, for one process: many readers, one grouped writer.</summary>
internal sealed class SqliteEngine : IEngine
{
    private const string Engine = "Sqlite";
    private const int ForgottenAtOnce = 500;

    private readonly SqliteReaders _readers;

    public SqliteEngine(string connectionString, DatabaseOptions options)
    {
        var path = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (path is "" or ":memory:" || path.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException(
                "The SQLite connection string has to name a file: Data Source=peerbot.db.", nameof(connectionString));
        }


        path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Writer = new SqliteWriter(path, options.Time);
        _readers = new SqliteReaders(path);
    }

    /// <summary>Nothing: there is one writer.</summary>
    public string SkipLocked => "";

    public string BodyAsJson => "\"Body\"";

    internal SqliteWriter Writer { get; }

    public async Task MigrateAsync(CancellationToken cancellation)
    {
        if (MigrationScripts.Pending(Engine, _readers.Read(Applied)).Count == 0)
            return;
        await Writer.RunAsync(session =>
        {
            // Asked again, now that no other process can be at it: the transaction is immediate.
            var scripts = MigrationScripts.Pending(Engine, Applied(session));
            foreach (var script in scripts)
                session.RunScript(script);
            return scripts.Count;
        }).WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Processes that share a file are on one machine, and only tests have two.</summary>
    public Task AloneAsync(Func<Task> work) => work();

    /// <summary>Nothing: there is one clock.</summary>
    public Task<Duration> ClockApartAsync(TimeProvider time) => Task.FromResult(Duration.Zero);

    public ValueTask<IReadOnlyList<T>> ReadAsync<T>(string sql, object[] parameters, Func<IRow, T> read) =>
        new(_readers.Read(session => session.Rows(sql, parameters, read)));

    public Task VisitAsync(IReadOnlyList<Select> selects)
    {
        _readers.Read(session =>
        {
            // One transaction has to look once, and not once for each select, whether the file has changed.
            session.Run("BEGIN");
            try
            {
                foreach (var select in selects)
                    session.Each(select.Sql, select.Parameters, select.Read);
            }
            finally
            {
                session.Run("ROLLBACK");
            }

            return selects;
        });
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<T>> WriteAsync<T>(string sql, object[] parameters, Func<IRow, T> read) =>
        Writer.RunAsync(session => session.Rows(sql, parameters, read));

    public Task<CommitOutcome> CommitAsync(WriteSet writes) => Writer.RunAsync(new SqliteCommit(writes));

    public void MarkSent(IEnumerable<long> ids) => Writer.MarkSent(ids);

    public async Task<int> ForgetInboxAsync(Instant olderThan)
    {
        // A little at a time, found beside the writer, so that no turn waits for the whole of it.
        var forgotten = 0;
        for (var last = ""; ;)
        {
            var keys = await ReadAsync(
                "SELECT \"Key\" FROM \"Inbox\" WHERE \"Key\" > $1 AND \"At\" < $2 ORDER BY \"Key\" LIMIT $3",
                [last, olderThan.ToUnixTimeTicks(), (long)ForgottenAtOnce], row => row.Text(0)!).ConfigureAwait(false);
            if (keys.Count == 0)
                return forgotten;
            last = keys[^1];
            forgotten += await Writer.RunAsync(session => Forget(session, keys)).ConfigureAwait(false);
        }
    }

    public Task ReplaceAllAsync(IEnumerable<RowWrite> rows) =>
        Writer.RunAsync(session =>
        {
            foreach (var table in Tables.Content)
                session.RunScript($"DELETE FROM \"{table.Name}\"");
            foreach (var row in rows)
            {
                if (!SqliteCommit.Insert(session, row))
                    throw new ArgumentException($"Two rows of {row.Table.Name} have one key.", nameof(rows));
            }

            return true;
        });

    public async ValueTask DisposeAsync()
    {
        _readers.Dispose();
        await Writer.DisposeAsync().ConfigureAwait(false);
    }

    private static IReadOnlyList<string> Applied(SqliteSession session) =>
        session.Rows("SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsHistory'", [], row => true).Count == 0
            ? []
            : session.Rows("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"", [], row => row.Text(0)!);

    private static int Forget(SqliteSession session, IReadOnlyList<string> keys)
    {
        var forgotten = 0;
        foreach (var key in keys)
        {
            session.Run("DELETE FROM \"Answers\" WHERE \"Id\" = (SELECT \"Answer\" FROM \"Inbox\" WHERE \"Key\" = $1)", key);
            forgotten += session.Run("DELETE FROM \"Inbox\" WHERE \"Key\" = $1", key);
        }

        return forgotten;
    }
}
