using System.Text.Json;

namespace PeerBot.Domain.Programmes;

/// <summary>
/// A definition file while it is being checked. Every look-up gives null for what is missing or of another type, so that one fault
/// does not hide the next.
/// </summary>
internal sealed class DefinitionDocument(string file, JsonElement root, List<DefinitionProblem> problems)
{
    private readonly HashSet<string> named = new(StringComparer.Ordinal);

    public string File { get; } = file;

    public JsonElement Root { get; } = root;

    /// <summary>Names a problem; of several at one place the first is enough, the others tend to follow from it.</summary>
    /// <param name="path">With or without the leading <c>$</c>.</param>
    public void Expect(string path, string expectation)
    {
        if (named.Add(Full(path)))
            problems.Add(new(File, Full(path), expectation));
    }

    /// <summary>One number must not be above another.</summary>
    public void ExpectAtMost(string small, string great)
    {
        if (Whole(small) is { } less && Whole(great) is { } most && less > most)
            Expect(small, $"at most {most}, which is {great}, found {less}");
    }

    /// <summary>No text twice in a list.</summary>
    /// <param name="what">What one text is, for the sentence.</param>
    public void ExpectDistinct(string list, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, item) in Items(list))
        {
            if (TextOf(item) is { } text && !seen.Add(text))
                Expect(path, $"each {what} once, found \"{text}\" again");
        }
    }

    /// <summary>No two objects of a list with the same id.</summary>
    /// <param name="key">The field that tells them apart.</param>
    public void ExpectDistinctIds(string list, string key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, item) in Items(list))
        {
            if (TextOf(Member(item, key)) is { } id && !seen.Add(id))
                Expect($"{path}.{key}", $"a different {key} for each entry of {list}, found \"{id}\" again");
        }
    }

    public JsonElement? At(string path)
    {
        var element = Root;
        foreach (var name in path.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }

        return element.ValueKind == JsonValueKind.Null ? null : element;
    }

    public string? Text(string path) => TextOf(At(path));

    public bool? Flag(string path) => At(path)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public int? Whole(string path) =>
        At(path) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var whole) ? whole : null;

    /// <summary>Entries of a list, each with its own path; none where there is no list.</summary>
    public IEnumerable<(string Path, JsonElement Item)> Items(string path) =>
        At(path) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select((item, index) => ($"{path}[{index}]", item))
            : [];

    public static string? TextOf(JsonElement? element) => element is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null
            ? member
            : null;

    private static string Full(string path) =>
        path.StartsWith('$') ? path : path.Length == 0 ? "$" : "$." + path;
}
