using NodaTime;

namespace PeerBot.Bot.Rehearsal;

/// <summary>The clock of the whole product in rehearsal: runs at the pace of the real one, and can be moved forward.</summary>
/// <remarks>Timers keep real time; whoever waits for a due time listens to <see cref="Moved"/> as well.</remarks>
internal sealed class RehearsalClock(TimeProvider real) : TimeProvider
{
    private long offset;

    /// <summary>Raised after every move, on the thread that moved the clock.</summary>
    public event Action? Moved;

    public Instant Now => Instant.FromDateTimeOffset(GetUtcNow());

    /// <summary>How far this clock is ahead of the real one.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref offset));

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Offset;

    /// <summary>False, and nothing moves, when the instant is in the past: what has happened stays behind us.</summary>
    public bool MoveTo(Instant instant)
    {
        if (instant < Now)
            return false;
        StartAt(instant);
        return true;
    }

    /// <summary>Sets the clock to any instant. Only for a rehearsal in which nothing has happened yet.</summary>
    public void StartAt(Instant instant) => Restore(instant.ToDateTimeOffset() - real.GetUtcNow());

    /// <summary>Goes on with an offset kept from an earlier run.</summary>
    public void Restore(TimeSpan kept)
    {
        Interlocked.Exchange(ref offset, kept.Ticks);
        Moved?.Invoke();
    }
}
