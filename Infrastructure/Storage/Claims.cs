using NodaTime;
using NodaTime.Extensions;

namespace PeerBot.Storage;

/// <summary>Names the claims of this process on rows of the outbox, and says when one has run out.</summary>
internal sealed class Claims(TimeProvider time)
{
    /// <summary>As far as the clocks of two machines may be apart, and longer than it takes from the last look to the wire.</summary>
    private static readonly Duration Margin = Duration.FromSeconds(10);

    /// <summary>How long a row that waits for an earlier one is left alone, so that many of them are in nobody's way.</summary>
    private static readonly Duration Behind = Duration.FromMilliseconds(40);

    private long count;

    /// <summary>What every claim of this process begins with, and no other's.</summary>
    public string Self { get; } = $"{Guid.NewGuid():N}.";

    public Instant Now => time.GetUtcNow().ToInstant();

    public Claim Next(Duration lease) => new($"{Self}{Interlocked.Increment(ref count):x}", Now + lease);

    public static Instant InOrderUpTo(Instant now) => now + OutboxRow.InOrder;

    public Instant BehindUntil => Now + Behind;

    public bool HasTimeLeft(Claim claim) => Now + Margin < claim.Until;

    public bool IsHalfOver(Claim claim, Duration lease) => claim.Until - Now < lease / 2;
}
