using NodaTime;
using Npgsql;
using PeerBot.Storage.Model;
using PeerBot.Storage.Rows;

namespace PeerBot.Storage.Postgres;

/// <summary>A server that many processes share.</summary>
internal sealed class PostgresEngine : IEngine
{
    private const string Engine = "Postgres";

    // Any number, as long as every version of PeerBot takes the same one.
    private const long MigrationLock = 0x5065_6572_426F_74;
    private const long AloneLock = MigrationLock + 1;

    /// <summary>A server takes 100 connections in all unless told otherwise: room for three replicas and somebody who looks.</summary>
    private const int Connections = 25;

    private const int ForgottenAtOnce = 2000;

    private readonly NpgsqlDataSource _source;
    private readonly SentMarks _marks;

    public PostgresEngine(string connectionString, DatabaseOptions options)
    {
        _source = new NpgsqlDataSourceBuilder(SettingsOf(connectionString).ConnectionString).Build();
        _marks = new SentMarks(options.Time, () => _ = DeleteSentAsync());
    }

    /// <summary>What the operator has set stands.</summary>
    internal static NpgsqlConnectionStringBuilder SettingsOf(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var set = settings.Keys.Cast<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);

        // Statements are few and always the same. Behind some poolers it has to be 0.
        if (!set.Contains("Max Auto Prepare"))
        {
            settings.MaxAutoPrepare = 100;
            settings.AutoPrepareMinUsages = 2;
        }

        if (!set.Contains("Maximum Pool Size"))
            settings.MaxPoolSize = Connections;

        // Nothing here changes a connection's settings, so there is nothing to reset.
        settings.NoResetOnClose = true;
        return settings;
    }

    public string SkipLocked => "FOR UPDATE SKIP LOCKED";

    public string BodyAsJson => "\"Body\"::json";

    public async Task MigrateAsync(CancellationToken cancellation)
    {
        if (MigrationScripts.Pending(Engine, await AppliedAsync().ConfigureAwait(false)).Count == 0)
            return;
        await using var connection = await _source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await RunAsync($"SELECT pg_advisory_xact_lock({MigrationLock})").ConfigureAwait(false);

        // Asked again, now that no other process can be at it.
        foreach (var script in MigrationScripts.Pending(Engine, await AppliedAsync().ConfigureAwait(false)))
            await RunAsync(script).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);

        async Task RunAsync(string sql)
        {
            // As long as it takes: a large table, or another process that is at it.
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
    }

    public async Task AloneAsync(Func<Task> work)
    {
        await using var connection = await _source.OpenConnectionAsync().ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({AloneLock})", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
        await work().ConfigureAwait(false);
    }

    public async Task<Duration> ClockApartAsync(TimeProvider time)
    {
        await using var command = _source.CreateCommand("SELECT clock_timestamp()");
        await command.ExecuteScalarAsync().ConfigureAwait(false); // opens the connection, which takes longest

        var before = time.GetUtcNow();
        var there = (DateTime)(await command.ExecuteScalarAsync().ConfigureAwait(false))!;
        var after = time.GetUtcNow();
        return Duration.FromTimeSpan(before + (after - before) / 2 - new DateTimeOffset(there));
    }

    public async ValueTask<IReadOnlyList<T>> ReadAsync<T>(string sql, object[] parameters, Func<IRow, T> read)
    {
        await using var command = _source.CreateCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        var row = new PostgresRow(reader);
        while (await reader.ReadAsync().ConfigureAwait(false))
            rows.Add(read(row));
        return rows;
    }

    public async Task VisitAsync(IReadOnlyList<Select> selects)
    {
        await using var batch = _source.CreateBatch();
        foreach (var select in selects)
        {
            var command = new NpgsqlBatchCommand(select.Sql);
            foreach (var parameter in select.Parameters)
                command.Parameters.Add(new NpgsqlParameter { Value = parameter });
            batch.BatchCommands.Add(command);
        }

        await using var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        var row = new PostgresRow(reader);
        foreach (var select in selects)
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
                select.Read(row);
            await reader.NextResultAsync().ConfigureAwait(false);
        }
    }

    public Task<IReadOnlyList<T>> WriteAsync<T>(string sql, object[] parameters, Func<IRow, T> read) =>
        ReadAsync(sql, parameters, read).AsTask();

    public Task<CommitOutcome> CommitAsync(WriteSet writes) => PostgresCommit.RunAsync(_source, writes);

    public void MarkSent(IEnumerable<long> ids) => _marks.Add(ids);

    public async Task<int> ForgetInboxAsync(Instant olderThan)
    {
        // A little at a time, so that it ends however much there is, and no turn waits for the whole of it. One statement sees one state:
        // the answers go with the keys that name them.
        var forgotten = 0;
        for (var last = ""; ;)
        {
            var part = await ReadAsync(
                """
                WITH part AS (SELECT "Key", "At" FROM "Inbox" WHERE "Key" > $1 ORDER BY "Key" LIMIT $3),
                    keys AS (DELETE FROM "Inbox" WHERE "Key" IN (SELECT "Key" FROM part WHERE "At" < $2) RETURNING "Answer"),
                    answers AS (DELETE FROM "Answers" WHERE "Id" IN (SELECT "Answer" FROM keys))
                SELECT max("Key"), (SELECT count(*) FROM keys) FROM part
                """,
                [last, olderThan.ToUnixTimeTicks(), (long)ForgottenAtOnce], row => (Last: row.Text(0), Count: (int)row.Number(1))).ConfigureAwait(false);
            forgotten += part[0].Count;
            if (part[0].Last is not { } reached)
                return forgotten;
            last = reached;
        }
    }

    public Task ReplaceAllAsync(IEnumerable<RowWrite> rows) => PostgresImport.RunAsync(_source, rows);

    public async ValueTask DisposeAsync()
    {
        await _marks.DisposeAsync().ConfigureAwait(false);
        await DeleteSentAsync().ConfigureAwait(false);
        await _source.DisposeAsync().ConfigureAwait(false);
    }

    private async Task DeleteSentAsync()
    {
        var ids = _marks.Take();
        if (ids.Count == 0)
            return;
        try
        {
            await WriteAsync("DELETE FROM \"Outbox\" WHERE \"Id\" = ANY($1)", [ids.ToArray()], row => 0).ConfigureAwait(false);
        }
        catch (NpgsqlException)
        {
            // Tried again shortly. A server that is gone is noticed by whoever reads or commits.
            _marks.PutBack(ids);
        }
    }

    private async Task<IReadOnlyList<string>> AppliedAsync()
    {
        var exists = await ReadAsync(
            "SELECT 1::bigint WHERE to_regclass('\"__EFMigrationsHistory\"') IS NOT NULL", [], row => true).ConfigureAwait(false);
        return exists.Count == 0
            ? []
            : await ReadAsync("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"", [], row => row.Text(0)!).ConfigureAwait(false);
    }
}
