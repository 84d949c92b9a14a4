using NodaTime;
using NodaTime.Extensions;

namespace PeerBot.Storage;

/// <summary>Names the claims of this process on rows of the outbox, and says when one has run out.</summary>
internal sealed class Claims(TimeProvider time)
{
    /// <summary>As far as the clocks of two machines may be apart, and longer than it takes from the last look to the wire.</summary>
    private static readonly Duration Margin = Duration.FromSeconds(10);

    private readonly string self = Guid.NewGuid().ToString("N");
    private long count;

    public Instant Now => time.GetUtcNow().ToInstant();

    public Claim Next(Duration lease) => new($"{self}.{Interlocked.Increment(ref count):x}", Now + lease);

    public bool HasTimeLeft(Claim claim) => Now + Margin < claim.Until;
}
