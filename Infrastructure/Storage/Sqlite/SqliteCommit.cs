using PeerBot.Storage.Rows;

namespace PeerBot.Storage.Sqlite;

/// <summary>The write set of one turn.</summary>
internal sealed class SqliteCommit(WriteSet writes, IPrivateText privateText) : WriteJob<CommitOutcome>
{
    public override bool Apply(SqliteSession session)
    {
        Outcome = Refusal(session) ?? Outbox(session);
        return Outcome is CommitOutcome.Committed;
    }

    // A repeat first: it would also meet versions that its first run has moved.
    private CommitOutcome? Refusal(SqliteSession session)
    {
        if (!Inbox(session, out var known))
            return SqliteReads.FindAnswer(session, known, privateText);
        foreach (var id in writes.Completed)
        {
            using var delete = session.Statement("DELETE FROM \"Outbox\" WHERE \"Id\" = $1");
            delete.Bind(1, id);
            if (delete.Run() == 0)
                return new CommitOutcome.Repeated(null);
        }

        foreach (var row in writes.Rows)
        {
            if (!Upsert(session, row))
                return new CommitOutcome.Conflict();
        }

        return null;
    }

    private bool Inbox(SqliteSession session, out string known)
    {
        long? answer = null;
        if (writes.Answer is not null)
        {
            using var insert = session.Statement("INSERT INTO \"Answers\" (\"Body\") VALUES ($1)");
            insert.Bind(1, writes.Answer, ColumnKind.Bytes);
            insert.Step();
            answer = session.LastRowId;
        }

        foreach (var key in writes.InboxKeys)
        {
            using var insert = session.Statement(
                "INSERT INTO \"Inbox\" (\"Key\", \"Answer\", \"At\") VALUES ($1, $2, $3) ON CONFLICT DO NOTHING");
            insert.Bind(1, key);
            insert.Bind(2, answer, ColumnKind.Number);
            insert.Bind(3, writes.Now);
            known = key;
            if (insert.Run() == 0)
                return false;
        }

        known = "";
        return true;
    }

    private static bool Upsert(SqliteSession session, RowWrite row)
    {
        var columns = row.Table.Columns;
        if (row.Expected <= 0)
            return Insert(session, row);
        using var update = session.Statement(row.Table.Update);
        var order = row.Table.UpdateOrder;
        for (var i = 0; i < order.Count; i++)
            update.Bind(i + 1, row.Values[order[i]], columns[order[i]].Kind);
        update.Bind(order.Count + 1, row.Expected);
        return update.Run() == 1;
    }

    public static bool Insert(SqliteSession session, RowWrite row)
    {
        using var insert = session.Statement(row.Expected == 0 ? row.Table.Insert : row.Table.Put);
        for (var i = 0; i < row.Values.Length; i++)
            insert.Bind(i + 1, row.Values[i], row.Table.Columns[i].Kind);
        return insert.Run() == 1;
    }

    private CommitOutcome.Committed Outbox(SqliteSession session)
    {
        List<OutboxRow>? due = null;
        foreach (var (row, body, claimedBy, claimedUntil) in writes.Outbox)
        {
            using var insert = session.Statement(
                """
                INSERT INTO "Outbox" ("Kind", "Person", "ConversationId", "Due", "Attempts", "ClaimedBy", "ClaimedUntil", "CreatedAt", "Body")
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """);
            insert.Bind(1, (long)row.Kind);
            insert.Bind(2, row.Person?.Value);
            insert.Bind(3, row.ConversationId);
            insert.Bind(4, row.Due.ToUnixTimeTicks());
            insert.Bind(5, row.Attempts);
            insert.Bind(6, claimedBy);
            insert.Bind(7, claimedUntil);
            insert.Bind(8, row.CreatedAt.ToUnixTimeTicks());
            insert.Bind(9, body, ColumnKind.Bytes);
            insert.Step();
            if (claimedBy is not null)
                (due ??= []).Add(row with { Id = session.LastRowId });
        }

        return new CommitOutcome.Committed(due ?? (IReadOnlyList<OutboxRow>)[]);
    }
}
