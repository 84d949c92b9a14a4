using Npgsql;

using PeerBot.Storage.Rows;

namespace PeerBot.Storage.Postgres;

/// <summary>The write set of one turn in two round trips: all statements, then the commit.</summary>
/// <remarks>
/// An update that waits for another turn's lock finds the version moved and touches no row; so read committed is enough.
/// </remarks>
internal static class PostgresCommit
{
    public static async Task<CommitOutcome> RunAsync(NpgsqlDataSource source, WriteSet writes)
    {
        await using var connection = await source.OpenConnectionAsync().ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
        await using var batch = new NpgsqlBatch(connection, transaction);
        if (writes.InboxKeys.Count > 0)
            batch.BatchCommands.Add(Inbox(writes));
        if (writes.Completed.Count > 0)
            batch.BatchCommands.Add(Completed(writes.Completed));
        foreach (var row in writes.Rows)
            batch.BatchCommands.Add(Write(row));
        foreach (var row in writes.Outbox)
            batch.BatchCommands.Add(Outbox(row));
        try
        {
            var ids = batch.BatchCommands.Count == 0 ? [] : await RunAsync(batch).ConfigureAwait(false);
            if (Refusal(batch, writes) is { } refusal)
                return refusal;
            await transaction.CommitAsync().ConfigureAwait(false);
            return new CommitOutcome.Committed(
                [.. writes.Outbox.Zip(ids).Where(r => r.Second.Claimed).Select(r => r.First.Row with { Id = r.Second.Id })],
                writes.Outbox.Zip(ids).Any(r => r.First.Row.Claim is not null && !r.Second.Claimed));
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.SerializationFailure or
            PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation)
        {
            return new CommitOutcome.Conflict();
        }
    }

    private static async Task<List<(long Id, bool Claimed)>> RunAsync(NpgsqlBatch batch)
    {
        var ids = new List<(long, bool)>();
        await using var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        do
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
                ids.Add((reader.GetInt64(0), !await reader.IsDBNullAsync(1).ConfigureAwait(false)));
        }
        while (await reader.NextResultAsync().ConfigureAwait(false));
        return ids;
    }

    // A repeat first: it would also meet versions that its first run has moved.
    private static CommitOutcome? Refusal(NpgsqlBatch batch, WriteSet writes)
    {
        var at = 0;
        if (writes.InboxKeys.Count > 0 && batch.BatchCommands[at++].RecordsAffected != writes.InboxKeys.Count)
            return new CommitOutcome.Repeated(null);
        if (writes.Completed.Count > 0 && batch.BatchCommands[at++].RecordsAffected != writes.Completed.Count)
            return new CommitOutcome.Repeated(null);
        for (var i = 0; i < writes.Rows.Count; i++)
        {
            if (batch.BatchCommands[at++].RecordsAffected != 1 && !writes.Rows[i].IsForgotten)
                return new CommitOutcome.Conflict();
        }

        return null;
    }

    private static NpgsqlBatchCommand Inbox(WriteSet writes)
    {
        var keys = new NpgsqlParameter<string[]> { TypedValue = [.. writes.InboxKeys] };
        var at = new NpgsqlParameter<long> { TypedValue = writes.Now };
        return writes.Answer is null
            ? new NpgsqlBatchCommand(
                "INSERT INTO \"Inbox\" (\"Key\", \"At\") SELECT key, $2 FROM unnest($1) key ON CONFLICT DO NOTHING")
            {
                Parameters = { keys, at },
            }
            : new NpgsqlBatchCommand(
                """
                WITH answer AS (INSERT INTO "Answers" ("Body") VALUES ($3) RETURNING "Id")
                INSERT INTO "Inbox" ("Key", "At", "Answer") SELECT key, $2, answer."Id" FROM unnest($1) key, answer
                ON CONFLICT DO NOTHING
                """)
            {
                Parameters = { keys, at, new NpgsqlParameter<byte[]> { TypedValue = writes.Answer } },
            };
    }

    private static NpgsqlBatchCommand Completed(IReadOnlyList<long> ids) =>
        new("DELETE FROM \"Outbox\" WHERE \"Id\" = ANY($1)") { Parameters = { new NpgsqlParameter<long[]> { TypedValue = [.. ids] } } };

    private static NpgsqlBatchCommand Write(RowWrite row)
    {
        var command = new NpgsqlBatchCommand(row.Expected switch
        {
            _ when row.IsForgotten => row.Table.Forget,
            _ when row.Removed => row.Table.Delete,
            0 => row.Table.Insert,
            RowWrite.Any => row.Table.Put,
            _ => row.Table.Update,
        });
        if (row.Expected <= 0 && !row.Removed)
        {
            for (var i = 0; i < row.Values.Length; i++)
                command.Parameters.Add(Parameter(row.Values[i], row.Table.Columns[i].Kind));
            return command;
        }

        foreach (var at in row.Removed ? row.Table.Keys : row.Table.UpdateOrder)
            command.Parameters.Add(Parameter(row.Values[at], row.Table.Columns[at].Kind));
        if (!row.IsForgotten)
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = row.Expected });
        return command;
    }

    private static NpgsqlBatchCommand Outbox(OutboxInsert insert)
    {
        var command = new NpgsqlBatchCommand(OutboxSql.Insert);
        foreach (var (value, kind) in insert.Values().Zip(OutboxInsert.Kinds))
            command.Parameters.Add(Parameter(value, kind));
        return command;
    }

    private static NpgsqlParameter Parameter(object? value, ColumnKind kind) =>
        new() { Value = value ?? DBNull.Value, NpgsqlDbType = PostgresTypes.Of(kind) };
}
