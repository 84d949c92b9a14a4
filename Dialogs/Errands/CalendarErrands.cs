using NodaTime;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Errands;

/// <summary>
/// Brings the calendar in line with a meeting, and back. Every step may be repeated: the calendar finds its own event again.
/// </summary>
internal sealed class CalendarErrands(Turn turn, ErrandPost post)
{
    /// <summary>After so many failures both are told the details without waiting for the calendar.</summary>
    private const int TellAfter = 3;

    private static readonly Duration LongestWait = Duration.FromHours(1);

    private static readonly Duration LateShow = Duration.FromMinutes(15);

    /// <summary>The answer to the press draws the card as "booking…"; an update that came before it would be drawn over.</summary>
    private static readonly Duration AfterTheAnswer = Duration.FromSeconds(1);

    public async Task<ErrandOutcome> WriteAsync(Errand.WriteCalendar write, int attempts)
    {
        if (await turn.Stores.MeetingAsync(write.Meeting) is not { } meeting || await turn.Stores.CycleAsync(meeting.Cycle) is not { } cycle
            || meeting.End <= turn.Now)
        {
            // A meeting that is over is in nobody's way any more, and no calendar has to be told.
            return ErrandOutcome.Nothing;
        }

        // Another errand for the same meeting may have been faster, or slower: the last to speak must leave the calendar as the meeting is.
        var settled = meeting.Calendar is CalendarState.Written or CalendarState.Removed;
        var reached = false;
        try
        {
            var written = await WrittenAsync(meeting, cycle, write.Newcomer);
            turn.Stores.Save(written);
            await WatchAsync(written, cycle);
            reached = true;
            if (!settled && written is { Calendar: CalendarState.Removed, EventId: null })
            {
                // A booking that never answered may have made an event which the calendar shows only later.
                turn.Stores.Send(write with { Card = null }, turn.Now + LateShow);
            }
        }
        catch (CalendarUnavailableException unavailable)
        {
            if (attempts + 1 < TellAfter || settled || meeting.Calendar == CalendarState.Waiting)
            {
                return new ErrandOutcome.Later(turn.Now + (unavailable.RetryAfter ?? Wait(attempts)), Failed: true);
            }

            turn.Stores.Save(meeting with { Calendar = CalendarState.Waiting, Attempts = attempts + 1 });
            turn.Stores.Send(write with { Card = null }, turn.Now + Wait(attempts));
        }

        if (write.Quiet && reached)
        {
            return new ErrandOutcome.Done();
        }

        // All the dates of a series stand on one card; only one that the calendar kept waiting is told of by itself.
        if (write.InSeries && reached && meeting is { State: MeetingState.Booked, Sequence: 0, Calendar: CalendarState.Pending })
        {
            return new ErrandOutcome.Done();
        }

        if (!settled && meeting is not { State: MeetingState.NotHeld, Calendar: CalendarState.Waiting })
        {
            Tell(write, meeting, attempts);
        }

        return ErrandOutcome.Nothing;
    }

    public async Task<ErrandOutcome> ReadBackAsync(Errand.ReadBackCalendar readBack)
    {
        if (await turn.Stores.CycleAsync(readBack.Cycle) is not { Watched: true } cycle)
        {
            return ErrandOutcome.Nothing;
        }

        if (turn.Calendar.LookEvery is null)
        {
            // Another calendar since: in this one nobody changes anything.
            turn.Stores.Save(cycle with { Watched = false });
            return ErrandOutcome.Nothing;
        }

        Look look;
        try
        {
            look = await new CalendarReadBack(turn).LookAsync(cycle, CancellationToken.None);
        }
        catch (CalendarUnavailableException unavailable)
        {
            var asked = turn.Now + (unavailable.RetryAfter ?? Duration.Zero);
            return new ErrandOutcome.Later(Instant.Max(asked, await NextLookAsync(cycle)), Failed: true);
        }

        switch (look)
        {
            case Look.AsBefore:
                return new ErrandOutcome.Later(await NextLookAsync(cycle), Failed: false);
            case Look.Changed:
                turn.Stores.Send(readBack, await NextLookAsync(cycle));
                break;
        }

        return ErrandOutcome.Nothing;
    }

