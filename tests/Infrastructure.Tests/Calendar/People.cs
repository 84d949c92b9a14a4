using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Infrastructure.Tests.Calendar;

internal static class People
{
    public static readonly PersonId Amira = PersonId.Of("7d1c0000-0000-4000-8000-000000000001", "a0000000-0000-4000-8000-000000000001");
    public static readonly PersonId Grace = PersonId.Of("7d1c0000-0000-4000-8000-000000000001", "a0000000-0000-4000-8000-000000000002");
    public static readonly PersonId Stranger = PersonId.Of("7d1c0000-0000-4000-8000-000000000002", "b0000000-0000-4000-8000-000000000001");

    public static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];
    public static readonly Instant Thursday = Instant.FromUtc(2026, 12, 3, 15, 30);

    public static Interval Hour(Instant start) => new(start, start + Duration.FromHours(1));

    public static Interval Day(Instant within) => new(within - Duration.FromHours(12), within + Duration.FromHours(12));

    public static CalendarMeeting Meeting(int number = 1, Instant? start = null, MeetingMode mode = MeetingMode.Teams) => new(
        new MeetingId(new Guid(number, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8])), Amira, [Grace], "Peer support – protected time",
        start ?? Thursday, Duration.FromHours(1), London, mode);

    /// <summary>What PeerBot keeps of the event that the calendar answered for this meeting.</summary>
    public static KnownEvent Known(CalendarEntry entry, int number = 1) =>
        new(Meeting(number).Id, Amira, [Grace], entry.EventId, entry.Start, entry.End, entry.Mark);
}

/// <summary>Answers every timer at once and moves the clock by what it was asked to wait: retries are tested without waiting.</summary>
internal sealed class ImpatientTime(Instant now) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<TimeSpan> waits = [];
    private DateTimeOffset now = now.ToDateTimeOffset();

    public IReadOnlyList<TimeSpan> Waits
    {
        get { lock (gate) return [.. waits]; }
    }

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Nothing of the second is spent, so that waits come out as asked for.</summary>
    public override long GetTimestamp() => 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
            lock (gate)
            {
                waits.Add(dueTime);
                now += dueTime;
            }

        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    public void Set(Instant instant) => now = instant.ToDateTimeOffset();
}
