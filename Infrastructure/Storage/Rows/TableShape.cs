namespace PeerBot.Storage.Rows;

internal enum ColumnKind
{
    Text,
    Number,

    /// <summary>UTF-8 text kept as bytes, because it is or may become ciphertext.</summary>
    Bytes,
}

/// <param name="Fixed">Set when the row is made and never after, so that updates leave its index alone.</param>
internal sealed record Column(string Name, ColumnKind Kind, bool Key = false, bool Fixed = false, bool Nullable = false);

/// <param name="Where">SQL that a row has to fulfil to be in the index; null for all rows.</param>
internal sealed record Index(string[] Columns, bool Unique = false, string? Where = null);

/// <summary>A table as the migrations make it and as the statements here use it: one description for both.</summary>
/// <remarks>Column names are quoted everywhere: PostgreSQL would fold them to lower case.</remarks>
internal class TableShape
{
    public TableShape(string name, IReadOnlyList<Column> columns, IReadOnlyList<Index> indexes)
    {
        Name = name;
        Columns = columns;
        Indexes = indexes;
    }

    public string Name { get; }

    public IReadOnlyList<Column> Columns { get; }

    public IReadOnlyList<Index> Indexes { get; }

    protected static string Quoted(string name) => $"\"{name}\"";
}
