using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace PeerBot.Bot.Rehearsal;

/// <summary>Reads and moves the clock, and begins again.</summary>
internal static class ClockEndpoints
{
    /// <param name="Now">ISO instant.</param>
    /// <param name="Local">Instead of it: date and time in the rehearsal's zone, for example <c>2026-12-03T17:00</c>.</param>
    internal sealed record Move(string? Now, string? Local);

    public static void Map(RouteGroupBuilder rehearsal)
    {
        rehearsal.MapGet("/clock", (RehearsalClock clock, IOptions<RehearsalOptions> options) => Read(clock, options.Value));
        rehearsal.MapPost("/clock", MoveAsync);
        rehearsal.MapGet("/clock/next-due", async (IRehearsalSource source, RehearsalClock clock, CancellationToken cancellation) =>
            RehearsalJson.Answer(new NextDue(WholeSecond(await source.NextDueAsync(clock.Now, cancellation)))));
        rehearsal.MapGet("/clock/next-working-day", NextWorkingDay);
        rehearsal.MapPost("/reset", ResetAsync);
    }

    private static async Task<IResult> ResetAsync(
        RehearsalTime time, RehearsalClock clock, IOptions<RehearsalOptions> options, CancellationToken cancellation)
    {
        await time.BeginAgainAsync(options.Value.StartInstant(), cancellation);
        return Read(clock, options.Value);
    }

    private static async Task<IResult> MoveAsync(
        Move move, RehearsalTime time, RehearsalClock clock, IOptions<RehearsalOptions> options, CancellationToken cancellation)
    {
        if (Target(move, options.Value.TimeZone()) is not { } target)
            return RehearsalJson.Refusal("Give a time such as {\"now\":\"2026-11-23T08:30:00Z\"}.");
        return await time.PassUntilAsync(target, cancellation)
            ? Read(clock, options.Value)
            : RehearsalJson.Refusal("The clock only goes forward. Reset to begin again.", StatusCodes.Status409Conflict);
    }

    private static Instant? Target(Move move, DateTimeZone zone)
    {
        if (OffsetDateTimePattern.ExtendedIso.Parse(move.Now ?? "").TryGetValue(default, out var instant))
            return instant.ToInstant();
        // A local time that the clocks skip means the first one after it; one that comes twice means the first.
        return LocalDateTimePattern.GeneralIso.Parse(WithSeconds(move.Local ?? "")).TryGetValue(default, out var local)
            ? zone.AtLeniently(local).ToInstant()
            : null;
    }

    // A browser leaves the seconds out where they are nought.
    private static string WithSeconds(string local) => local.Length == "2026-12-03T17:00".Length ? local + ":00" : local;

    private static IResult NextWorkingDay(IRehearsalSource source, RehearsalClock clock, IOptions<RehearsalOptions> options)
    {
        var zone = options.Value.TimeZone();
        var morning = source.NextWorkingDay(clock.Now.InZone(zone).Date).At(new LocalTime(8, 30));
        return RehearsalJson.Answer(new { next = zone.AtLeniently(morning).ToInstant() });
    }

    // Upwards: a clock that is moved there must not stop a fraction short of it.
    private static Instant? WholeSecond(Instant? due) =>
        due is { } instant ? Instant.FromUnixTimeSeconds((instant + Duration.FromSeconds(1) - Duration.Epsilon).ToUnixTimeSeconds()) : null;

    private static IResult Read(RehearsalClock clock, RehearsalOptions options) =>
        RehearsalJson.Answer(new { now = clock.Now, zone = options.Zone });

    // "next" is there even when nothing waits.
    private sealed record NextDue([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Instant? Next);
}
