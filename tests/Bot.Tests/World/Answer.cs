using System.Text;
using System.Text.Json;

namespace PeerBot.Bot.Tests.World;

/// <summary>What the bot's door answered.</summary>
/// <param name="Body">Exactly as it came.</param>
/// <param name="Pressed">The card that was pressed; null for everything but a press.</param>
internal sealed record Answer(int Status, byte[] Body, Card? Pressed = null)
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";
    public const string MessageType = "application/vnd.microsoft.activity.message";

    public string Raw => Encoding.UTF8.GetString(Body);

    /// <summary>The card that took the place of the pressed one.</summary>
    public Card Card => Type == CardType
        ? new Card(Pressed?.Message ?? "", Json.GetProperty("value"))
        : throw new Xunit.Sdk.XunitException($"No card was answered but {Status}: {Raw}");

    /// <summary>The sentence said under the card; null when a card was answered.</summary>
    public string? Sentence => Type == MessageType ? Json.GetProperty("value").GetString() : null;

    private JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    private string? Type => Body.Length > 0 && Json.TryGetProperty("type", out var type) ? type.GetString() : null;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) =>
        new((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());

    /// <summary>All that a person could read in it.</summary>
    public override string ToString() => Type == CardType ? Card.Words : Sentence ?? Raw;
}
