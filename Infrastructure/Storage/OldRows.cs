using PeerBot.Storage.Rows;

namespace PeerBot.Storage;

/// <summary>Rows of private tables that an earlier version has stored as plain text. They can be read; here they get their protection.</summary>
internal sealed class OldRows(IEngine engine, IPrivateText privateText)
{
    private const int AtOnce = 1000;

    private static readonly IReadOnlyList<TableShape> PrivateTables =
        [.. Tables.All.Where(table => table is AggregateTable { IsPrivate: true } || table == Tables.Outbox || table == Tables.Answers)];

    /// <returns>How many were found and protected.</returns>
    public async Task<int> ProtectAsync(CancellationToken cancellation)
    {
        if (privateText.Mark is not { } mark)
            return 0;
        var found = 0;
        foreach (var table in PrivateTables)
        {
            IReadOnlyList<(object[] Key, byte[] Body)> rows;
            do
            {
                cancellation.ThrowIfCancellationRequested();
                rows = await FindAsync(table, mark).ConfigureAwait(false);
                foreach (var (key, body) in rows)
                    await ProtectAsync(table, key, body).ConfigureAwait(false);
                found += rows.Count;
            }
            while (rows.Count == AtOnce);
        }

        return found;
    }

    private Task<IReadOnlyList<(object[] Key, byte[] Body)>> FindAsync(TableShape table, byte mark)
    {
        var keys = Keys(table);
        return engine.ReadAsync<(object[] Key, byte[] Body)>(
            $"SELECT {string.Join(", ", keys.Select(key => $"\"{key.Name}\""))}, \"Body\" FROM \"{table.Name}\" WHERE substr(\"Body\", 1, 1) <> $1 LIMIT {AtOnce}",
            [new[] { mark }],
            row => ([.. keys.Select((key, at) => key.Kind == ColumnKind.Number ? (object)row.Number(at) : row.Text(at)!)], row.Bytes(keys.Count).ToArray())).AsTask();
    }

    /// <summary>Whoever has written the row meanwhile has protected it.</summary>
    private Task ProtectAsync(TableShape table, object[] key, byte[] body)
    {
        var matches = Keys(table).Select((column, at) => $"\"{column.Name}\" = ${at + 3}");
        return engine.WriteAsync(
            $"UPDATE \"{table.Name}\" SET \"Body\" = $1 WHERE \"Body\" = $2 AND {string.Join(" AND ", matches)}",
            [privateText.Protect(table.Name, body), body, .. key], row => 0);
    }

    private static List<Column> Keys(TableShape table) => [.. table.Columns.Where(column => column.Key)];
}
