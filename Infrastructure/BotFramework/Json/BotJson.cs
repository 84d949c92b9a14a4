using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PeerBot.BotFramework;

/// <summary>The protocol's JSON: source-generated for its own types, reflection for types that others put into an activity.</summary>
/// <remarks>The official SDK has no counterpart (it uses Newtonsoft): call this from the one file that chooses the SDK.</remarks>
public static class BotJson
{

    public static JsonSerializerOptions Options { get; } = CreateOptions();

    public static string Serialize<T>(T value) => JsonSerializer.Serialize(value, TypeInfo<T>());

    public static byte[] SerializeToUtf8Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, TypeInfo<T>());

    /// <exception cref="JsonException">Not JSON, or not of this type's shape.</exception>
    public static T? Deserialize<T>(string json) => JsonSerializer.Deserialize(json, TypeInfo<T>());

    /// <exception cref="JsonException">Not JSON, or not of this type's shape.</exception>
    public static T? Deserialize<T>(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize(utf8, TypeInfo<T>());

    internal static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    /// <summary>A value of an activity's <c>object</c> field as <typeparamref name="T"/>; default when it is null.</summary>
    internal static T? Convert<T>(object? value) => value switch
    {
        null => default,
        T already => already,
        JsonElement element => element.Deserialize(TypeInfo<T>()),
        JsonNode node => node.Deserialize(TypeInfo<T>()),
        RawJson raw => JsonSerializer.Deserialize(raw.Utf8.Span, TypeInfo<T>()),
        _ => JsonSerializer.SerializeToElement(value, Options.GetTypeInfo(value.GetType())).Deserialize(TypeInfo<T>()),
    };

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            // Teams wants readable text, and nothing here is ever written into HTML.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(ProtocolContext.Default, new DefaultJsonTypeInfoResolver()),
            Converters = { new OpenValueConverter(), new InstantConverter() },
        };
        options.MakeReadOnly();
        return options;
    }
}

/// <summary>JSON text that is written into an activity as it stands, so that a finished card is neither parsed nor copied.</summary>
/// <remarks>The official SDK's counterpart is Newtonsoft's JRaw.</remarks>
public sealed class RawJson
{
    public RawJson(string json) => Utf8 = System.Text.Encoding.UTF8.GetBytes(json);

    public RawJson(ReadOnlyMemory<byte> utf8) => Utf8 = utf8;

    public ReadOnlyMemory<byte> Utf8 { get; }

    public override string ToString() => System.Text.Encoding.UTF8.GetString(Utf8.Span);
}
