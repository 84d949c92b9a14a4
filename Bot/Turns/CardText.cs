using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using PeerBot.Cards;

namespace PeerBot.Bot.Turns;

/// <summary>A finished card as the JSON that is sent. On its way through outbox and inbox it is copied, and not parsed and written anew.</summary>
[JsonConverter(typeof(AsItStands))]
internal sealed record CardText(ReadOnlyMemory<byte> Utf8)
{
    public static CardText Of(AdaptiveCard card) => new(card.ToUtf8());

    internal sealed class AsItStands : JsonConverter<CardText>
    {
        public override CardText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return new CardText(JsonMarshal.GetRawUtf8Value(document.RootElement).ToArray());
        }

        // It comes from a serializer, here or when it was stored.
        public override void Write(Utf8JsonWriter writer, CardText value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
    }
}
