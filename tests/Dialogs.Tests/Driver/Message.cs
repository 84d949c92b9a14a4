using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using PeerBot.Cards;

namespace PeerBot.Dialogs.Tests.Driver;

/// <summary>Something a person got to see: a sentence or a card.</summary>
/// <param name="step">Number of the step of the test in which it came.</param>
internal sealed partial class Message(int id, int step, Instant at, string? words, AdaptiveCard? card)
{
    private readonly JsonElement json = card is null ? default : JsonSerializer.Deserialize<JsonElement>(card.ToUtf8());

    public int Number => id;

    public string Id => $"m{id}";

    public int Step => step;

    public Instant At => at;

    public AdaptiveCard? Card => card;

    /// <summary>Another card took its place.</summary>
    public bool IsReplaced { get; set; }

    /// <summary>As a reader sees it: a client takes the backslash before a sign as "not Markdown".</summary>
    public string Text { get; } = words is null ? TextTwin.Of(card!) : Escaped().Replace(words, "$1");

    public string Json => card is null ? words! : card.ToJson();

    public IReadOnlyList<Button> Buttons => card is null ? [] : [.. Objects(json, "Action.Execute").Select(action => new Button(action))];

    /// <summary>The words that a reader sees, without what buttons and inputs carry.</summary>
    public IEnumerable<string> Words => card is null
        ? [words!]
        : Strings(json, "text", "title", "label", "placeholder", "errorMessage", "fallbackText").Concat(Objects(json, "FactSet").SelectMany(facts => Strings(facts, "value")));

    /// <summary>What the fields hold before anything is typed, by their ids.</summary>
    public IReadOnlyDictionary<string, string> Fields => Objects(json, "Input.Text", "Input.ChoiceSet", "Input.Date", "Input.Time", "Input.Toggle")
        .ToDictionary(input => input.GetProperty("id").GetString()!, input => input.TryGetProperty("value", out var value) ? value.GetString()! : "");

    /// <summary>The choices of one field, as a press sends them.</summary>
    public IReadOnlyList<string> Choices(string field) =>
    [
        .. Objects(json, "Input.ChoiceSet").Single(input => input.GetProperty("id").GetString() == field)
            .GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("value").GetString()!),
    ];

    /// <summary>None for a field that is no choice.</summary>
    public IReadOnlyList<string> ChoicesOrNone(string field) =>
        card is not null && Objects(json, "Input.ChoiceSet").Any(input => input.GetProperty("id").GetString() == field) ? Choices(field) : [];

    public override string ToString() => Text;

    [GeneratedRegex(@"\\([\p{P}\p{S}])")]
    private static partial Regex Escaped();

    private static IEnumerable<JsonElement> Objects(JsonElement element, params string[] types) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Objects(item, types)),
        JsonValueKind.Object => element.EnumerateObject().Where(field => field.Name is not ("fallback" or "data")).SelectMany(field => Objects(field.Value, types))
            .Prepend(element).Where(found => found.TryGetProperty("type", out var type) && types.Contains(type.GetString())),
        _ => [],
    };

    private static IEnumerable<string> Strings(JsonElement element, params string[] names) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Strings(item, names)),
        // A rich text block holds what a person typed.
        JsonValueKind.Object when element.TryGetProperty("type", out var type) && type.GetString() == "RichTextBlock" => [],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field =>
            field.Name is "data" ? []
            : field.Value.ValueKind == JsonValueKind.String && names.Contains(field.Name) ? [field.Value.GetString()!]
            : Strings(field.Value, names)),
        _ => [],
    };
}

/// <summary>A button as a client knows it.</summary>
internal sealed class Button(JsonElement action)
{
    public string Verb => action.GetProperty("verb").GetString()!;

    public string Title => action.GetProperty("title").GetString()! + (action.TryGetProperty("tooltip", out var tooltip) ? " / " + tooltip.GetString() : "");

    public string? Arg => action.GetProperty("data").TryGetProperty("arg", out var arg) ? arg.GetString() : null;

    /// <summary>False for a button that works while required fields are empty.</summary>
    public bool SendsFields => !action.TryGetProperty("associatedInputs", out var inputs) || inputs.GetString() != "none";

    /// <summary>What a client sends: what the button carries, and the fields beside it.</summary>
    public string Press(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var data = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(action.GetProperty("data"))!;
        foreach (var field in fields)
        {
            data[field.Key] = JsonSerializer.SerializeToElement(field.Value);
        }

        return JsonSerializer.Serialize(data);
    }
}
