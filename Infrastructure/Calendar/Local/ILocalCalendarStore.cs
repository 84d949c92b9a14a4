using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Calendar;

/// <summary>Where LocalCalendar keeps its events and busy times: PeerBot's database, inside the turn's transaction.</summary>
/// <remarks>Errors of the database pass through as they are, so that a turn that met another one is replayed.</remarks>
public interface ILocalCalendarStore
{
    /// <summary>The event of the meeting, cancelled or not; null when there never was one.</summary>
    Task<LocalEvent?> FindAsync(MeetingId meeting, CancellationToken cancellation);

    /// <summary>The person's events that touch the half-open window, cancelled ones included, in any order.</summary>
    Task<IReadOnlyList<LocalEvent>> EventsAsync(PersonId person, Interval window, CancellationToken cancellation);

    /// <summary>Keeps the event in place of any other of the same meeting.</summary>
    Task PutAsync(LocalEvent localEvent, CancellationToken cancellation);

    /// <summary>
    /// What the person has declared as taken; <see cref="BusyTimes.None"/> when nothing; null when PeerBot keeps no calendar of them.
    /// </summary>
    Task<BusyTimes?> BusyTimesAsync(PersonId person, CancellationToken cancellation);

    /// <summary>Keeps the declared times in place of earlier ones; from then on PeerBot keeps a calendar of this person.</summary>
    Task PutBusyTimesAsync(PersonId person, BusyTimes times, CancellationToken cancellation);

    /// <summary>Number of the one address at which the person's feed is found now; null where there is no feed, or no longer.</summary>
    Task<int?> FeedAsync(PersonId person, CancellationToken cancellation);
}
