using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>What to look for: all times at which several people could meet.</summary>
/// <param name="Window">Half-open and bounded; a slot lies wholly inside.</param>
/// <param name="Minutes">Elapsed minutes of the meeting, at least 1.</param>
/// <param name="StepMinutes">Slots start at multiples of this after local midnight in <paramref name="Zone"/>; at least 1.</param>
/// <param name="Closures">Whole local dates of <paramref name="Zone"/>, both ends included.</param>
public sealed record SlotSearch(
    Interval Window,
    int Minutes,
    int StepMinutes,
    DateTimeZone Zone,
    IReadOnlyList<SlotPerson> People,
    IReadOnlyList<DateInterval> Closures);

/// <param name="Zone">The zone of this person's clock.</param>
/// <param name="Hours">When the person can meet; nothing when empty. May overlap.</param>
/// <param name="Busy">Half-open, unordered, may overlap; an interval of no length takes no time.</param>
public sealed record SlotPerson(DateTimeZone Zone, IReadOnlyList<WeeklyHours> Hours, IReadOnlyList<Interval> Busy);

/// <param name="End">Excluded; midnight means the next midnight. Hours that end before they start take no time.</param>
public sealed record WeeklyHours(IReadOnlySet<IsoDayOfWeek> Days, LocalTime Start, LocalTime End);
