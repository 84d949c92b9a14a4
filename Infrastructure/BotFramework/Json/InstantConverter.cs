using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PeerBot.BotFramework;

/// <summary>Writes UTC as <c>Z</c>, as Teams does; any other offset as it came.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[40];
        var pattern = value.Offset == TimeSpan.Zero ? Pattern + "'Z'" : Pattern + "zzz";
        value.TryFormat(text, out var length, pattern, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }
}
