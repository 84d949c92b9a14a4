using System.Diagnostics;
using System.Diagnostics.Metrics;
using NodaTime;
using PeerBot.Cards;
using PeerBot.Dialogs;
using PeerBot.Storage;

namespace PeerBot.Bot.Telemetry;

/// <summary>
/// What PeerBot counts, times and traces. A tag is a word of this code (a kind, a verb, an outcome) or a number, never a person, an address,
/// a conversation or a word that anybody wrote.
/// </summary>
internal sealed partial class Instruments : IDisposable
{
    public const string Name = "PeerBot";

    private static readonly ActivitySource Spans = new(Name);
    private static readonly HashSet<string> KnownVerbs =
        [.. typeof(Verbs).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];

    private readonly Histogram<double> turns;
    private readonly Histogram<double> deliveries;
    private readonly Counter<long> conflicts;
    private readonly Database database;
    private readonly IClock clock;
    private readonly ILogger<Instruments> logger;
    private readonly Meter meter;

    public Instruments(IMeterFactory meters, Database database, IClock clock, ILogger<Instruments> logger)
    {
        (this.database, this.clock, this.logger) = (database, clock, logger);
        meter = meters.Create(Name);
        turns = meter.CreateHistogram<double>("peerbot.turn.duration", "s", "What people did, from its arrival to its commit, by outcome.");
        deliveries = meter.CreateHistogram<double>("peerbot.delivery.duration", "s", "Messages and errands of the outbox, by what became of them.");
        conflicts = meter.CreateCounter<long>("peerbot.database.conflicts", "{conflict}", "Turns and errands that met a newer version and ran again.");
        meter.CreateObservableGauge("peerbot.outbox.rows", Depths, "{row}", "Rows of the outbox: due now, and all that wait for their time.");
        meter.CreateObservableGauge("peerbot.outbox.oldest_due.age", Age, "s", "How long the oldest row that is due has waited.");
    }

    public Measured Turn(Incoming incoming) => incoming is Incoming.Pressed press
        ? Measured.Begin(Spans, "turn", turns, "press", KnownVerbs.Contains(press.Verb) ? press.Verb : "unknown")
        : Measured.Begin(Spans, "turn", turns, "words", null);

    public Measured Message(bool isNew) => Measured.Begin(Spans, "deliver", deliveries, isNew ? "message" : "update", null);

    public Measured Errand(string kind) => Measured.Begin(Spans, "errand", deliveries, "errand", kind);

    public void Conflict(string kind) => conflicts.Add(1, new KeyValuePair<string, object?>("kind", kind));

    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<long>> Depths() => Standing() is { } standing
        ? [new(standing.Due, new KeyValuePair<string, object?>("state", "due")), new(standing.All - standing.Due, new KeyValuePair<string, object?>("state", "scheduled"))]
        : [];

    private IEnumerable<Measurement<double>> Age() => Standing() is { } standing
        ? [new(standing.OldestDue is { } oldest ? Math.Max(0, (clock.GetCurrentInstant() - oldest).TotalSeconds) : 0)]
        : [];

    /// <summary>Asked when somebody collects, every quarter of a minute or less often; collecting knows no waiting.</summary>
    private OutboxStanding? Standing()
    {
        try
        {
            return Task.Run(() => database.OutboxStandingAsync(clock.GetCurrentInstant())).GetAwaiter().GetResult();
        }
#pragma warning disable CA1031 // A gauge has nothing to show while the database is away; the others go on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotCounted(logger, exception);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The outbox could not be counted for the metrics")]
        public static partial void NotCounted(ILogger logger, Exception exception);
    }
}

/// <summary>One thing that is being timed. Without an outcome when it ends it has failed.</summary>
internal sealed class Measured : IDisposable
{
    private readonly Histogram<double> into;
    private readonly System.Diagnostics.Activity? span;
    private readonly string kind;
    private readonly long began = Stopwatch.GetTimestamp();

    private Measured(Histogram<double> into, System.Diagnostics.Activity? span, string kind) => (this.into, this.span, this.kind) = (into, span, kind);

    public string Outcome { get; set; } = "failed";

    public static Measured Begin(ActivitySource spans, string name, Histogram<double> into, string kind, string? what)
    {
        var span = spans.StartActivity(name, ActivityKind.Internal);
        span?.SetTag("peerbot.kind", kind);
        span?.SetTag("peerbot.what", what);
        return new Measured(into, span, kind);
    }

    public void Dispose()
    {
        into.Record(
            Stopwatch.GetElapsedTime(began).TotalSeconds,
            new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("outcome", Outcome));
        span?.SetTag("peerbot.outcome", Outcome);
        span?.SetStatus(Outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        span?.Dispose();
    }
}
