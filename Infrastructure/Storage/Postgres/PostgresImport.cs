using Npgsql;
using PeerBot.Storage.Rows;

namespace PeerBot.Storage.Postgres;

/// <summary>Loads many rows by COPY, one stream for each run of rows of a table.</summary>
internal static class PostgresImport
{
    public static async Task RunAsync(NpgsqlDataSource source, IEnumerable<RowWrite> rows)
    {
        await using var connection = await source.OpenConnectionAsync().ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
        var tables = string.Join(", ", Tables.Content.Select(t => $"\"{t.Name}\""));
        await RunAsync(connection, $"TRUNCATE {tables}").ConfigureAwait(false);
        using var each = rows.GetEnumerator();
        for (var more = each.MoveNext(); more;)
            more = await CopyAsync(connection, each).ConfigureAwait(false);
        await transaction.CommitAsync().ConfigureAwait(false);

        // Until the server knows that the tables are no longer small, it plans for small ones.
        await RunAsync(connection, "ANALYZE").ConfigureAwait(false);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    /// <returns>Whether <paramref name="each"/> stands on a row of another table.</returns>
    private static async Task<bool> CopyAsync(NpgsqlConnection connection, IEnumerator<RowWrite> each)
    {
        var table = each.Current.Table;
        var columns = string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""));
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY \"{table.Name}\" ({columns}) FROM STDIN (FORMAT BINARY)").ConfigureAwait(false);
        var more = true;
        for (; more && each.Current.Table == table; more = each.MoveNext())
        {
            await copy.StartRowAsync().ConfigureAwait(false);
            for (var i = 0; i < table.Columns.Count; i++)
                await WriteAsync(copy, each.Current.Values[i], table.Columns[i].Kind).ConfigureAwait(false);
        }

        try
        {
            await copy.CompleteAsync().ConfigureAwait(false);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new ArgumentException($"Two rows of {table.Name} have one key.", nameof(each), e);
        }

        return more;
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, ColumnKind kind) => value switch
    {
        null => copy.WriteNullAsync(),
        byte[] bytes => copy.WriteAsync(bytes, PostgresTypes.Of(kind)),
        long number => copy.WriteAsync(number, PostgresTypes.Of(kind)),
        _ => copy.WriteAsync((string)value, PostgresTypes.Of(kind)),
    };
}
