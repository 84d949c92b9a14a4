using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PeerBot.Cards;

[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(ActionData))]
internal sealed partial class CardJson : JsonSerializerContext
{
    /// <summary>Writes “é” and “–” as they are: a card is JSON in a JSON body, never inside HTML, and has a size limit.</summary>
    public static CardJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
