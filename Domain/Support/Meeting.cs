using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

public enum MeetingState
{
    Booked,
    Held,
    NotHeld,
}

public enum NotHeldReason
{
    Cancelled,
    Missed,
    Unknown,
}

/// <summary>Where the calendar stands against the meeting: it is told after the turn, and may be slow or down.</summary>
public enum CalendarState
{
    Pending,
    Written,
    Waiting,
    Removed,
}

public enum SessionPart
{
    Shared,
    Learned,
    Both,
}

/// <summary>What the calendar last showed of a meeting's event.</summary>
/// <param name="At">When PeerBot wrote it, or somebody's change was noticed.</param>
/// <param name="Mark">The calendar's own mark of that state of the event; null where it gave none.</param>
/// <param name="Gone">Somebody took it out of the calendar.</param>
/// <param name="Elsewhere">Where somebody moved it to, when PeerBot has not taken that over; null: it stands where the meeting does.</param>
/// <param name="Declined">Who has said no to the invitation.</param>
public sealed record EventSeen(
    Instant At, string? Mark, bool Gone = false, Instant? Elsewhere = null, int? Minutes = null, IReadOnlyList<PersonId>? Declined = null);

/// <summary>Somebody was asked whether a meeting took place.</summary>
/// <param name="Again">Once more, because the two remembered differently.</param>
public sealed record CheckInAsked(Instant At, bool Again = false);

/// <summary>One meeting of a cycle. Moving it keeps its identity.</summary>
/// <param name="Initial">The first meeting of its cycle, which has length rules of its own.</param>
/// <param name="CheckIns">Who has said whether it took place; in a group, who has said that they were there.</param>
/// <param name="Sequence">Raised by every move and by a cancel; an older card of the meeting is known by it. Never shown.</param>
/// <param name="Attempts">Times in a row that the calendar did not answer.</param>
/// <param name="ShorterAskedBy">Who has suggested to make it shorter in place of cancelling; null: nobody, or it is answered.</param>
/// <param name="Shortened">Both have agreed to less time, and it has not moved since.</param>
/// <param name="Kind">Id of what it is to be, as the requester calls it; null: not said.</param>
/// <param name="Parts">What a member of a group has marked for themselves: that they shared, learned, or both.</param>
/// <param name="EventId">The calendar's id of the event; null before the calendar has answered.</param>
/// <param name="Seen">Null before the calendar has answered.</param>
/// <param name="Edition">How often the event was lost and is made anew.</param>
/// <param name="Asked">Who was asked whether it took place; null: nobody yet.</param>
/// <param name="Move">Another time that has been suggested, or to which it was moved by all together; null: neither.</param>
public sealed record Meeting(
    MeetingId Id, CycleId Cycle, PersonId Organiser, IReadOnlyList<PersonId> Others, Instant Start, int Minutes, MeetingMode Mode,
    bool Initial, MeetingState State = MeetingState.Booked, NotHeldReason? NotHeld = null,
    IReadOnlyDictionary<string, bool>? CheckIns = null, CalendarState Calendar = CalendarState.Pending, string? EventId = null,
    Uri? JoinUrl = null, int Sequence = 0, int Attempts = 0, EventSeen? Seen = null, int Edition = 0, PersonId? ShorterAskedBy = null,
    bool Shortened = false, IReadOnlyDictionary<string, CheckInAsked>? Asked = null, string? Kind = null,
    IReadOnlyDictionary<string, SessionPart>? Parts = null, MoveProposal? Move = null, long Version = 0)
{
    public Instant End => Start + Duration.FromMinutes(Minutes);

    public bool Counts => State is MeetingState.Booked or MeetingState.Held;

    public IEnumerable<PersonId> People => Others.Prepend(Organiser);

    /// <summary>It took place, and with them: in a group that is what each says for themselves (S3-16).</summary>
    public bool WasHeldWith(PersonId person, Cycle cycle) =>
        State == MeetingState.Held && People.Contains(person) && (!cycle.IsGroup || CheckIns?.ContainsKey(person.Value) == true);

    /// <summary>The same meeting, off; its calendar entries are to be taken away.</summary>
    internal Meeting Cancel() => this with
    {
        State = MeetingState.NotHeld,
        NotHeld = NotHeldReason.Cancelled,
        Calendar = CalendarState.Pending,
        Sequence = Sequence + 1,
        Move = null,
    };
}
