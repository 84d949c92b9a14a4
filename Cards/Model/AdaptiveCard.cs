using System.Text.Json;
using System.Text.Json.Serialization;

namespace PeerBot.Cards;

/// <summary>An Adaptive Card, version 1.5: the newest that Teams draws. Only what this bot uses, under the names of the AdaptiveCards package.</summary>
public sealed record AdaptiveCard
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

    /// <summary>For the activity's <c>summary</c>, which is seen on lock screens: no name, no topic. Not part of the card's JSON.</summary>
    [JsonIgnore]
    public required string Summary { get; init; }

    /// <summary>The words that the card was made with, for its text twin.</summary>
    [JsonIgnore]
    public required Texts Texts { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, CardJson.Relaxed.AdaptiveCard);

    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, CardJson.Relaxed.AdaptiveCard);
}
