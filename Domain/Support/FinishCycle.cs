using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;

namespace PeerBot.Domain.Support;

public abstract record Finishing
{
    private Finishing()
    {
    }

    public sealed record Finished(Cycle Cycle) : Finishing;

    public sealed record OutOfDate(Cycle Cycle) : Finishing;

    public sealed record NotYours : Finishing;
}

/// <summary>A cycle ends: its future meetings leave the calendars, the supporter has room again, and feedback is asked for.</summary>
public sealed class FinishCycle(Turn turn)
{
    /// <summary>Meetings held from which on a coordinator decides about a new cycle after a supporter has left (U-03).</summary>
    public const int ManyHeld = 3;

    private readonly IStores stores = turn.Stores;

    /// <summary>Where two support each other, both are free to choose anew (S3-22); nobody chooses the rest of a group.</summary>
    public static bool MayChooseAgain(Programme programme, Cycle cycle, PersonId person) =>
        !cycle.IsGroup && (person == cycle.Requester || programme.Stance.Reciprocal);

    /// <summary>After so many meetings nobody gets fresh limits by themselves; where there are no limits, there is nothing to decide.</summary>
    public static bool CoordinatorDecides(Programme programme, int held) =>
        held >= ManyHeld && programme.Cycle.Limits is not { InPersonMeetings: null, TotalMeetings: null, Months: null };

