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

    private readonly string _self;
    private readonly IPrivateText _privateText;
    private readonly SqliteReaders _readers;

    public SqliteEngine(string connectionString, string self, DatabaseOptions options)
    {
        var path = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (path is "" or ":memory:" || path.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("The SQLite connection string has to name a file: Data Source=peerbot.db.", nameof(connectionString));
        path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _self = self;
        _privateText = options.PrivateText;
        Writer = new SqliteWriter(path, options.Time);
        _readers = new SqliteReaders(path);
    }

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

    public ValueTask<IReadOnlyList<T>> ReadAsync<T>(Table<T> table, string sql, object[] parameters)
        where T : class =>
        new(_readers.Read(session => SqliteReads.Rows(session, table, sql, parameters, _privateText)));

    public ValueTask<CommitOutcome.Repeated?> FindAnswerAsync(string hashedKey) =>
        new(_readers.Read(session => SqliteReads.FindAnswer(session, hashedKey, _privateText)));

    public Task<CommitOutcome> CommitAsync(WriteSet writes) => Writer.RunAsync(new SqliteCommit(writes, _privateText));

    public Task<IReadOnlyList<OutboxRow>> ClaimDueAsync(Instant now, int limit, Instant claimFrom, Instant claimUntil) =>
        Writer.RunAsync<IReadOnlyList<OutboxRow>>(session =>
        {
            using var claim = session.Statement(OutboxSql.ClaimDue(locking: ""));
            claim.Bind(1, now.ToUnixTimeTicks());
            claim.Bind(2, claimFrom.ToUnixTimeTicks());
            claim.Bind(3, limit);
            claim.Bind(4, _self);
            claim.Bind(5, claimUntil.ToUnixTimeTicks());
            var rows = new List<OutboxRow>();
            while (claim.Step())
                rows.Add(SqliteReads.OutboxRow(claim, _privateText));
            return rows;
        });

    public void MarkSent(IEnumerable<long> ids) => Writer.MarkSent(ids);

    public Task RetryAsync(long id, Instant notBefore, int attempts) =>
        Writer.RunAsync(session =>
        {
            using var retry = session.Statement(OutboxSql.Retry);
            retry.Bind(1, id);
            retry.Bind(2, _self);
            retry.Bind(3, notBefore.ToUnixTimeTicks());
            retry.Bind(4, attempts);
            return retry.Run();
        });

    public Task<Instant?> NextDueAsync(Instant after) =>
        Task.FromResult(_readers.Read<Instant?>(session =>
        {
            using var select = session.Statement(OutboxSql.NextDue);
            select.Bind(1, after.ToUnixTimeTicks());
            select.Step();
            return select.IsNull(0) ? null : Instant.FromUnixTimeTicks(select.Number(0));
        }));

    public async Task<int> ForgetInboxAsync(Instant olderThan)
    {
        // A little at a time, found beside the writer, so that no turn waits for the whole of it.
        var forgotten = 0;
        for (var last = ""; ;)
        {
            var keys = _readers.Read(session => OldKeys(session, olderThan, last));
            if (keys.Count == 0)
                return forgotten;
            last = keys[^1];
            forgotten += await Writer.RunAsync(session => Forget(session, keys)).ConfigureAwait(false);
        }
    }

    public Task ReplaceAllAsync(IEnumerable<RowWrite> rows) =>
        Writer.RunAsync(session =>
        {
            foreach (var table in Tables.All)
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

    private static List<string> Applied(SqliteSession session)
    {
        using (var table = session.Statement("SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsHistory'"))
        {
            if (!table.Step())
                return [];
        }

        var applied = new List<string>();
        using var select = session.Statement("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"");
        while (select.Step())
            applied.Add(select.Text(0)!);
        return applied;
    }

    private static List<string> OldKeys(SqliteSession session, Instant olderThan, string last)
    {
        using var select = session.Statement(
            "SELECT \"Key\" FROM \"Inbox\" WHERE \"Key\" > $1 AND \"At\" < $2 ORDER BY \"Key\" LIMIT $3");
        select.Bind(1, last);
        select.Bind(2, olderThan.ToUnixTimeTicks());
        select.Bind(3, ForgottenAtOnce);
        var keys = new List<string>();
        while (select.Step())
            keys.Add(select.Text(0)!);
        return keys;
    }

    private static int Forget(SqliteSession session, List<string> keys)
    {
        var forgotten = 0;
        foreach (var key in keys)
        {
            using var answer = session.Statement(
                "DELETE FROM \"Answers\" WHERE \"Id\" = (SELECT \"Answer\" FROM \"Inbox\" WHERE \"Key\" = $1)");
            answer.Bind(1, key);
            answer.Step();
            using var inbox = session.Statement("DELETE FROM \"Inbox\" WHERE \"Key\" = $1");
            inbox.Bind(1, key);
            forgotten += inbox.Run();
        }

        return forgotten;
    }
}
