using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PeerBot.Storage.Rows;

/// <param name="Value">Text or number to store in the column.</param>
internal sealed record ColumnOf<T>(Column Column, Func<T, object?> Value);

/// <summary>One kind of aggregate and its table.</summary>
internal sealed class Table<T> : AggregateTable
    where T : class
{
    private readonly IReadOnlyList<ColumnOf<T>> _columns;
    private readonly JsonTypeInfo<T> _json;
    private readonly Func<T, long> _version;
    private readonly Func<T, long, T> _withVersion;
    private readonly bool _stamped;
    private readonly Func<T, Func<string?, string?>, T>? _words;

    /// <param name="stamp">Column for the time of writing; null when nobody asks for it.</param>
    /// <param name="words">Passes the few private words of a body that is not private as a whole through a function; null: it has none.</param>
    public Table(
        string name, JsonTypeInfo<T> json, Func<T, long> version, Func<T, long, T> withVersion, IReadOnlyList<ColumnOf<T>> columns,
        IReadOnlyList<Index>? indexes = null, bool isPrivate = false, Column? stamp = null,
        Func<T, Func<string?, string?>, T>? words = null)
        : base(
            name,
            isPrivate,
            [.. columns.Select(c => c.Column), .. stamp is null ? Array.Empty<Column>() : [stamp]],
            indexes ?? [])
    {
        _columns = columns;
        _json = json;
        _version = version;
        _withVersion = withVersion;
        _stamped = stamp is not null;
        _words = words;
        Derived = [.. columns.Select(c => c.Column).Where(c => !c.Key)];
    }

    public override IReadOnlyList<Column> Derived { get; }

    /// <summary>A select of whole aggregates, for <see cref="TurnWork"/>'s lists.</summary>
    public Query<T> Query(string condition) => new(this, Select(condition));

    public long VersionOf(T? item) => item is null ? 0 : _version(item);

    public string KeyOf(T item) =>
        string.Join('\n', _columns.Where(c => c.Column.Key).Select(c => c.Value(item)));

    /// <summary>Whether what is set once and never after is the same in both, so that an update may leave it out.</summary>
    public bool KeepsFixed(T before, T after) =>
        _columns.Where(c => c.Column.Fixed).All(c => Equals(c.Value(before), c.Value(after)));

    /// <param name="stamp">When it is written, on the machine's clock; rises with every row of the turn.</param>
    public RowWrite Write(T item, long stamp, IPrivateText privateText)
    {
        var expected = _version(item);
        var next = _withVersion(item, expected + 1);
        var body = JsonSerializer.SerializeToUtf8Bytes(_words is null ? next : _words(next, text => privateText.Protect(Name, text)), _json);
        var values = new object?[Columns.Count];
        var at = 0;
        foreach (var column in _columns)
            values[at++] = column.Value(item);
        if (_stamped)
            values[at++] = stamp;
        values[at++] = expected + 1;
        values[at] = IsPrivate ? privateText.Protect(Name, body) : body;
        return new RowWrite(this, KeyOf(item), values, expected);
    }

    public override IReadOnlyList<ColumnValue> Derive(long version, ReadOnlySpan<byte> body, IPrivateText privateText)
    {
        var item = Read(version, body, privateText);
        return [.. _columns.Where(c => !c.Column.Key).Select(c => new ColumnValue(c.Column, c.Value(item)))];
    }

    public T Read(long version, ReadOnlySpan<byte> body, IPrivateText privateText)
    {
        var text = IsPrivate ? privateText.Reveal(Name, body) : body;
        var item = _withVersion(JsonSerializer.Deserialize(text, _json)!, version);
        return _words is null ? item : _words(item, words => privateText.Reveal(Name, words));
    }
}

/// <param name="Sql">Yields version and body.</param>
internal sealed record Query<T>(Table<T> Table, string Sql)
    where T : class;

/// <param name="Expected">Version that the stored row must have; 0: there must be none; <see cref="Any"/>: it does not matter.</param>
/// <param name="Removed">The row goes, and its values only say which one.</param>
internal sealed record RowWrite(AggregateTable Table, string Key, object?[] Values, long Expected, bool Removed = false)
{
    public const long Any = -1;

    /// <summary>It goes whatever it says, and may be gone already.</summary>
    public bool IsForgotten => Removed && Expected == Any;
}
