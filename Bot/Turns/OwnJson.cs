using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PeerBot.Bot.Turns;

/// <summary>Our own JSON in the database, never for the wire. Names in here are on disk.</summary>
[JsonSerializable(typeof(Address))]
[JsonSerializable(typeof(CardAnswer))]
[JsonSerializable(typeof(Outgoing))]
[JsonSerializable(typeof(StoredConversation))]
internal sealed partial class OwnJson : JsonSerializerContext
{
    public static OwnJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
