using System.Text.Json;
using System.Text.Json.Serialization;

namespace PeerBot.Storage.Json;

/// <summary>A value that is one string in JSON, also as the key of a dictionary.</summary>
/// <remarks>A reader that throws FormatException makes the serializer throw JsonException with the path.</remarks>
internal abstract class TextConverter<T>(Func<string, T> read, Func<T, string> write) : JsonConverter<T>
    where T : notnull
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        read(reader.GetString() ?? throw new JsonException());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(write(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        read(reader.GetString() ?? throw new JsonException());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(write(value));
}
