using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PeerBot.BotFramework;

/// <summary>The fields that may hold anything: <c>value</c>, <c>channelData</c>, an attachment's <c>content</c>.</summary>
/// <remarks>Text and truth values become themselves, as with the official SDK; the rest stays a JsonElement, which keeps numbers as written.</remarks>
internal sealed class OpenValueConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => JsonElement.ParseValue(ref reader),
    };

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case JsonElement element:
                element.WriteTo(writer);
                break;
            case RawJson raw:
                writer.WriteRawValue(raw.Utf8.Span);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case JsonNode node:
                node.WriteTo(writer, options);
                break;
            default:
                var type = value.GetType();
                if (type == typeof(object))
                {
                    writer.WriteStartObject();
                    writer.WriteEndObject();
                    break;
                }

                JsonSerializer.Serialize(writer, value, options.GetTypeInfo(type));
                break;
        }
    }
}
