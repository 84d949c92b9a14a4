using System.Diagnostics;
using NodaTime;

namespace PeerBot.Bot.Tests.Crash;

/// <summary>A Monday morning from which time goes on as outside; every process that starts is given the time that it is by then.</summary>
internal sealed class DevelopmentClock
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 9, 30);

    private readonly long began = Stopwatch.GetTimestamp();

    public Instant Now => Monday + Duration.FromTimeSpan(Stopwatch.GetElapsedTime(began));
}
