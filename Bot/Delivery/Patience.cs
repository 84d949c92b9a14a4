using NodaTime;
using PeerBot.Storage;

namespace PeerBot.Bot.Delivery;

/// <summary>When a message is tried again, and when that has an end.</summary>
internal static class Patience
{
    /// <summary>A long weekend without Teams; what is older than that says nothing true any more.</summary>
    public static readonly Duration Longest = Duration.FromDays(5);

    private static readonly Duration LongestWait = Duration.FromHours(1);

    /// <summary>Each of these tries may have arrived, so there are few of them.</summary>
    private static readonly Duration[] InDoubt =
    [
        Duration.FromSeconds(15), Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(30), Duration.FromHours(2),
    ];

    /// <returns>Null: it is enough.</returns>
    public static Instant? NextTry(OutboxRow row, Sent sent, Instant now)
    {
        var wait = sent switch
        {
            InDoubt doubt when row.Attempts < InDoubt.Length => Duration.Max(doubt.After ?? Duration.Zero, InDoubt[row.Attempts]),
            // A gateway may ask for nothing, or for a second, hour after hour.
            Refused refused => Duration.Max(refused.After ?? Duration.Zero, Backoff(row)),
            _ => (Duration?)null,
        };
        return wait is { } time && now + time < row.CreatedAt + Longest ? now + time : null;
    }

    /// <summary>2, 4, 8 … seconds up to an hour, a little more or less for each row so that they do not all come back at once.</summary>
    public static Duration Backoff(OutboxRow row)
    {
        var seconds = Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(row.Attempts, 12) + 1));
        return Duration.FromSeconds(seconds * (0.9 + row.Id % 16 / 80.0));
    }
}
