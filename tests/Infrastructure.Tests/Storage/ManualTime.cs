using NodaTime;

namespace PeerBot.Infrastructure.Tests.Storage;

/// <summary>A clock that stands still until it is moved. Timers run in real time.</summary>
internal sealed class ManualTime : TimeProvider
{
    private Instant _now = Sample.Now;

    public void Advance(Duration by) => _now += by;

    public override DateTimeOffset GetUtcNow() => _now.ToDateTimeOffset();
}
