using NodaTime;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Scheduling;

public readonly record struct MeetingId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}

public enum MeetingMode
{
    Teams,
    InPerson,
    PhoneWork,
}

/// <summary>The calendars of people: what times are taken, and the events of meetings. One event a meeting.</summary>
/// <remarks>
/// Every call may be repeated with the same meeting: the second call finds the first one's event. An event id may be empty where booking
/// never answered: the event is then looked for by the meeting.
/// </remarks>
public interface ICalendar
{
    /// <summary>How often to look whether people have changed events in the calendar itself; null where nobody can.</summary>
    Duration? LookEvery { get; }

    /// <summary>
    /// Taken times of each person in the window, by person; half-open, unordered, may overlap. Never a title or a place.
    /// A person whose calendar cannot be read (other tenant, no mailbox) has <see cref="FreeBusy.Known"/> false. What people have declared
    /// to PeerBot as taken counts in every calendar.
    /// </summary>
    /// <exception cref="CalendarUnavailableException">The calendar did not answer; retrying may help.</exception>
    Task<IReadOnlyDictionary<PersonId, FreeBusy>> FreeBusyAsync(
        IReadOnlyCollection<PersonId> people, Interval window, CancellationToken cancellation);

    /// <summary>Puts the meeting into the participants' calendars, or finds the event that an earlier attempt made.</summary>
    /// <exception cref="CalendarUnavailableException">The calendar did not answer; retrying may help.</exception>
    Task<CalendarEntry> BookAsync(CalendarMeeting meeting, CancellationToken cancellation);

    /// <summary>
    /// Moves the same event to the meeting's new time, takes it from those who have left and gives it to those who are new; makes it when it is not there.
    /// </summary>
    /// <exception cref="CalendarUnavailableException">The calendar did not answer; retrying may help.</exception>
    Task<CalendarEntry> MoveAsync(CalendarMeeting meeting, string eventId, CancellationToken cancellation);

    /// <summary>Takes the event out of all calendars; an event that is gone already counts as done.</summary>
    /// <param name="people">The organiser first.</param>
    /// <exception cref="CalendarUnavailableException">The calendar did not answer; retrying may help.</exception>
    Task CancelAsync(MeetingId meeting, IReadOnlyList<PersonId> people, string eventId, CancellationToken cancellation);

    /// <summary>Those events that are not as they were last seen, as they are now; what is unchanged is left out.</summary>
    /// <exception cref="CalendarUnavailableException">The calendar did not answer; retrying may help.</exception>
    Task<IReadOnlyDictionary<MeetingId, EventNow>> ReadBackAsync(IReadOnlyCollection<KnownEvent> known, CancellationToken cancellation);

    /// <summary>Address under which the person's own meetings can be subscribed to, for nobody else; null where there is none.</summary>
    /// <param name="number">Of the address; a feed that is at another number by now is not to be found there.</param>
    Uri? FeedOf(PersonId person, int number);
}

/// <param name="Known">False when the calendar could not be read; <paramref name="Busy"/> then holds only what the person has declared.</param>
public sealed record FreeBusy(bool Known, IReadOnlyList<Interval> Busy);

/// <summary>What a calendar needs to know of a meeting; no topic, no programme, no school.</summary>
/// <param name="Subject">Neutral, for example "Peer support – protected time"; it is seen on phones and by office staff.</param>
/// <param name="Zone">Zone in which the local time is kept across clock changes.</param>
/// <param name="Edition">0; one more each time the event was lost and is made anew.</param>
/// <param name="Gone">Who was in it and has left; null: nobody. Whomever else people have invited themselves stays.</param>
/// <param name="New">Who has come since it was booked; null: nobody. Whomever else people have taken out themselves stays out.</param>
public sealed record CalendarMeeting(
    MeetingId Id, PersonId Organiser, IReadOnlyList<PersonId> Others, string Subject, Instant Start, Duration Length,
    DateTimeZone Zone, MeetingMode Mode, int Edition = 0, IReadOnlyList<PersonId>? Gone = null,
    IReadOnlyList<PersonId>? New = null)
{
    /// <summary>The organiser first.</summary>
    public IReadOnlyList<PersonId> People => [.. Others.Prepend(Organiser).Distinct()];
}

/// <param name="JoinUrl">Teams link; null for a meeting in person and where no link could be made.</param>
/// <param name="Mark">Another one after every change of the event; null where the calendar gives none.</param>
public sealed record CalendarEntry(string EventId, Instant Start, Instant End, Uri? JoinUrl, string? Mark = null);

/// <summary>An event as PeerBot knows it.</summary>
/// <param name="Mark">Of the <see cref="CalendarEntry"/> when it was last seen; null: look at it in any case.</param>
public sealed record KnownEvent(
    MeetingId Meeting, PersonId Organiser, IReadOnlyList<PersonId> Others, string EventId, Instant Start, Instant End, string? Mark)
{
    /// <summary>The organiser first.</summary>
    public IReadOnlyList<PersonId> People => [.. Others.Prepend(Organiser).Distinct()];
}

/// <summary>What has become of an event that is not as it was last seen.</summary>
public abstract record EventNow
{
    private EventNow()
    {
    }

    /// <summary>It is in the organiser's calendar no more, or cancelled there.</summary>
    public sealed record Gone : EventNow;

    /// <param name="Declined">Who has said no to the invitation.</param>
    public sealed record Stands(CalendarEntry Entry, IReadOnlyList<PersonId> Declined) : EventNow;
}

/// <summary>The calendar could not be reached, or is too busy to answer. Nothing is known to have changed there; asking again later helps.</summary>
public sealed class CalendarUnavailableException(string message, Exception? inner = null, Duration? retryAfter = null)
    : Exception(message, inner)
{
    /// <summary>How long it asks to be left alone; null: it has not said.</summary>
    public Duration? RetryAfter { get; } = retryAfter;
}
