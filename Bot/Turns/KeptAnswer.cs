using System.Text.Json;

namespace PeerBot.Bot.Turns;

/// <summary>
/// What is kept of an answer for a press that comes again: the answer itself, but nobody's own words. A card that shows any of those,
/// say a note that was refused for a phone number, is not to lie in the inbox for days; a sentence is kept in its place.
/// </summary>
internal static class KeptAnswer
{
    /// <param name="sentence">Kept instead of a card with somebody's own words.</param>
    public static CardAnswer Of(CardAnswer answer, string sentence) =>
        answer.Card is { } card && HasOwnWords(card) ? new CardAnswer(null, sentence) : answer;

    private static bool HasOwnWords(CardText card)
    {
        using var document = JsonDocument.Parse(card.Utf8);
        return HasOwnWords(document.RootElement);
    }

    private static bool HasOwnWords(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => IsFilledText(element) || Is(element, "RichTextBlock") || element.EnumerateObject().Any(field => HasOwnWords(field.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(HasOwnWords),
        _ => false,
    };

    private static bool IsFilledText(JsonElement element) =>
        Is(element, "Input.Text") && element.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 };

    private static bool Is(JsonElement element, string type) =>
        element.TryGetProperty("type", out var found) && found.ValueKind == JsonValueKind.String && found.ValueEquals(type);
}
