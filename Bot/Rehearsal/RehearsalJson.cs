using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace PeerBot.Bot.Rehearsal;

/// <summary>How the rehearsal writes JSON: camel case, instants to the second as <c>2026-11-23T08:30:00Z</c>, states as words.</summary>
internal static class RehearsalJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new InstantAsText(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static IResult Answer<T>(T value, int status = StatusCodes.Status200OK) => TypedResults.Json(value, Options, statusCode: status);

    /// <summary>Says in words what was wrong with a request.</summary>
    public static IResult Refusal(string error, int status = StatusCodes.Status400BadRequest) => Answer(new { error }, status);

    private sealed class InstantAsText : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            InstantPattern.ExtendedIso.Parse(reader.GetString() ?? "").TryGetValue(default, out var instant)
                ? instant
                : throw new JsonException("Not an ISO instant.");

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(InstantPattern.General.Format(value));
    }
}
