namespace PeerBot.Storage.Rows;

/// <param name="Value">Text or number; null for none.</param>
internal readonly record struct ColumnValue(Column Column, object? Value);

/// <summary>Statements that look through whole tables for what an earlier version has written, and put it right.</summary>
internal static class SweepSql
{
    /// <summary>Parameters: table, shape. Yields since when, and whether it is done.</summary>
    public const string Find = "SELECT \"Since\", \"Done\" FROM \"Sweeps\" WHERE \"Table\" = $1 AND \"Shape\" = $2";

    /// <summary>Parameters: table, shape, since. In place of another shape's; where another process has noted the same, that stands.</summary>
    public const string Begin =
        """
        INSERT INTO "Sweeps" ("Table", "Shape", "Since", "Done") VALUES ($1, $2, $3, 0)
        ON CONFLICT ("Table") DO UPDATE SET "Shape" = excluded."Shape", "Since" = excluded."Since", "Done" = 0
            WHERE "Sweeps"."Shape" <> excluded."Shape"
        """;

    /// <summary>Parameters: table, shape.</summary>
    public const string Done = "UPDATE \"Sweeps\" SET \"Done\" = 1 WHERE \"Table\" = $1 AND \"Shape\" = $2";

    public static List<Column> Keys(TableShape table) => [.. table.Columns.Where(column => column.Key)];

    /// <summary>Parameter: the mark of what is protected. Yields key and body of some rows without it.</summary>
    public static string Plain(TableShape table, int most) =>
        $"SELECT {Names(Keys(table))}, \"Body\" FROM \"{table.Name}\" WHERE substr(\"Body\", 1, 1) <> $1 LIMIT {most}";

    /// <summary>Parameters: the body to store, the body that is there, the key.</summary>
    public static string Protect(TableShape table) => $"UPDATE \"{table.Name}\" SET \"Body\" = $1 WHERE \"Body\" = $2 AND {Matches(table, 3)}";

    /// <summary>Parameters: the key after which to go on. Yields key, version, body and the columns that follow from the body.</summary>
    public static string Page(AggregateTable table, int most)
    {
        var keys = Keys(table);
        return $"""
            SELECT {Names([.. keys, .. table.Columns.Where(column => column.Name is AggregateTable.Version or AggregateTable.Body), .. table.Derived])}
            FROM "{table.Name}" WHERE ({Names(keys)}) > ({string.Join(", ", keys.Select((_, at) => $"${at + 1}"))}) ORDER BY {Names(keys)} LIMIT {most}
            """;
    }

    /// <summary>Parameters: the values that are not null, the key, the version that it still has to have.</summary>
    public static string Fill(AggregateTable table, IReadOnlyList<ColumnValue> columns)
    {
        var next = 1;
        var sets = columns.Select(one => $"\"{one.Column.Name}\" = {(one.Value is null ? "NULL" : $"${next++}")}").ToList();
        return $"UPDATE \"{table.Name}\" SET {string.Join(", ", sets)} WHERE {Matches(table, next)} AND \"Version\" = ${next + Keys(table).Count}";
    }

    private static string Matches(TableShape table, int first) =>
        string.Join(" AND ", Keys(table).Select((column, at) => $"\"{column.Name}\" = ${at + first}"));

    private static string Names(IEnumerable<Column> columns) => string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
}
