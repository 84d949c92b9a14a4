using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PeerBot.Calendar;

/// <summary>Counts and times what is asked of Graph. Operations are words of this code; no mailbox, no event.</summary>
internal static class GraphMeasures
{
    public const string Name = "PeerBot.Calendar";

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Spans = new(Name);

    private static readonly Histogram<double> Calls = Meter.CreateHistogram<double>(
        "peerbot.graph.duration", "s", "What was asked of Microsoft Graph, with its retries and waits, by outcome.");

    private static readonly Counter<long> Throttled = Meter.CreateCounter<long>(
        "peerbot.graph.throttled", "{answer}", "Answers of Microsoft Graph that asked to slow down or to come back later.");

    public static Activity? Begin(string operation) => Spans.StartActivity($"graph {operation}", ActivityKind.Client);

    /// <param name="outcome">ok, refused or unavailable.</param>
    public static void Ended(Activity? span, string operation, long began, string outcome)
    {
        Calls.Record(
            Stopwatch.GetElapsedTime(began).TotalSeconds,
            new KeyValuePair<string, object?>("operation", operation), new KeyValuePair<string, object?>("outcome", outcome));
        span?.SetTag("peerbot.outcome", outcome);
        span?.SetStatus(outcome == "ok" ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
    }

    public static void SlowedDown(string operation, int status) => Throttled.Add(
        1, new KeyValuePair<string, object?>("operation", operation), new KeyValuePair<string, object?>("status", status));
}
