using System.Text.Json;
using NodaTime;

namespace PeerBot.Domain.Programmes;

/// <summary>
/// One object of a definition that has been checked, for the records to read themselves from. Written out by hand: binding by
/// System.Text.Json needs a quarter of a second at start for as many types.
/// </summary>
/// <param name="locale">Language that the words are wanted in; null: British English.</param>
internal readonly struct DefinitionNode(JsonElement json, string? locale = null)
{
    private readonly JsonElement json = json;
    private readonly string? locale = locale;

    public bool Has(string name) => json.TryGetProperty(name, out _);

    public DefinitionNode Child(string name) => new(json.GetProperty(name), locale);

    public DefinitionNode? ChildOrNull(string name) => Value(name) is { } value ? new DefinitionNode(value, locale) : null;

    public string Text(string name) => json.GetProperty(name).GetString()!;

    public string? TextOrNull(string name) => Value(name)?.GetString();

    /// <summary>Words for people, written in British English alone or by language.</summary>
    public string Phrase(string name) => Phrase(json.GetProperty(name));

    public string? PhraseOrNull(string name) => Value(name) is { } value ? Phrase(value) : null;

    public int Whole(string name) => json.GetProperty(name).GetInt32();

    public int? WholeOrNull(string name) => Value(name)?.GetInt32();

    public bool Flag(string name) => json.GetProperty(name).GetBoolean();

    public bool Flag(string name, bool otherwise) => Value(name)?.GetBoolean() ?? otherwise;

    public LocalTime Time(string name) => TimeOrNull(name)!.Value;

    public LocalTime? TimeOrNull(string name) =>
        TextOrNull(name) is { } text && DefinitionWords.TryTime(text, out var time) ? time : null;

    public T Word<T>(string name)
        where T : struct, Enum =>
        (T)DefinitionWords.Parse(typeof(T), Text(name));

    public T? WordOrNull<T>(string name)
        where T : struct, Enum =>
        TextOrNull(name) is { } word ? (T)DefinitionWords.Parse(typeof(T), word) : null;

    public Limit? Limit(string name) => ChildOrNull(name) is { } limit ? Programmes.Limit.Read(limit) : null;

    public LocalText Words(string name) => Child(name).Words();

    /// <summary>This node itself as words in some languages.</summary>
    public LocalText Words()
    {
        var texts = new List<KeyValuePair<string, string>>();
        foreach (var text in json.EnumerateObject())
            texts.Add(new(text.Name, text.Value.GetString()!));
        return new(texts);
    }

    // Lists that are not there are empty.

    public IReadOnlyList<string> Texts(string name) => [.. Items(name).Select(item => item.GetString()!)];

    public IReadOnlyList<string> Phrases(string name)
    {
        var list = new List<string>();
        foreach (var item in Items(name))
            list.Add(Phrase(item));
        return list;
    }

    public IReadOnlyList<int> Wholes(string name) => [.. Items(name).Select(item => item.GetInt32())];

    public IReadOnlyList<T> WordList<T>(string name)
        where T : struct, Enum =>
        [.. Items(name).Select(item => (T)DefinitionWords.Parse(typeof(T), item.GetString()!))];

    public IReadOnlyList<T> List<T>(string name, Func<DefinitionNode, T> read)
        where T : class =>
        [.. Nodes(name).Select(read)];

    private List<DefinitionNode> Nodes(string name)
    {
        var nodes = new List<DefinitionNode>();
        foreach (var item in Items(name))
            nodes.Add(new(item, locale));
        return nodes;
    }

    private string Phrase(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? new DefinitionNode(value).Words().In(locale) : value.GetString()!;

    private JsonElement.ArrayEnumerator Items(string name) => Value(name)?.EnumerateArray() ?? default;

    private JsonElement? Value(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
