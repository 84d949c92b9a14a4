using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Groups;

/// <summary>Sessions that are booked stay where they are when somebody comes or goes (U-24).</summary>
internal sealed class BookedSessions(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <summary>The newcomer is invited too; nobody else hears anything, and their cards stay good.</summary>
    public async Task WithAsync(Cycle cycle, PersonId newcomer)
    {
        await Diaries.OpenAsync(stores, newcomer);
        foreach (var meeting in (await AheadAsync(cycle)).Where(meeting => !meeting.People.Contains(newcomer)))
        {
            await AskNoMoreAsync(cycle, meeting, meeting.Id, leaver: null);
            var wider = meeting with { Others = [.. meeting.Others, newcomer], Calendar = CalendarState.Pending, Move = null };
            stores.Save(wider);
            stores.Send(new Errand.WriteCalendar(meeting.Id, meeting.Organiser, Card: null, Quiet: true, Newcomer: newcomer), turn.Now);
            stores.Send(new Errand.TellMeeting(meeting.Id, newcomer, meeting.Organiser, Card: null), turn.Now);
            await new FollowMeeting(turn).FollowForAsync(newcomer, wider, turn.Programme(cycle.Programme));
        }
    }

    public async Task WithoutAsync(Cycle cycle, PersonId leaver)
    {
        foreach (var meeting in (await AheadAsync(cycle)).Where(meeting => meeting.People.Contains(leaver)))
        {
            if (meeting.Organiser == leaver)
            {
                await AnewAsync(cycle, meeting, leaver);
                continue;
            }

            await AskNoMoreAsync(cycle, meeting, meeting.Id, leaver);
            stores.Save(meeting with { Others = [.. meeting.Others.Where(one => one != leaver)], Calendar = CalendarState.Pending, Move = null });
            stores.Send(new Errand.WriteCalendar(meeting.Id, leaver, Card: null, Quiet: true), turn.Now);
        }
    }

    /// <summary>The same session from another mailbox: an event stays with the one who organised it.</summary>
    private async Task<Meeting> AnewAsync(Cycle cycle, Meeting meeting, PersonId leaver)
    {
        await Diaries.OpenAsync(stores, cycle.People);
        stores.Save(meeting.Cancel());
        stores.Send(new Errand.WriteCalendar(meeting.Id, meeting.Organiser, Card: null, Quiet: true), turn.Now);
        var again = new Meeting(
            new MeetingId(Guid.NewGuid()), cycle.Id, cycle.Organiser, cycle.Others(cycle.Organiser), meeting.Start, meeting.Minutes, meeting.Mode, meeting.Initial);
        stores.Save(again);
        stores.Send(new Errand.WriteCalendar(again.Id, again.Organiser, Card: null, Quiet: true), turn.Now);
        await AskNoMoreAsync(cycle, meeting, again.Id, leaver);
        await new FollowMeeting(turn).FollowAsync(cycle, again);
        return again;
    }

    /// <summary>A question about another time was put to those who were in the group then.</summary>
    private Task AskNoMoreAsync(Cycle cycle, Meeting meeting, MeetingId stays, PersonId? leaver) =>
        new ProposeMove(turn).TellOffAsync(meeting, stays, cycle, MoveOff.GroupChanged, except: leaver);

    private async Task<List<Meeting>> AheadAsync(Cycle cycle) =>
        [.. (await stores.MeetingsAsync(cycle.Id)).Where(meeting => meeting.State == MeetingState.Booked && meeting.Start > turn.Now)];
}
