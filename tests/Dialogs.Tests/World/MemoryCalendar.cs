using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Tests.World;

/// <summary>Everybody's calendar, in memory. It can be out of reach, and counts what it is asked.</summary>
internal sealed class MemoryCalendar : ICalendar
{
    private readonly Dictionary<PersonId, List<Interval>> busy = [];
    private readonly Dictionary<MeetingId, CalendarMeeting> events = [];

    public bool Unavailable { get; set; }

    /// <summary>How often somebody tried to write while it was out of reach.</summary>
    public int Failures { get; private set; }

    public IReadOnlyCollection<CalendarMeeting> Events => events.Values;

    public void Block(PersonId person, Instant from, Instant to)
    {
        if (!busy.TryGetValue(person, out var times))
        {
            busy[person] = times = [];
        }

        times.Add(new Interval(from, to));
    }

    public Task<IReadOnlyDictionary<PersonId, FreeBusy>> FreeBusyAsync(
        IReadOnlyCollection<PersonId> people, Interval window, CancellationToken cancellation)
    {
        Reach();
        return Task.FromResult<IReadOnlyDictionary<PersonId, FreeBusy>>(people.ToDictionary(
            person => person,
            person => new FreeBusy(
                Known: true,
                [
                    .. busy.GetValueOrDefault(person, []).Concat(events.Values
                        .Where(meeting => meeting.Organiser == person || meeting.Others.Contains(person))
                        .Select(meeting => new Interval(meeting.Start, meeting.Start + meeting.Length)))
                        .Where(taken => taken.Start < window.End && taken.End > window.Start), // a calendar answers for what it was asked
                ])));
    }

    public Task<CalendarEntry> BookAsync(CalendarMeeting meeting, CancellationToken cancellation)
    {
        Reach();
        events[meeting.Id] = meeting;
        return Task.FromResult(Entry(meeting));
    }

    public Task<CalendarEntry> MoveAsync(CalendarMeeting meeting, string eventId, CancellationToken cancellation) =>
        BookAsync(meeting, cancellation);

    public Task CancelAsync(MeetingId meeting, PersonId organiser, string eventId, CancellationToken cancellation)
    {
        Reach();
        events.Remove(meeting);
        return Task.CompletedTask;
    }

    public Task<CalendarEntry?> ReadBackAsync(MeetingId meeting, PersonId organiser, string eventId, CancellationToken cancellation)
    {
        Reach();
        return Task.FromResult(events.TryGetValue(meeting, out var standing) ? Entry(standing) : null);
    }

    private static CalendarEntry Entry(CalendarMeeting meeting) => new(
        $"event-{meeting.Id}", meeting.Start, meeting.Start + meeting.Length,
        meeting.Mode == MeetingMode.Teams ? new Uri($"https://teams.example/join/{meeting.Id}") : null);

    private void Reach()
    {
        if (Unavailable)
        {
            Failures++;
            throw new CalendarUnavailableException("The calendar is out of reach.");
        }
    }
}
