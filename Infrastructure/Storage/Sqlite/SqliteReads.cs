using System.Text;
using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Storage.Rows;

namespace PeerBot.Storage.Sqlite;

/// <summary>What can be read in any session.</summary>
internal static class SqliteReads
{
    public static List<T> Rows<T>(SqliteSession session, Table<T> table, string sql, object[] parameters, IPrivateText privateText)
        where T : class
    {
        var rows = new List<T>();
        using var select = session.Statement(sql);
        for (var i = 0; i < parameters.Length; i++)
            select.Bind(i + 1, parameters[i], ColumnKind.Text);
        while (select.Step())
            rows.Add(table.Read(select.Number(0), select.Bytes(1), privateText));
        return rows;
    }

    public static CommitOutcome.Repeated? FindAnswer(SqliteSession session, string key, IPrivateText privateText)
    {
        using var select = session.Statement(
            "SELECT a.\"Body\" FROM \"Inbox\" i LEFT JOIN \"Answers\" a ON a.\"Id\" = i.\"Answer\" WHERE i.\"Key\" = $1");
        select.Bind(1, key);
        if (!select.Step())
            return null;
        return new CommitOutcome.Repeated(
            select.IsNull(0) ? null : Encoding.UTF8.GetString(privateText.Reveal(Tables.Answers.Name, select.Bytes(0))));
    }

    /// <param name="select">Stands on a row with the columns of <see cref="OutboxSql.Columns"/>.</param>
    public static OutboxRow OutboxRow(SqliteStatement select, IPrivateText privateText) => new(
        select.Number(0), (OutboxKind)select.Number(1), select.Text(2) is { } person ? new PersonId(person) : null, select.Text(3),
        Instant.FromUnixTimeTicks(select.Number(4)), Encoding.UTF8.GetString(privateText.Reveal(Tables.Outbox.Name, select.Bytes(7))),
        (int)select.Number(5), Instant.FromUnixTimeTicks(select.Number(6)));
}
