using NodaTime;
using PeerBot.Domain;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Errands;

/// <summary>Brings the calendar in line with a meeting. Every step may be repeated: the calendar finds its own event again.</summary>
internal sealed class CalendarErrands(Turn turn)
{
    /// <summary>After so many failures both are told the details without waiting for the calendar.</summary>
    private const int TellAfter = 3;

    private static readonly Duration LongestWait = Duration.FromHours(1);

    /// <summary>The answer to the press draws the card as "booking…"; an update that came before it would be drawn over.</summary>
    private static readonly Duration AfterTheAnswer = Duration.FromSeconds(1);

    public async Task<ErrandOutcome> WriteAsync(Errand.WriteCalendar write, int attempts)
    {
        if (await turn.Stores.MeetingAsync(write.Meeting) is not { } meeting || await turn.Stores.CycleAsync(meeting.Cycle) is not { } cycle
            || meeting.Calendar is CalendarState.Written or CalendarState.Removed)
        {
            return new ErrandOutcome.Done();
        }

        var written = false;
        try
        {
            turn.Stores.Save(await WrittenAsync(meeting, cycle));
            written = true;
        }
        catch (CalendarUnavailableException unavailable)
        {
            if (attempts + 1 != TellAfter || meeting.Calendar == CalendarState.Waiting)
            {
                return new ErrandOutcome.Later(turn.Now + (unavailable.RetryAfter ?? Wait(attempts)), Failed: true);
            }

            turn.Stores.Save(meeting with { Calendar = CalendarState.Waiting, Attempts = attempts + 1 });
            turn.Stores.Send(write with { Card = null }, turn.Now + Wait(attempts));
        }

        // All the dates of a series stand on one card; only one that the calendar kept waiting is told of by itself.
        if (write.InSeries && written && meeting is { State: MeetingState.Booked, Sequence: 0, Calendar: CalendarState.Pending })
        {
            return new ErrandOutcome.Done();
        }

        if (meeting is not { State: MeetingState.NotHeld, Calendar: CalendarState.Waiting })
        {
            Tell(write, meeting, attempts);
        }

        return new ErrandOutcome.Done();
    }

    private async Task<Meeting> WrittenAsync(Meeting meeting, Cycle cycle)
    {
        if (meeting.State == MeetingState.NotHeld)
        {
            // Without an id the event is looked for by its meeting: a booking that was under way may have made it.
            await turn.Calendar.CancelAsync(meeting.Id, meeting.Organiser, meeting.EventId ?? "", CancellationToken.None);
            return meeting with { Calendar = CalendarState.Removed };
        }

        var details = new CalendarMeeting(
            meeting.Id, meeting.Organiser, meeting.Others, TimeCards.Subject, meeting.Start, Duration.FromMinutes(meeting.Minutes),
            turn.Programme(cycle.Programme).Zone, meeting.Mode);
        var entry = meeting.EventId is { } standing
            ? await turn.Calendar.MoveAsync(details, standing, CancellationToken.None)
            : await turn.Calendar.BookAsync(details, CancellationToken.None);
        return meeting with { Calendar = CalendarState.Written, EventId = entry.EventId, JoinUrl = entry.JoinUrl, Attempts = 0 };
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
