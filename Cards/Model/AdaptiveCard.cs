using System.Text.Json;
using System.Text.Json.Serialization;

namespace PeerBot.Cards;

/// <summary>An Adaptive Card, version 1.5: the newest that Teams draws. Only what this bot uses, named as in AdaptiveCards.</summary>
/// <param name="Summary">For the activity's <c>summary</c>, seen on lock screens: no name, no topic. Not in the JSON.</param>
/// <param name="Texts">The words that the card was made with, for its text twin. Not in the JSON.</param>
public sealed record AdaptiveCard([property: JsonIgnore] string Summary, [property: JsonIgnore] Texts Texts)
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyName("$schema")]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    public string Version { get; } = "1.5";

    public required string Lang { get; init; }

    /// <summary>Shown by a client that cannot draw the card.</summary>
    public required string FallbackText { get; init; }

    public required IReadOnlyList<AdaptiveElement> Body { get; init; }

    public IReadOnlyList<AdaptiveAction>? Actions { get; init; }

    /// <summary>A card that <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is none of ours.</exception>
    public static AdaptiveCard Read(string json, Texts texts) =>
        (JsonSerializer.Deserialize(json, CardJson.Relaxed.AdaptiveCard) ?? throw new JsonException("A card is never null.")) with { Texts = texts };

    public string ToJson() => JsonSerializer.Serialize(this, CardJson.Relaxed.AdaptiveCard);

    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, CardJson.Relaxed.AdaptiveCard);
}
