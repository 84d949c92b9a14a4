using NodaTime;
using NodaTime.TimeZones;

namespace PeerBot.Calendar;

/// <summary>The times that a person has declared as taken.</summary>
/// <param name="Once">Half-open; in any order, may overlap.</param>
public sealed record BusyTimes(IReadOnlyList<Interval> Once, IReadOnlyList<WeeklyCommitment> Weekly)
{
    public static readonly BusyTimes None = new([], []);

    /// <summary>Taken times inside the window, cut to it.</summary>
    public IEnumerable<Interval> Within(Interval window) =>
        Once.Concat(Weekly.SelectMany(w => w.Around(window)))
            .Where(taken => taken.Start < window.End && taken.End > window.Start && taken.Duration > Duration.Zero)
            .Select(taken => new Interval(Instant.Max(taken.Start, window.Start), Instant.Min(taken.End, window.End)));
}

/// <summary>The same hours every week, by the clock on the wall: a lesson, an assembly, the gate.</summary>
public sealed record WeeklyCommitment
{
    // Where the clocks change inside it, it takes the longer reading: better an hour too many than a head out of a lesson.
    private static readonly ZoneLocalMappingResolver Opens =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
    private static readonly ZoneLocalMappingResolver Closes =
        Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);

    public WeeklyCommitment(IReadOnlyList<IsoDayOfWeek> days, LocalTime start, LocalTime end, DateTimeZone zone)
    {
        if (end <= start) throw new ArgumentException($"A weekly commitment ends after it starts; this one is {start}–{end}.", nameof(end));
        (Days, Start, End, Zone) = (days, start, end, zone);
    }

    public IReadOnlyList<IsoDayOfWeek> Days { get; }

    public LocalTime Start { get; }

    public LocalTime End { get; }

    public DateTimeZone Zone { get; }

    /// <summary>Every occurrence that touches the window, and perhaps one on either side of it.</summary>
    internal IEnumerable<Interval> Around(Interval window)
    {
        var last = window.End.InZone(Zone).Date;
        for (var date = window.Start.InZone(Zone).Date; date <= last; date = date.PlusDays(1))
        {
            if (!Days.Contains(date.DayOfWeek)) continue;
            var from = Zone.ResolveLocal(date + Start, Opens).ToInstant();
            var to = Zone.ResolveLocal(date + End, Closes).ToInstant();
            yield return new Interval(from, to);
        }
    }
}
