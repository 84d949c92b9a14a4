using System.Text;
using NodaTime;
using Npgsql;

using PeerBot.Domain.People;
using PeerBot.Storage.Model;
using PeerBot.Storage.Rows;

namespace PeerBot.Storage.Postgres;

/// <summary>A server that many processes share.</summary>
internal sealed class PostgresEngine : IEngine
{
    private const string Engine = "Postgres";

    // Any number, as long as every version of PeerBot takes the same one.
    private const long MigrationLock = 0x5065657242_6F74;

    private readonly string _self;
    private readonly IPrivateText _privateText;
    private readonly NpgsqlDataSource _source;
    private readonly SentMarks _marks;

    public PostgresEngine(string connectionString, string self, DatabaseOptions options)
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
        _self = self;
        _privateText = options.PrivateText;
        _source = new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
        _marks = new SentMarks(options.Time, () => _ = DeleteSentAsync());
    }

    public async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        if (MigrationScripts.Pending(Engine, await AppliedAsync(connection, cancellation).ConfigureAwait(false)).Count == 0)
            return;
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (var alone = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", connection) { Parameters = { new() { Value = MigrationLock } } })
            await alone.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);

        // Asked again, now that no other process can be at it.
        foreach (var sql in MigrationScripts.Pending(Engine, await AppliedAsync(connection, cancellation).ConfigureAwait(false)))
        {
            await using var script = new NpgsqlCommand(sql, connection);
            await script.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<T>> ReadAsync<T>(Table<T> table, string sql, object[] parameters)
        where T : class
    {
        await using var select = _source.CreateCommand(sql);
        foreach (var parameter in parameters)
            select.Parameters.Add(new NpgsqlParameter { Value = parameter });
        var rows = new List<T>();
        await using var reader = await select.ExecuteReaderAsync().ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false))
            rows.Add(table.Read(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), _privateText));
        return rows;
    }

    public async ValueTask<CommitOutcome.Repeated?> FindAnswerAsync(string hashedKey)
    {
        await using var select = _source.CreateCommand(
            "SELECT a.\"Body\" FROM \"Inbox\" i LEFT JOIN \"Answers\" a ON a.\"Id\" = i.\"Answer\" WHERE i.\"Key\" = $1");
        select.Parameters.Add(new NpgsqlParameter<string> { TypedValue = hashedKey });
        await using var reader = await select.ExecuteReaderAsync().ConfigureAwait(false);
        if (!await reader.ReadAsync().ConfigureAwait(false))
            return null;
        return new CommitOutcome.Repeated(
            reader.IsDBNull(0) ? null : Encoding.UTF8.GetString(_privateText.Reveal(Tables.Answers.Name, reader.GetFieldValue<byte[]>(0))));
    }

    public async Task<CommitOutcome> CommitAsync(WriteSet writes)
    {
        var outcome = await PostgresCommit.RunAsync(_source, writes).ConfigureAwait(false);
        if (outcome is not CommitOutcome.Repeated)
            return outcome;
        foreach (var key in writes.InboxKeys)
        {
            if (await FindAnswerAsync(key).ConfigureAwait(false) is { } known)
                return known;
        }

        return outcome;
    }

    public async Task<IReadOnlyList<OutboxRow>> ClaimDueAsync(Instant now, int limit, Instant claimFrom, Instant claimUntil)
    {
        await using var claim = _source.CreateCommand(OutboxSql.ClaimDue("FOR UPDATE SKIP LOCKED"));
        claim.Parameters.Add(new NpgsqlParameter<long> { TypedValue = now.ToUnixTimeTicks() });
        claim.Parameters.Add(new NpgsqlParameter<long> { TypedValue = claimFrom.ToUnixTimeTicks() });
        claim.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        claim.Parameters.Add(new NpgsqlParameter<string> { TypedValue = _self });
        claim.Parameters.Add(new NpgsqlParameter<long> { TypedValue = claimUntil.ToUnixTimeTicks() });
        var rows = new List<OutboxRow>();
        await using var reader = await claim.ExecuteReaderAsync().ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false))
            rows.Add(Row(reader));
        return rows;
    }

    public void MarkSent(IEnumerable<long> ids) => _marks.Add(ids);

    public async Task RetryAsync(long id, Instant notBefore, int attempts)
    {
        await using var retry = _source.CreateCommand(OutboxSql.Retry);
        retry.Parameters.Add(new NpgsqlParameter<long> { TypedValue = id });
        retry.Parameters.Add(new NpgsqlParameter<string> { TypedValue = _self });
        retry.Parameters.Add(new NpgsqlParameter<long> { TypedValue = notBefore.ToUnixTimeTicks() });
        retry.Parameters.Add(new NpgsqlParameter<long> { TypedValue = attempts });
        await retry.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    public async Task<Instant?> NextDueAsync(Instant after)
    {
        await using var select = _source.CreateCommand(OutboxSql.NextDue);
        select.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after.ToUnixTimeTicks() });
        return await select.ExecuteScalarAsync().ConfigureAwait(false) is long ticks ? Instant.FromUnixTimeTicks(ticks) : null;
    }

    public async Task<int> ForgetInboxAsync(Instant olderThan)
    {
        await using var connection = await _source.OpenConnectionAsync().ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
        var before = olderThan.ToUnixTimeTicks();
        await using var answers = new NpgsqlCommand(
            "DELETE FROM \"Answers\" a USING \"Inbox\" i WHERE i.\"Answer\" = a.\"Id\" AND i.\"At\" < $1", connection);
        answers.Parameters.Add(new NpgsqlParameter<long> { TypedValue = before });
        await answers.ExecuteNonQueryAsync().ConfigureAwait(false);
        await using var inbox = new NpgsqlCommand("DELETE FROM \"Inbox\" WHERE \"At\" < $1", connection);
        inbox.Parameters.Add(new NpgsqlParameter<long> { TypedValue = before });
        var forgotten = await inbox.ExecuteNonQueryAsync().ConfigureAwait(false);
        await transaction.CommitAsync().ConfigureAwait(false);
        return forgotten;
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
            await using var delete = _source.CreateCommand("DELETE FROM \"Outbox\" WHERE \"Id\" = ANY($1)");
            delete.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. ids] });
            await delete.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
        catch (NpgsqlException)
        {
            // Tried again shortly. A server that is gone is noticed by whoever reads or commits.
            _marks.PutBack(ids);
        }
    }

    private OutboxRow Row(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), (OutboxKind)reader.GetInt64(1), reader.IsDBNull(2) ? null : new PersonId(reader.GetString(2)),
        reader.IsDBNull(3) ? null : reader.GetString(3), Instant.FromUnixTimeTicks(reader.GetInt64(4)),
        Encoding.UTF8.GetString(_privateText.Reveal(Tables.Outbox.Name, reader.GetFieldValue<byte[]>(7))),
        (int)reader.GetInt64(5), Instant.FromUnixTimeTicks(reader.GetInt64(6)));

    private static async Task<List<string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using (var exists = new NpgsqlCommand("SELECT to_regclass('\"__EFMigrationsHistory\"') IS NOT NULL", connection))
        {
            if (await exists.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is not true)
                return [];
        }

        var applied = new List<string>();
        await using var select = new NpgsqlCommand("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"", connection);
        await using var reader = await select.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            applied.Add(reader.GetString(0));
        return applied;
    }
}
