using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>A time that is offered, and why.</summary>
/// <param name="Why">In the order of the ranking; at least that everybody is free.</param>
public sealed record OfferedSlot(Instant Start, MeetingMode Mode, IReadOnlyList<SlotReason> Why);

public enum SlotReason
{
    /// <summary>Everybody is free, and no rule of the programme says otherwise.</summary>
    EverybodyFree,

    /// <summary>The day of the agreed rhythm.</summary>
    DayOfRhythm,

    /// <summary>Day and time of the agreed rhythm.</summary>
    DayAndTimeOfRhythm,

    /// <summary>Not in the first or last half-hour in which a meeting may start that day.</summary>
    AwayFromTheEdge,

    /// <summary>Nobody has to travel.</summary>
    NoTravel,
}

/// <summary>The order in which times are offered.</summary>
/// <remarks>
/// <list type="number">
/// <item>Soonest first: a time of an earlier week (from Monday) goes before one of a later week.</item>
/// <item>Within a week what keeps to the agreed rhythm: its day and time, then its day, then any other; without a rhythm all are alike.</item>
/// <item>Within that the sooner day.</item>
/// <item>Within a day a time away from its edge, for a day does not begin or end well in a hurry.</item>
/// <item>Then the sooner time, and of one time the modes in the order in which the definition lists them.</item>
/// </list>
/// Where a definition lists a mode without travel first, that mode so goes before one in person.
/// </remarks>
public sealed class SlotRanking
{
    /// <summary>How long after the first and before the last possible start of a day its edge reaches.</summary>
    public const int EdgeMinutes = 30;

    private readonly DateTimeZone _zone;
    private readonly CadencePattern? _rhythm;
    private readonly List<MeetingMode> _modes;

    /// <param name="zone">Zone in which days and weeks are counted.</param>
    /// <param name="rhythm">Null when none is agreed.</param>
    /// <param name="modes">In the definition's order.</param>
    public SlotRanking(DateTimeZone zone, CadencePattern? rhythm, IReadOnlyList<MeetingMode> modes) =>
        (_zone, _rhythm, _modes) = (zone, rhythm, [.. modes]);

    /// <summary>Each of these times in each mode, with its reasons, the best first.</summary>
    /// <param name="atEdge">Whether a start is close to the first or last that the rules allow on its day.</param>
    public IEnumerable<OfferedSlot> Rank(IEnumerable<Instant> starts, Func<Instant, bool> atEdge) =>
        starts.SelectMany(start => _modes.Select(mode => Of(start, mode, atEdge(start)))).OrderBy(slot => slot.Key).Select(slot => slot.Slot);

    private (SlotKey Key, OfferedSlot Slot) Of(Instant start, MeetingMode mode, bool atEdge)
    {
        var local = start.InZone(_zone).LocalDateTime;
        var keepsDay = _rhythm?.Keeps(local.Date) == true;
        var keepsTime = keepsDay && _rhythm!.TimeOfDay == local.TimeOfDay;
        var key = new SlotKey(
            local.Date.PlusDays(1 - (int)local.DayOfWeek), keepsTime ? 0 : keepsDay ? 1 : 2, local.Date, atEdge, start, _modes.IndexOf(mode));

        List<SlotReason> why = [SlotReason.EverybodyFree];
        if (keepsDay) why.Add(keepsTime ? SlotReason.DayAndTimeOfRhythm : SlotReason.DayOfRhythm);
        if (!atEdge) why.Add(SlotReason.AwayFromTheEdge);
        if (mode is not MeetingMode.InPerson) why.Add(SlotReason.NoTravel);
        return (key, new OfferedSlot(start, mode, why));
    }

    private readonly record struct SlotKey(LocalDate Week, int OffRhythm, LocalDate Day, bool AtEdge, Instant Start, int Mode) : IComparable<SlotKey>
    {
        public int CompareTo(SlotKey other) => Tuple.CompareTo(other.Tuple);

        private (LocalDate, int, LocalDate, bool, Instant, int) Tuple => (Week, OffRhythm, Day, AtEdge, Start, Mode);
    }
}
