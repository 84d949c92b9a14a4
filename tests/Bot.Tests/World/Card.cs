using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PeerBot.Bot.Tests.World;

/// <summary>An Adaptive Card in front of somebody.</summary>
/// <param name="Message">Id of the message that holds it.</param>
internal sealed record Card(string Message, JsonElement Content)
{
    private static readonly HashSet<string> Shown = ["text", "title", "value", "label", "placeholder", "errorMessage", "tooltip", "altText"];

    /// <summary>Every word on it, without the escapes of Markdown.</summary>
    public string Words { get; } = Unescaped(string.Join('\n', Texts(Content)));

    public IReadOnlyList<JsonElement> Buttons => [.. Below(Content).Where(one => Is(one, "type", "Action.Execute"))];

    /// <summary>Whatever the buttons of the card are about.</summary>
    public string Id => Buttons[0].GetProperty("data").GetProperty("id").GetString()!;

    public bool Says(string words) => Words.Contains(words, StringComparison.Ordinal);

    /// <param name="name">Its title, or its verb where titles are alike.</param>
    public bool Has(string name) => Buttons.Any(button => Answers(button, name));

    /// <summary>What Teams sends for a press: the button's data with the fields of the card, as they stand or as filled in.</summary>
    public JsonObject Press(string name, params IEnumerable<(string Input, string Value)> filled)
    {
        var button = Buttons.FirstOrDefault(button => Answers(button, name));
        if (button.ValueKind == JsonValueKind.Undefined)
            throw new Xunit.Sdk.XunitException($"There is no button “{name}” on this card:\n{Words}\n{string.Join('\n', Buttons)}");
        var data = JsonObject.Create(button.GetProperty("data"))!;
        var inputs = Below(Content).Where(one => one.TryGetProperty("id", out _) && Starts(one, "Input.")).ToList();
        foreach (var input in inputs.Where(_ => !Is(button, "associatedInputs", "none")))
            data[input.GetProperty("id").GetString()!] = input.TryGetProperty("value", out var value) ? value.GetString() : "";
        foreach (var (input, value) in filled)
        {
            if (!data.ContainsKey(input))
                throw new Xunit.Sdk.XunitException($"“{name}” sends no field “{input}”; the card has {string.Join(", ", inputs.Select(one => one.GetProperty("id")))}.");
            data[input] = value;
        }

        return new JsonObject { ["type"] = "Action.Execute", ["title"] = name, ["verb"] = button.GetProperty("verb").GetString(), ["data"] = data };
    }

    private static bool Answers(JsonElement button, string name) =>
        Is(button, "title", name) || Is(button, "tooltip", name) || Is(button, "verb", name);

    private static bool Is(JsonElement element, string property, string value) =>
        element.TryGetProperty(property, out var found) && found.ValueKind == JsonValueKind.String && found.GetString() == value;

    private static bool Starts(JsonElement element, string type) =>
        element.TryGetProperty("type", out var found) && found.GetString()!.StartsWith(type, StringComparison.Ordinal);

    /// <summary>Every object of the card but the fallbacks, which repeat buttons for old clients.</summary>
    private static IEnumerable<JsonElement> Below(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(one => one.Name != "fallback").SelectMany(one => Below(one.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Below),
        _ => [],
    };

    private static IEnumerable<string> Texts(JsonElement card) =>
        Below(card).SelectMany(one => one.EnumerateObject())
            .Where(one => Shown.Contains(one.Name) && one.Value.ValueKind == JsonValueKind.String).Select(one => one.Value.GetString()!);

    private static string Unescaped(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            plain.Append(text[i] == '\\' && i + 1 < text.Length && char.IsPunctuation(text[i + 1]) ? text[++i] : text[i]);
        return plain.ToString();
    }
}
