using System.Globalization;
using NodaTime;
using NodaTime.Extensions;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Calendar;

/// <summary>
/// Meetings in PeerBot's own database, seen through the feed of each person: the whole product without Microsoft 365. It makes no Teams
/// links; the people agree on how they call each other.
/// </summary>
internal sealed class LocalCalendar(ILocalCalendarStore store, IFeedAddresses feeds, TimeProvider time) : ICalendar
{
    /// <summary>Feeds are read and never written to: nobody can change a meeting behind PeerBot's back.</summary>
    public Duration? LookEvery => null;

    public async Task<IReadOnlyDictionary<PersonId, FreeBusy>> FreeBusyAsync(
        IReadOnlyCollection<PersonId> people, Interval window, CancellationToken cancellation)
    {
        var found = new Dictionary<PersonId, FreeBusy>();
        foreach (var person in people.Distinct())
        {
            var declared = await store.BusyTimesAsync(person, cancellation);
            if (declared is null)
            {
                found[person] = new FreeBusy(Known: false, []);
                continue;
            }

            var events = await store.EventsAsync(person, window, cancellation);
            var meetings = new BusyTimes([.. events.Where(e => !e.Cancelled).Select(e => new Interval(e.Start, e.End))], []);
            found[person] = new FreeBusy(Known: true, [.. declared.Within(window), .. meetings.Within(window)]);
        }

        return found;
    }

    public async Task<CalendarEntry> BookAsync(CalendarMeeting meeting, CancellationToken cancellation)
    {
        var before = await store.FindAsync(meeting.Id, cancellation);
        var after = new LocalEvent(
            meeting.Id, meeting.People, meeting.Subject, meeting.Start, meeting.End(),
            Sequence: 0, Cancelled: false, Now);
        return Entry(await KeepAsync(before, after, cancellation));
    }

    public Task<CalendarEntry> MoveAsync(CalendarMeeting meeting, string eventId, CancellationToken cancellation) =>
        BookAsync(meeting, cancellation);

    public async Task CancelAsync(MeetingId meeting, IReadOnlyList<PersonId> people, string eventId, CancellationToken cancellation)
    {
        var before = await store.FindAsync(meeting, cancellation);
        if (before is { Cancelled: false }) await KeepAsync(before, before with { Cancelled = true }, cancellation);
    }

    public async Task<IReadOnlyDictionary<MeetingId, EventNow>> ReadBackAsync(
        IReadOnlyCollection<KnownEvent> known, CancellationToken cancellation)
    {
        var changed = new Dictionary<MeetingId, EventNow>();
        foreach (var one in known)
        {
            if (await store.FindAsync(one.Meeting, cancellation) is not { Cancelled: false } found) changed[one.Meeting] = new EventNow.Gone();
            else if (Entry(found) is var entry && entry.Mark != one.Mark) changed[one.Meeting] = new EventNow.Stands(entry, []);
        }

        return changed;
    }

    public Uri? FeedOf(PersonId person, int number) => feeds.LinkFor(person, number);

    private Instant Now => time.GetUtcNow().ToInstant();

    /// <summary>A repeated call changes nothing, so that feeds stay as they are; a real change takes the next number.</summary>
    private async Task<LocalEvent> KeepAsync(LocalEvent? before, LocalEvent after, CancellationToken cancellation)
    {
        if (before is not null)
        {
            if (before == after with { Sequence = before.Sequence, Changed = before.Changed }) return before;
            after = after with { Sequence = before.Sequence + 1, Changed = Now };
        }

        await store.PutAsync(after, cancellation);
        return after;
    }

    private static CalendarEntry Entry(LocalEvent e) =>
        new(e.Meeting.ToString(), e.Start, e.End, JoinUrl: null, Mark: e.Sequence.ToString(CultureInfo.InvariantCulture));
}
