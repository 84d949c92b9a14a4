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

    private readonly NpgsqlDataSource _source;
    private readonly SentMarks _marks;

    public PostgresEngine(string connectionString, DatabaseOptions options)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);

        // Statements are few and always the same. A setting of the operator's stands: behind some poolers it has to be 0.
        if (!settings.ContainsKey("Max Auto Prepare"))
        {
            settings.MaxAutoPrepare = 100;
            settings.AutoPrepareMinUsages = 2;
        }

        // Nothing here changes a connection's settings, so there is nothing to reset.
        settings.NoResetOnClose = true;
        _source = new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
        _marks = new SentMarks(options.Time, () => _ = DeleteSentAsync());
    }

    public string SkipLocked => "FOR UPDATE SKIP LOCKED";

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
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
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
        // One statement sees one state: the answers go with the keys that name them.
        var forgotten = await ReadAsync(
            """
            WITH keys AS (DELETE FROM "Inbox" WHERE "At" < $1 RETURNING "Answer"),
                answers AS (DELETE FROM "Answers" WHERE "Id" IN (SELECT "Answer" FROM keys))
            SELECT count(*) FROM keys
            """,
            [olderThan.ToUnixTimeTicks()], row => (int)row.Number(0)).ConfigureAwait(false);
        return forgotten[0];
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
