using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Tests.World;

/// <summary>Everybody's calendar, in memory. It can be out of reach, and counts what it is asked.</summary>
internal sealed class MemoryCalendar : ICalendar
{
    private readonly Dictionary<PersonId, List<Interval>> busy = [];
    private readonly Dictionary<MeetingId, CalendarMeeting> events = [];

    private readonly Dictionary<MeetingId, int> marks = [];
    private readonly List<(MeetingId Meeting, PersonId Person)> no = [];

    /// <summary>Null: people cannot change anything here by themselves.</summary>
    public Duration? LookEvery { get; set; }

    public int Looks { get; private set; }

    /// <summary>Answers leave the Teams link out, as they may right after an update.</summary>
    public bool HidesLinks { get; set; }

    /// <summary>People whose calendar tells nothing.</summary>
    public HashSet<PersonId> Unreadable { get; } = [];

    /// <summary>Where feeds are found; null: nowhere.</summary>
    public Uri? Feed { get; set; }

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
                Known: !Unreadable.Contains(person),
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
        if (events.GetValueOrDefault(meeting.Id) != meeting)
        {
            Touch(meeting.Id);
        }

        events[meeting.Id] = meeting;
        return Task.FromResult(Entry(meeting));
    }

    public Task<CalendarEntry> MoveAsync(CalendarMeeting meeting, string eventId, CancellationToken cancellation) =>
        BookAsync(meeting, cancellation);

    public Task CancelAsync(MeetingId meeting, IReadOnlyList<PersonId> people, string eventId, CancellationToken cancellation)
    {
        Reach();
        events.Remove(meeting);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyDictionary<MeetingId, EventNow>> ReadBackAsync(IReadOnlyCollection<KnownEvent> known, CancellationToken cancellation)
    {
        Reach();
        Looks++;
        var changed = new Dictionary<MeetingId, EventNow>();
        foreach (var one in known)
        {
            if (!events.TryGetValue(one.Meeting, out var standing))
            {
                changed[one.Meeting] = new EventNow.Gone();
            }
            else if (MarkOf(one.Meeting) != one.Mark)
            {
                changed[one.Meeting] = new EventNow.Stands(Entry(standing), [.. no.Where(one => one.Meeting == standing.Id).Select(one => one.Person)]);
            }
        }

        return Task.FromResult<IReadOnlyDictionary<MeetingId, EventNow>>(changed);
    }

    public Uri? FeedOf(PersonId person, int number) => Feed is null ? null : new Uri(Feed, $"calendar/{person.Value.Length}-{number}.ics");

    /// <summary>Somebody moves the event in the calendar itself.</summary>
    public void Move(MeetingId meeting, Instant start, int minutes = 60)
    {
        events[meeting] = events[meeting] with { Start = start, Length = Duration.FromMinutes(minutes) };
        Touch(meeting);
    }

    /// <summary>Somebody takes the event out of the calendar.</summary>
    public void Remove(MeetingId meeting) => events.Remove(meeting);

    /// <summary>Somebody says no to the invitation.</summary>
    public void Decline(MeetingId meeting, PersonId person)
    {
        no.Add((meeting, person));
        Touch(meeting);
    }

    private CalendarEntry Entry(CalendarMeeting meeting) => new(
        $"event-{meeting.Id}-{meeting.Edition}", meeting.Start, meeting.Start + meeting.Length,
        meeting.Mode == MeetingMode.Teams && !HidesLinks ? new Uri($"https://teams.example/join/{meeting.Id}") : null, MarkOf(meeting.Id));

    private string MarkOf(MeetingId meeting) => $"mark-{marks.GetValueOrDefault(meeting)}";

    private void Touch(MeetingId meeting) => marks[meeting] = marks.GetValueOrDefault(meeting) + 1;

    private void Reach()
    {
        if (Unavailable)
        {
            Failures++;
            throw new CalendarUnavailableException("The calendar is out of reach.");
        }
    }
}
