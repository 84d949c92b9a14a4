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
            var wider = meeting with { Others = [.. meeting.Others, newcomer], Calendar = CalendarState.Pending };
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
                await AnewAsync(cycle, meeting);
                continue;
            }

            stores.Save(meeting with { Others = [.. meeting.Others.Where(one => one != leaver)], Calendar = CalendarState.Pending });
            stores.Send(new Errand.WriteCalendar(meeting.Id, leaver, Card: null, Quiet: true), turn.Now);
        }
    }

    /// <summary>The same session from another mailbox: an event stays with the one who organised it.</summary>
    private async Task<Meeting> AnewAsync(Cycle cycle, Meeting meeting)
    {
        await Diaries.OpenAsync(stores, cycle.People);
        stores.Save(meeting.Cancel());
        stores.Send(new Errand.WriteCalendar(meeting.Id, meeting.Organiser, Card: null, Quiet: true), turn.Now);
        var again = new Meeting(
            new MeetingId(Guid.NewGuid()), cycle.Id, cycle.Organiser, cycle.Others(cycle.Organiser), meeting.Start, meeting.Minutes, meeting.Mode, meeting.Initial);
        stores.Save(again);
        stores.Send(new Errand.WriteCalendar(again.Id, again.Organiser, Card: null, Quiet: true), turn.Now);
        await new FollowMeeting(turn).FollowAsync(cycle, again);
        return again;
    }

    private async Task<List<Meeting>> AheadAsync(Cycle cycle) =>
        [.. (await stores.MeetingsAsync(cycle.Id)).Where(meeting => meeting.State == MeetingState.Booked && meeting.Start > turn.Now)];
}
