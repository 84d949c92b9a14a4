using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace PeerBot.Domain.Programmes;

/// <summary>How the JSON of a definition becomes the records of <see cref="Programme"/>; made at build time, so that start-up is quick.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Programme))]
internal sealed partial class DefinitionJson : JsonSerializerContext
{
    /// <summary>Enum members go by their kebab-case words: <c>only-if-asked</c> is OnlyIfAsked.</summary>
    public static DefinitionJson Instance { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false), new LocalTimeConverter(), new DaysConverter(),
        },
    });
}

internal sealed class LocalTimeConverter : JsonConverter<LocalTime>
{
    private static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    public static bool TryParse(string text, out LocalTime time) => Pattern.Parse(text).TryGetValue(default, out time);

    public static string Format(LocalTime time) => Pattern.Format(time);

    public override LocalTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Pattern.Parse(reader.GetString()!).GetValueOrThrow();

    public override void Write(Utf8JsonWriter writer, LocalTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Format(value));
}

internal sealed class DaysConverter : JsonConverter<IReadOnlySet<IsoDayOfWeek>>
{
    private static readonly string[] Words = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public override IReadOnlySet<IsoDayOfWeek> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var days = new HashSet<IsoDayOfWeek>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            days.Add((IsoDayOfWeek)(Array.IndexOf(Words, reader.GetString()) + 1));
        return days.ToFrozenSet();
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlySet<IsoDayOfWeek> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var day in value.Order())
            writer.WriteStringValue(Words[(int)day - 1]);
        writer.WriteEndArray();
    }
}