    /// <summary>Either of the two may finish at any time, without a reason.</summary>
    /// <param name="bar">The two are not to be suggested to each other again; nobody is told.</param>
    public async Task<Finishing> FinishAsync(PersonId person, CycleId id, bool bar = false)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person))
        {
            return new Finishing.NotYours();
        }

        if (!cycle.IsOpen)
        {
            return new Finishing.OutOfDate(cycle);
        }

        if (cycle.IsGroup)
        {
            return new Finishing.Finished(await new LeaveGroup(turn).LeaveAsync(person, cycle));
        }

        var closed = await CloseAsync(cycle, ended: CloseReason.EndedEarly, by: person, bar);
        await TellAsync(closed, cycle.Other(person));
        return new Finishing.Finished(closed);
    }

    /// <summary>
    /// One of the two leaves the scheme or their post: the other hears that in hours and without a reason, and the coordinator looks after them.
    /// </summary>
    /// <param name="gone">They cannot be written to any more, so nothing is asked of them (U-10).</param>
    public async Task<Finishing> LeftAsync(PersonId leaver, CycleId id, bool gone = false)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(leaver))
        {
            return new Finishing.NotYours();
        }

        if (!cycle.IsOpen)
        {
            return new Finishing.OutOfDate(cycle);
        }

        if (cycle.IsGroup)
        {
            return new Finishing.Finished(await new LeaveGroup(turn).LeaveAsync(leaver, cycle));
        }

        var reason = leaver == cycle.Supporter ? CloseReason.SupporterLeft : CloseReason.RequesterLeft;
        var closed = await CloseAsync(cycle, reason, leaver, gone: gone);
        await TellAsync(closed, cycle.Other(leaver));
        await new CoordinatorTasks(turn).OpenAndTellAsync(TaskKind.Left, cycle.Programme.Id, leaver, id.ToString());
        return new Finishing.Finished(closed);
    }

    /// <summary>The two begin another cycle: its place stays taken, and the meetings to come are its.</summary>
    internal async Task<Cycle> GoOnAsync(Cycle cycle, Cycle next)
    {
        var meetings = await stores.MeetingsAsync(cycle.Id);
        foreach (var meeting in meetings.Where(meeting => meeting.State == MeetingState.Booked && meeting.Start > turn.Now))
        {
            stores.Save(meeting with { Cycle = next.Id });
        }

        return await EndAsync(cycle, meetings, coming: 0, CloseReason.Completed, gone: null);
    }

    /// <param name="ended">The reason where meetings were still to come; without any the cycle is completed, or never met.</param>
    /// <param name="by">Who ended it; null when its time is up.</param>
    /// <param name="gone">Nothing is asked of whoever ended it.</param>
    public async Task<Cycle> CloseAsync(Cycle cycle, CloseReason ended, PersonId? by = null, bool bar = false, bool gone = false)
    {
        var meetings = await stores.MeetingsAsync(cycle.Id);
        var coming = meetings.Where(meeting => meeting.State == MeetingState.Booked && meeting.Start > turn.Now).ToList();
        foreach (var meeting in coming)
        {
            stores.Save(meeting.Cancel());
            stores.Send(new Errand.WriteCalendar(meeting.Id, by ?? cycle.Organiser, Card: null), turn.Now);
        }

        await FreePlaceAsync(cycle, bar);
        return await EndAsync(cycle, meetings, coming.Count, ended, gone ? by : null);
    }

    /// <param name="gone">Nothing is asked of them.</param>
    private async Task<Cycle> EndAsync(Cycle cycle, IReadOnlyList<Meeting> meetings, int coming, CloseReason ended, PersonId? gone)
    {
        var met = meetings.Any(meeting => meeting.State == MeetingState.Held
            || (meeting.State == MeetingState.Booked && meeting.Start <= turn.Now));
        var closed = cycle with
        {
            State = CycleState.Closed,
            Closed = ended is CloseReason.SupporterLeft or CloseReason.RequesterLeft ? ended
                : !met ? CloseReason.NeverMet
                : coming > 0 ? ended : CloseReason.Completed,
            ClosedAt = turn.Now,
            Stalled = false,
            SharedViews = null,
        };
        stores.Save(closed);
        if (cycle.Paused)
        {
            await new MeetingCheckIn(turn).AskWhatWaitsAsync(closed);
        }

        await new CoordinatorTasks(turn).CloseOfCycleAsync(cycle, by: null, TaskKind.Stalled, TaskKind.Extension, TaskKind.Left, TaskKind.TellByEmail);
        CoverShared(cycle);
        if (cycle.IsGroup && await stores.GroupAsync(GroupId.Of(cycle.Id)) is { IsOpen: true } group)
        {
            stores.Save(group with { State = GroupState.Closed });
        }

        if (met)
        {
            await LookBackAsync(cycle, gone);
        }

        return closed;
    }

    private async Task FreePlaceAsync(Cycle cycle, bool bar)
    {
        if (bar)
        {
            await new DeclareConflict(turn).WithSupporterAsync(cycle.Requester, cycle.Supporter, cycle.Programme.Id);
        }

        // Whoever lets a group go gives the places back at once, before its last session.
        foreach (var person in cycle.State == CycleState.Closing ? [] : Pairing.TakesPlace(cycle, turn.Programme(cycle.Programme)))
        {
            if (await stores.SupporterAsync(person, cycle.Programme.Id) is { } profile)
            {
                stores.Save(profile.FreePlace());
            }
        }
    }

    /// <summary>Feedback from everybody whom the programme asks, whatever the cycle ended for (S2-35), and a second look at one's confidence.</summary>
    /// <param name="gone">Nothing is asked of them.</param>
    private async Task LookBackAsync(Cycle cycle, PersonId? gone)
    {
        var programme = turn.Programme(cycle.Programme);
        var hours = new Hours(turn, programme);
        foreach (var person in cycle.People.Where(one => one != gone))
        {
            await AskFeedbackAsync(cycle, person);
        }

        if (!cycle.IsGroup && programme.SelfEvaluation.Enabled && programme.SelfEvaluation.Occasions.Contains(Occasion.After))
        {
            foreach (var person in BookMeeting.LooksAtThemselves(cycle, programme).Where(one => one != gone))
            {
                await hours.SendAsync(new Errand.OfferSelfEvaluation(cycle.Id, person, Occasion.After), person);
            }
        }
    }

    /// <summary>Of whoever leaves a group that goes on as well.</summary>
    internal async Task AskFeedbackAsync(Cycle cycle, PersonId person)
    {
        var programme = turn.Programme(cycle.Programme);
        if (AsksFeedback(programme, cycle, person))
        {
            await new Hours(turn, programme).SendAsync(new Errand.AskFeedback(cycle.Id, person, Reminder: 0), person);
        }
    }

    /// <summary>Whether the programme collects feedback from this side of the pair, or from the members of a group.</summary>
    public static bool AsksFeedback(Programme programme, Cycle cycle, PersonId person) =>
        programme.Feedback is { Enabled: true } rules
        && rules.From.Contains(cycle.IsGroup ? FeedbackFrom.Member : person == cycle.Requester ? FeedbackFrom.Requester : FeedbackFrom.Supporter);

    private void CoverShared(Cycle cycle)
    {
        foreach (var view in cycle.SharedViews ?? [])
        {
            stores.Send(new Errand.CoverShared(cycle.Id, view.Reader, view.Card), turn.Now);
        }
    }

    private Task TellAsync(Cycle cycle, PersonId to) =>
        new Hours(turn, turn.Programme(cycle.Programme)).SendAsync(new Errand.TellClosed(cycle.Id, to), to);
}
