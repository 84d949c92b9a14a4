using System.Globalization;

namespace PeerBot.Storage.Rows;

/// <summary>
/// The one shape of all aggregates: key, the few columns that queries look for, <c>Version</c>, and everything as JSON in <c>Body</c>.
/// </summary>
internal abstract class AggregateTable : TableShape
{
    public const string Version = nameof(Version);
    public const string Body = nameof(Body);

    protected AggregateTable(string name, bool isPrivate, IReadOnlyList<Column> columns, IReadOnlyList<Index> indexes)
        : base(
            name,
            [
                .. columns,
                new Column(Version, ColumnKind.Number),
                new Column(Body, isPrivate ? ColumnKind.Bytes : ColumnKind.Text),
            ],
            indexes)
    {
        IsPrivate = isPrivate;
        var keys = Columns.Select((column, at) => (column, at)).Where(c => c.column.Key).ToList();
        var matches = string.Join(" AND ", keys.Select((c, i) => $"{Quoted(c.column.Name)} = ${i + 1}"));
        Find = $"SELECT {Quoted(Version)}, {Quoted(Body)} FROM {Quoted(name)} WHERE {matches}";
        Insert = $"INSERT INTO {Quoted(name)} ({string.Join(", ", Columns.Select(c => Quoted(c.Name)))}) " +
            $"VALUES ({string.Join(", ", Columns.Select((_, i) => $"${i + 1}"))}) ON CONFLICT";
        var replace = Columns.Where(c => !c.Key).Select(c => $"{Quoted(c.Name)} = excluded.{Quoted(c.Name)}");
        Put = $"{Insert} ({string.Join(", ", keys.Select(c => Quoted(c.column.Name)))}) DO UPDATE SET {string.Join(", ", replace)}";
        Insert += " DO NOTHING";

        // Parameters in the order of the statement: what is set, then the key, then the version that was read.
        var set = Columns.Select((column, at) => (column, at)).Where(c => !c.column.Key && !c.column.Fixed).ToList();
        UpdateOrder = [.. set.Select(c => c.at), .. keys.Select(c => c.at)];
        var sets = string.Join(", ", set.Select((c, i) => $"{Quoted(c.column.Name)} = ${i + 1}"));
        var where = string.Join(" AND ", keys.Select((c, i) => $"{Quoted(c.column.Name)} = ${set.Count + i + 1}"));
        Update = string.Create(
            CultureInfo.InvariantCulture,
            $"UPDATE {Quoted(name)} SET {sets} WHERE {where} AND {Quoted(Version)} = ${UpdateOrder.Count + 1}");
        Forget = $"DELETE FROM {Quoted(name)} WHERE {matches}";
        Delete = string.Create(CultureInfo.InvariantCulture, $"{Forget} AND {Quoted(Version)} = ${keys.Count + 1}");
        Keys = [.. keys.Select(c => c.at)];
    }

    public bool IsPrivate { get; }

    /// <summary>Parameters: the key.</summary>
    public string Find { get; }

    /// <summary>Parameters: all columns. Touches no row when a key is taken.</summary>
    public string Insert { get; }

    /// <summary>Parameters: all columns. Replaces whatever is there.</summary>
    public string Put { get; }

    /// <summary>
    /// Parameters: the columns of <see cref="UpdateOrder"/>, then the version expected. Touches no row when it has moved on.
    /// </summary>
    public string Update { get; }

    public IReadOnlyList<int> UpdateOrder { get; }

    /// <summary>Parameters: the key, then the version expected. Touches no row when it has moved on.</summary>
    public string Delete { get; }

    /// <summary>Parameters: the key. Whatever is there goes, and it may be gone already.</summary>
    public string Forget { get; }

    /// <summary>Where the key's columns stand among all.</summary>
    public IReadOnlyList<int> Keys { get; }

    /// <summary>The columns that follow from the body, the key left out.</summary>
    public abstract IReadOnlyList<Column> Derived { get; }

    /// <summary>What <see cref="Derived"/> have to say for this body, in their order.</summary>
    public abstract IReadOnlyList<ColumnValue> Derive(long version, ReadOnlySpan<byte> body, IPrivateText privateText);

    protected string Select(string condition) =>
        $"SELECT {Quoted(Version)}, {Quoted(Body)} FROM {Quoted(Name)} WHERE {condition}";
}
