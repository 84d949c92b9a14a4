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
    /// <summary>
    /// Taken times of each person in the window, by person; half-open, unordered, may overlap. Never a title or a place.
    /// A person whose calendar cannot be read (other tenant, no mailbox) has <see cref="FreeBusy.Known"/> false.
    /// </summary>
    /// <exception cref="CalendarUnavailableException">The calendar did not answer; retrying may help.</exception>
    Task<IReadOnlyDictionary<PersonId, FreeBusy>> FreeBusyAsync(
        IReadOnlyCollection<PersonId> people, Interval window, CancellationToken cancellation);

    /// <summary>Puts the meeting into the participants' calendars, or finds the event that an earlier attempt made.</summary>
    /// <exception cref="CalendarUnavailableException">The calendar did not answer; retrying may help.</exception>
    Task<CalendarEntry> BookAsync(CalendarMeeting meeting, CancellationToken cancellation);

    /// <summary>Moves the same event to the meeting's new time; makes it when it is not there.</summary>
    /// <exception cref="CalendarUnavailableException">The calendar did not answer; retrying may help.</exception>
    Task<CalendarEntry> MoveAsync(CalendarMeeting meeting, string eventId, CancellationToken cancellation);

    /// <summary>Takes the event out of all calendars; an event that is gone already counts as done.</summary>
    /// <exception cref="CalendarUnavailableException">The calendar did not answer; retrying may help.</exception>
    Task CancelAsync(MeetingId meeting, PersonId organiser, string eventId, CancellationToken cancellation);

    /// <summary>Whether the event still stands and when; null when it is gone from the organiser's calendar.</summary>
    /// <exception cref="CalendarUnavailableException">The calendar did not answer; retrying may help.</exception>
    Task<CalendarEntry?> ReadBackAsync(MeetingId meeting, PersonId organiser, string eventId, CancellationToken cancellation);
}

/// <param name="Known">False when the calendar could not be read; <paramref name="Busy"/> is then empty and says nothing.</param>
public sealed record FreeBusy(bool Known, IReadOnlyList<Interval> Busy);

/// <summary>What a calendar needs to know of a meeting; no topic, no programme, no school.</summary>
/// <param name="Subject">Neutral, for example "Peer support – protected time"; it is seen on phones and by office staff.</param>
/// <param name="Zone">Zone in which the local time is kept across clock changes.</param>
public sealed record CalendarMeeting(
    MeetingId Id, PersonId Organiser, IReadOnlyList<PersonId> Others, string Subject, Instant Start, Duration Length,
    DateTimeZone Zone, MeetingMode Mode);

/// <param name="JoinUrl">Teams link; null for a meeting in person and where no link could be made.</param>
public sealed record CalendarEntry(string EventId, Instant Start, Instant End, Uri? JoinUrl);

public sealed class CalendarUnavailableException(string message, Exception? inner = null, Duration? retryAfter = null)
    : Exception(message, inner)
{
    public Duration? RetryAfter { get; } = retryAfter;
}
