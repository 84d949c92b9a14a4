using System.Text.Json;

namespace PeerBot.Dialogs;

/// <summary>
/// What a button sends, read with nothing taken for granted: <c>{verb, id, version, nonce, arg?}</c> with the inputs beside them.
/// </summary>
public static class Presses
{
    private const int LongestInput = 10_000;

    private static readonly HashSet<string> Own = ["verb", "id", "version", "nonce", "arg"];

    /// <param name="card">Message that holds the card, as the channel names it.</param>
    /// <returns>A press with an empty verb when the payload is not one of ours.</returns>
    public static Incoming.Pressed Read(string? json, string? card = null)
    {
        try
        {
            using var document = JsonDocument.Parse(string.IsNullOrEmpty(json) ? "{}" : json, new JsonDocumentOptions { MaxDepth = 8 });
            var data = document.RootElement;
            if (data.ValueKind != JsonValueKind.Object)
            {
                return None(card);
            }

            var inputs = new Dictionary<string, string>();
            foreach (var field in data.EnumerateObject().Where(field => !Own.Contains(field.Name)))
            {
                if (Text(field.Value) is { Length: > 0 and <= LongestInput } text)
                {
                    inputs[field.Name] = text;
                }
            }

            return new Incoming.Pressed(
                Field(data, "verb") ?? "", Field(data, "id") ?? "", Number(data, "version"), Field(data, "arg"), inputs, card);
        }
        catch (Exception notOurs) when (notOurs is JsonException or InvalidOperationException or ArgumentException)
        {
            // Not JSON, or half a character in a string; the router answers an unknown button kindly.
            return None(card);
        }
    }

    /// <summary>The nonce of the card, which makes a press countable once; null when it has none.</summary>
    public static string? Nonce(string? json)
    {
        try
        {
            using var document = JsonDocument.Parse(string.IsNullOrEmpty(json) ? "{}" : json, new JsonDocumentOptions { MaxDepth = 8 });
            return document.RootElement.ValueKind == JsonValueKind.Object ? Field(document.RootElement, "nonce") : null;
        }
        catch (Exception notOurs) when (notOurs is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static Incoming.Pressed None(string? card) => new("", "", 0, null, new Dictionary<string, string>(), card);

    private static string? Field(JsonElement data, string name) => data.TryGetProperty(name, out var value) ? Text(value) : null;

    private static long Number(JsonElement data, string name) =>
        data.TryGetProperty(name, out var value) && long.TryParse(Text(value), out var number) ? number : 0;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
