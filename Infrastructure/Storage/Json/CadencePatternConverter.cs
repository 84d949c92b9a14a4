using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Storage.Json;

/// <summary>A pattern's cases check what they are made of and cannot simply be filled in; this is how they are written.</summary>
internal sealed record StoredPattern(
    string Kind, int? Weeks = null, Ordinal? Ordinal = null, IsoDayOfWeek? Day = null, LocalTime? Time = null,
    IReadOnlyList<LocalDateTime>? Dates = null);

internal sealed class CadencePatternConverter : JsonConverter<CadencePattern>
{
    public override CadencePattern Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, StoredJson.Default.StoredPattern) switch
        {
            { Kind: "weeks", Weeks: { } weeks, Day: { } day } p => new CadencePattern.EveryNWeeks(weeks, day, p.Time),
            { Kind: "month", Ordinal: { } ordinal, Day: { } day } p => new CadencePattern.MonthlyByWeekday(ordinal, day, p.Time),
            { Kind: "term" } p => new CadencePattern.OncePerTerm(p.Day, p.Time),
            { Kind: "dates", Dates: { } dates } => new CadencePattern.ChosenDates(dates),
            { Kind: "as-agreed" } => new CadencePattern.AsAgreed(),
            _ => throw new JsonException("Not a pattern of a cadence that this version knows."),
        };

    public override void Write(Utf8JsonWriter writer, CadencePattern value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(
            writer,
            value switch
            {
                CadencePattern.EveryNWeeks p => new StoredPattern("weeks", Weeks: p.Weeks, Day: p.Day, Time: p.Time),
                CadencePattern.MonthlyByWeekday p => new StoredPattern("month", Ordinal: p.Ordinal, Day: p.Day, Time: p.Time),
                CadencePattern.OncePerTerm p => new StoredPattern("term", Day: p.Day, Time: p.Time),
                CadencePattern.ChosenDates p => new StoredPattern("dates", Dates: p.Dates),
                CadencePattern.AsAgreed => new StoredPattern("as-agreed"),
                _ => throw new JsonException($"No way to store {value.GetType().Name}."),
            },
            StoredJson.Default.StoredPattern);
}
