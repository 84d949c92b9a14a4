using System.Text.Json;

namespace PeerBot.Domain.Scheduling;

/// <summary>A value of a calendar file while it is read. What is missing is null or empty; what is of another type is a problem too.</summary>
/// <remarks>By hand, because a serializer costs more at start than all the rest of the reading.</remarks>
internal sealed class CalendarNode(JsonElement element, string path, Action<string, string> expect)
{
    private const string InItsPlace = "a field that belongs here, with a value of its type";

    public string Path => path;

    /// <summary>The text that this value is.</summary>
    public string Value => element.GetString()!;

    /// <summary>Names every field that is none of these, for it may be one of them misspelt.</summary>
    public void Only(params ReadOnlySpan<string> fields)
    {
        foreach (var field in element.EnumerateObject())
        {
            if (!fields.Contains(field.Name)) expect($"{path}.{field.Name}", InItsPlace);
        }
    }

    public bool Has(string field) => element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null;

    public string? Text(string field) => Member(field, JsonValueKind.String)?.Value;

    public CalendarNode? Object(string field) => Member(field, JsonValueKind.Object);

    /// <summary>The fields of this object, each a list or a text with a name of its own.</summary>
    public IEnumerable<(string Name, CalendarNode Node)> Fields(JsonValueKind kind) =>
        element.EnumerateObject().Where(f => Is(f.Value, kind, $"{path}.{f.Name}")).Select(f => (f.Name, At(f.Value, $"{path}.{f.Name}")));

    /// <summary>The entries of a list field.</summary>
    public IEnumerable<CalendarNode> List(string field, JsonValueKind kind) => Member(field, JsonValueKind.Array)?.Entries(kind) ?? [];

    /// <summary>The entries of the list that this value is.</summary>
    public IEnumerable<CalendarNode> Entries(JsonValueKind kind)
    {
        var index = 0;
        foreach (var entry in element.EnumerateArray())
        {
            var at = $"{path}[{index++}]";
            if (entry.ValueKind == JsonValueKind.Null) expect(at, "an entry, found null");
            else if (Is(entry, kind, at)) yield return At(entry, at);
        }
    }

    private CalendarNode? Member(string field, JsonValueKind kind) =>
        Has(field) && element.GetProperty(field) is var value && Is(value, kind, $"{path}.{field}") ? At(value, $"{path}.{field}") : null;

    private bool Is(JsonElement value, JsonValueKind kind, string at)
    {
        if (value.ValueKind == kind) return true;
        expect(at, InItsPlace);
        return false;
    }

    private CalendarNode At(JsonElement value, string at) => new(value, at, expect);
}
