using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

public enum CalendarNews
{
    /// <summary>The event has gone from the calendar; the meeting stands until one of the two says otherwise.</summary>
    Gone,

    /// <summary>It was moved to a time that the rules allow, and the meeting with it.</summary>
    Moved,

    /// <summary>It was moved to a time that the rules do not allow. Flagged, not undone.</summary>
    MovedOutsideTheRules,

    /// <summary>The reader has said no to the invitation.</summary>
    Declined,
}

public abstract record Look
{
    private Look()
    {
    }

    /// <summary>Something was changed here; the next look has to be sent anew.</summary>
    public sealed record Changed : Look;

    public sealed record AsBefore : Look;

    /// <summary>No meeting is left that might be moved.</summary>
    public sealed record Over : Look;
}

/// <summary>
/// What people do to their meetings in the calendar itself (U-13). A move inside the rules is taken over; everything else is asked about
/// and never undone: the calendar belongs to them.
/// </summary>
public sealed class CalendarReadBack(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <exception cref="CalendarUnavailableException">The calendar did not answer; retrying may help.</exception>
    public async Task<Look> LookAsync(Cycle cycle, CancellationToken cancellation)
    {
        // Also those whose time has come, until it is settled whether they took place: people move what they cannot keep at the last minute, or after it.
        var booked = cycle.IsOpen ? (await stores.MeetingsAsync(cycle.Id)).Where(meeting => meeting.State == MeetingState.Booked).ToList() : [];
        if (booked.Count == 0)
        {
            stores.Save(cycle with { Watched = false });
            return new Look.Over();
        }

        // What was written a moment ago is not looked at: a calendar may show it late.
        var known = booked.Where(meeting => meeting is { Calendar: CalendarState.Written, EventId: not null, CheckIns: null or { Count: 0 } }
            && (meeting.Seen is not { } seen || seen.At + turn.Calendar.LookEvery <= turn.Now)).ToDictionary(meeting => meeting.Id);
        if (known.Count == 0)
        {
            return new Look.AsBefore();
        }

        var changed = false;
        foreach (var (id, now) in await turn.Calendar.ReadBackAsync([.. known.Values.Select(Known)], cancellation))
        {
            changed |= await SettleAsync(known[id], cycle, now);
        }

        return changed ? new Look.Changed() : new Look.AsBefore();
    }

    /// <summary>The event is put where the meeting stands, and made anew when it has gone.</summary>
    /// <param name="card">Message to update when done.</param>
    public async Task<Booking> PutBackAsync(PersonId person, MeetingId id, long sequence, string? card)
    {
        if (await stores.MeetingAsync(id) is not { } meeting || !meeting.People.Contains(person))
        {
            return new Booking.NotYours();
        }

        if (meeting.State != MeetingState.Booked || meeting.Sequence != sequence || meeting.Start <= turn.Now
            || meeting.Seen is not ({ Gone: true } or { Elsewhere: not null }))
        {
            return new Booking.OutOfDate(meeting);
        }

        if (meeting.Calendar == CalendarState.Written)
        {
            meeting = meeting with { Calendar = CalendarState.Pending };
            stores.Save(meeting);
            stores.Send(new Errand.WriteCalendar(id, person, card), turn.Now);
        }

        return new Booking.Moved(meeting);
    }

    /// <returns>False when this was known already.</returns>
    private async Task<bool> SettleAsync(Meeting meeting, Cycle cycle, EventNow now)
    {
        var before = meeting.Seen;
        switch (now)
        {
            // Of what is over, only a move to a time ahead is news.
            case var _ when meeting.Start <= turn.Now && !(now is EventNow.Stands { Entry.Start: var there } && there > turn.Now):
                return false;
            case EventNow.Gone when before is { Gone: true }:
                return false;
            case EventNow.Gone:
                stores.Save(meeting with { Seen = new EventSeen(turn.Now, Mark: null, Gone: true) });
                Tell(meeting, CalendarNews.Gone, meeting.People);
                return true;
            case EventNow.Stands { Entry: var entry } stands:
                var declined = stands.Declined.Where(meeting.People.Contains).ToList();
                var seen = meeting with
                {
                    JoinUrl = entry.JoinUrl ?? meeting.JoinUrl,
                    Seen = new EventSeen(turn.Now, entry.Mark, Declined: declined.Count == 0 ? null : declined),
                };
                return entry.Start == meeting.Start && entry.End == meeting.End
                    ? Stands(seen, before, declined)
                    : await MovedAsync(seen, cycle, entry, before);
            default:
                return false;
        }
    }

    private bool Stands(Meeting seen, EventSeen? before, List<PersonId> declined)
    {
        stores.Save(seen);
        Tell(seen, CalendarNews.Declined, declined.Where(person => before?.Declined?.Contains(person) != true));
        return true;
    }

    private async Task<bool> MovedAsync(Meeting seen, Cycle cycle, CalendarEntry entry, EventSeen? before)
    {
        if (before is { Elsewhere: { } place, Mark: { } mark } && place == entry.Start && mark == entry.Mark)
        {
            return false;
        }

        var minutes = (int)Math.Round((entry.End - entry.Start).TotalMinutes);
        if (minutes > 0 && await new BookMeeting(turn).TakeOverAsync(seen, cycle, entry.Start, minutes) is Booking.Moved moved)
        {
            Tell(moved.Meeting, CalendarNews.Moved, moved.Meeting.People);
            return true;
        }

        stores.Save(seen with { Seen = seen.Seen! with { Elsewhere = entry.Start, Minutes = minutes } });
        if (before?.Elsewhere != entry.Start || before.Minutes != minutes)
        {
            Tell(seen, CalendarNews.MovedOutsideTheRules, seen.People);
        }

        return true;
    }

    /// <summary>The errands wait for each reader's contact window themselves.</summary>
    private void Tell(Meeting meeting, CalendarNews news, IEnumerable<PersonId> readers)
    {
        foreach (var reader in readers)
        {
            stores.Send(new Errand.TellCalendarNews(meeting.Id, reader, news, meeting.Sequence), turn.Now);
        }
    }

    /// <summary>As it was last seen, wherever that was.</summary>
    private static KnownEvent Known(Meeting meeting)
    {
        var start = meeting.Seen?.Elsewhere ?? meeting.Start;
        return new KnownEvent(
            meeting.Id, meeting.Organiser, meeting.Others, meeting.EventId!, start,
            start + Duration.FromMinutes(meeting.Seen?.Minutes ?? meeting.Minutes), meeting.Seen?.Mark);
    }
}
