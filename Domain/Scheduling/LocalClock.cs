using NodaTime;
using NodaTime.TimeZones;

namespace PeerBot.Domain.Scheduling;

/// <summary>Local ticks to instants for one zone, quick for a run of local times in order.</summary>
/// <remarks>A skipped local time is read as late as the clocks jump, a repeated one as its first; NodaTime's lenient rule.</remarks>
internal struct LocalClock(DateTimeZone zone)
{
    // Local times a day or more from a change of the clocks are plain: instant = local - offset.
    private long _plainFrom = long.MaxValue;
    private long _plainTo = long.MinValue;
    private long _offset;

    public long ToInstant(LocalDate date, LocalTime time) => ToInstant(LocalTicks(date) + time.TickOfDay, date + time);

    /// <summary>The end of hours: midnight means the next one.</summary>
    public long EndToInstant(LocalDate date, LocalTime end) =>
        end == LocalTime.Midnight ? ToInstant(date.PlusDays(1), end) : ToInstant(date, end);

    private long ToInstant(long local, LocalDateTime dateTime)
    {
        if (local >= _plainFrom && local < _plainTo) return local - _offset;

        var instant = zone.AtLeniently(dateTime).ToInstant();
        Learn(zone.GetZoneInterval(instant));
        return instant.ToUnixTimeTicks();
    }

    private void Learn(ZoneInterval interval)
    {
        _offset = interval.WallOffset.Ticks;
        _plainFrom = interval.HasStart ? interval.Start.ToUnixTimeTicks() + _offset + NodaConstants.TicksPerDay : long.MinValue;
        _plainTo = interval.HasEnd ? interval.End.ToUnixTimeTicks() + _offset - NodaConstants.TicksPerDay : long.MaxValue;
    }

    private static long LocalTicks(LocalDate date) =>
        Period.DaysBetween(new LocalDate(1970, 1, 1), date.WithCalendar(CalendarSystem.Iso)) * NodaConstants.TicksPerDay;
}

internal static class ZoneExtensions
{
    /// <summary>The first instant of a local date, or of the next one that there was: some zones have skipped a whole day.</summary>
    public static Instant StartOf(this DateTimeZone zone, LocalDate date)
    {
        var midnight = zone.MapLocal(date.AtMidnight());
        return midnight.Count > 0 ? midnight.First().ToInstant() : midnight.LateInterval.Start;
    }
}
