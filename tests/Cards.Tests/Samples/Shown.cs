using System.Text.Json;
using PeerBot.Cards;

namespace PeerBot.Tests.Languages;

/// <summary>Everything on a card that somebody reads or hears.</summary>
internal static class Shown
{
    private static readonly HashSet<string> Fields =
        ["text", "title", "label", "placeholder", "errorMessage", "fallbackText", "speak", "altText", "tooltip"];

    public static IEnumerable<string> On(AdaptiveCard card) => [card.Summary, TextTwin.Of(card), .. In(JsonSerializer.Deserialize<JsonElement>(card.ToUtf8()), facts: false)];

    private static IEnumerable<string> In(JsonElement element, bool facts) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => In(item, facts)),
        JsonValueKind.Object => element.EnumerateObject().Where(field => field.Name != "data").SelectMany(field =>
            field.Value.ValueKind == JsonValueKind.String
                ? Fields.Contains(field.Name) || (facts && field.Name == "value") ? [field.Value.GetString()!] : []
                : In(field.Value, field.Name == "facts")),
        _ => [],
    };
}
