using PeerBot.Storage.Rows;

namespace PeerBot.Storage.Sqlite;

/// <summary>The write set of one turn.</summary>
internal sealed class SqliteCommit(WriteSet writes) : WriteJob<CommitOutcome>
{
    public override bool Apply(SqliteSession session)
    {
        Outcome = Refusal(session) ?? Outbox(session);
        return Outcome is CommitOutcome.Committed;
    }

    // A repeat first: it would also meet versions that its first run has moved.
    private CommitOutcome? Refusal(SqliteSession session)
    {
        object? answer = writes.Answer is null ? null : session.Rows(OutboxSql.InsertAnswer, [writes.Answer], row => row.Number(0))[0];
        foreach (var key in writes.InboxKeys)
        {
            if (session.Run(OutboxSql.InsertKey, key, answer, writes.Now) == 0)
                return new CommitOutcome.Repeated(null);
        }

        foreach (var id in writes.Completed)
        {
            if (session.Run("DELETE FROM \"Outbox\" WHERE \"Id\" = $1", id) == 0)
                return new CommitOutcome.Repeated(null);
        }

        foreach (var row in writes.Rows)
        {
            if (!(row.Removed ? Delete(session, row) : row.Expected > 0 ? Update(session, row) : Insert(session, row)))
                return new CommitOutcome.Conflict();
        }

        return null;
    }

    public static bool Insert(SqliteSession session, RowWrite row)
    {
        using var insert = session.Statement(row.Expected == 0 ? row.Table.Insert : row.Table.Put);
        for (var i = 0; i < row.Values.Length; i++)
            insert.Bind(i + 1, row.Values[i], row.Table.Columns[i].Kind);
        insert.Step();
        return session.Changes == 1;
    }

    private static bool Delete(SqliteSession session, RowWrite row)
    {
        using var delete = session.Statement(row.IsForgotten ? row.Table.Forget : row.Table.Delete);
        var keys = row.Table.Keys;
        for (var i = 0; i < keys.Count; i++)
            delete.Bind(i + 1, row.Values[keys[i]], row.Table.Columns[keys[i]].Kind);
        if (!row.IsForgotten)
            delete.Bind(keys.Count + 1, row.Expected);
        delete.Step();
        return row.IsForgotten || session.Changes == 1;
    }

    private static bool Update(SqliteSession session, RowWrite row)
    {
        using var update = session.Statement(row.Table.Update);
        var order = row.Table.UpdateOrder;
        for (var i = 0; i < order.Count; i++)
            update.Bind(i + 1, row.Values[order[i]], row.Table.Columns[order[i]].Kind);
        update.Bind(order.Count + 1, row.Expected);
        update.Step();
        return session.Changes == 1;
    }

    private CommitOutcome.Committed Outbox(SqliteSession session)
    {
        var (due, behind) = (new List<OutboxRow>(), false);
        foreach (var insert in writes.Outbox)
        {
            var (id, claimed) = session.Rows(OutboxSql.Insert, insert.Values(), row => (row.Number(0), !row.IsNull(1)))[0];
            if (claimed)
                due.Add(insert.Row with { Id = id });
            behind |= insert.Row.Claim is not null && !claimed;
        }

        return new CommitOutcome.Committed(due, behind);
    }
}