    public async Task<ErrandOutcome> TellNewsAsync(Errand.TellCalendarNews news) =>
        await turn.Stores.MeetingAsync(news.Meeting) is { State: MeetingState.Booked, Calendar: CalendarState.Written } meeting
        && meeting.Sequence == news.Sequence && meeting.Start > turn.Now && CalendarNewsCards.StillHolds(meeting, news)
            ? await post.AboutCycleAsync(
                meeting.Cycle, news.To, (cycle, context) => ErrandPost.CardAsync(CalendarNewsCards.CardAsync(meeting, cycle, news.News, context)))
            : ErrandOutcome.Nothing;

    /// <summary>Nobody is told of anything at night, so nobody looks.</summary>
    private async Task<Instant> NextLookAsync(Cycle cycle) =>
        (await new Hours(turn, turn.Programme(cycle.Programme)).OfAsync(cycle.Requester)).Next(turn.Now + turn.Calendar.LookEvery!.Value).At;

    /// <summary>From the first event of a cycle somebody looks for what people change there.</summary>
    private async Task WatchAsync(Meeting written, Cycle cycle)
    {
        if (written.Calendar == CalendarState.Written && turn.Calendar.LookEvery is not null && cycle is { IsOpen: true, Watched: false })
        {
            turn.Stores.Save(cycle with { Watched = true });
            turn.Stores.Send(new Errand.ReadBackCalendar(cycle.Id), await NextLookAsync(cycle));
        }
    }

    private async Task<Meeting> WrittenAsync(Meeting meeting, Cycle cycle, PersonId? newcomer)
    {
        // An event that was seen to be gone may still answer by its id, from among the deleted ones. Without an id it is looked for by its
        // meeting, as one is whose booking never answered.
        var standing = meeting.Seen is { Gone: true } ? null : meeting.EventId;
        if (meeting.State == MeetingState.NotHeld)
        {
            await turn.Calendar.CancelAsync(meeting.Id, [.. meeting.People], standing ?? "", CancellationToken.None);
            return meeting with { Calendar = CalendarState.Removed };
        }

        var edition = meeting.Seen is { Gone: true } ? meeting.Edition + 1 : meeting.Edition;
        var details = new CalendarMeeting(
            meeting.Id, meeting.Organiser, meeting.Others, TimeCards.SubjectOf(turn.Programme(cycle.Programme)), meeting.Start, Duration.FromMinutes(meeting.Minutes),
            turn.Programme(cycle.Programme).Zone, meeting.Mode, edition, cycle.Former is { } former ? [.. former.Except(meeting.People)] : null,
            newcomer is { } come && meeting.People.Contains(come) ? [come] : null);
        var entry = standing is not null
            ? await turn.Calendar.MoveAsync(details, standing, CancellationToken.None)
            : await turn.Calendar.BookAsync(details, CancellationToken.None);
        return meeting with
        {
            Calendar = CalendarState.Written,
            EventId = entry.EventId,
            // An update may answer before Teams has added its link again; the link itself stays the same.
            JoinUrl = entry.JoinUrl ?? (entry.EventId == meeting.EventId ? meeting.JoinUrl : null),
            Attempts = 0,
            Seen = new EventSeen(turn.Now, entry.Mark),
            Edition = edition,
        };
    }

    /// <summary>
    /// The one who booked sees their card settle, and the one who cancelled has seen it; the other hears of it in their contact window,
    /// which the errand itself waits for.
    /// </summary>
    private void Tell(Errand.WriteCalendar write, Meeting meeting, int attempts)
    {
        foreach (var person in meeting.People.Where(one => one != write.Actor || meeting.State == MeetingState.Booked))
        {
            turn.Stores.Send(
                new Errand.TellMeeting(
                    meeting.Id, person, write.Actor, person == write.Actor ? write.Card : null, AtOnce: person == write.Actor && attempts == 0),
                person == write.Actor ? turn.Now + AfterTheAnswer : turn.Now);
        }
    }

    private static Duration Wait(int attempts) =>
        Duration.FromSeconds(Math.Min(LongestWait.TotalSeconds, 15 * Math.Pow(2, Math.Min(attempts, 10))));
}
