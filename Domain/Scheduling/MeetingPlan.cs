using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>A meeting without its time: what has to be known to look for one.</summary>
/// <param name="MayMiss">How many of the attendees may have something else at that time.</param>
/// <param name="Moving">The meeting that gets a new time; it then does not count against itself. Null for a new one.</param>
public sealed record MeetingPlan(
    int Minutes, MeetingMode Mode, IReadOnlyList<Attendee> Attendees, CycleSoFar Cycle, MeetingId? Moving = null,
    int MayMiss = 0)
{
    /// <summary>The other meetings of the cycle that count.</summary>
    public IEnumerable<CountedMeeting> Others => Cycle.Meetings.Where(m => m.Id != Moving);
}

/// <param name="Zone">The zone of this person's clock.</param>
/// <param name="Calendar">The organisation's own, or the programme's.</param>
/// <param name="Hours">School day, or own working hours where the programme goes by those; null: as the programme says.</param>
/// <param name="Busy">Half-open, unordered, may overlap; empty as well when the person's calendar cannot be read.
/// Without the meeting that is being moved, as far as the calendar tells them apart.</param>
public sealed record Attendee(DateTimeZone Zone, SchoolCalendar Calendar, DayHours? Hours, IReadOnlyList<Interval> Busy);

/// <summary>The ends of somebody's day; each null where it is as the programme says.</summary>
public sealed record DayHours(LocalTime? Start, LocalTime? End);

/// <summary>What of a cycle bears on a further meeting.</summary>
/// <param name="ClockStart">Day of acceptance or of the programme, if the clock starts there; null if the first meeting starts it.</param>
/// <param name="Meetings">Held or booked, never those cancelled or missed; in any order.</param>
/// <param name="Extension">What was agreed at the review; null when nothing was.</param>
public sealed record CycleSoFar(LocalDate? ClockStart, IReadOnlyList<CountedMeeting> Meetings, CycleExtension? Extension = null)
{
    public static CycleSoFar Fresh { get; } = new(null, []);
}

public sealed record CountedMeeting(MeetingId Id, Instant Start, MeetingMode Mode);

/// <param name="EndsOn">The last day of the extended cycle.</param>
public sealed record CycleExtension(LocalDate EndsOn, int ExtraInPersonMeetings);
