using NodaTime;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

public abstract record ContactMade
{
    private ContactMade()
    {
    }

    public sealed record Noted(Cycle Cycle) : ContactMade;

    /// <summary>The cycle is over.</summary>
    public sealed record OutOfDate(Cycle Cycle) : ContactMade;

    /// <summary>Not a party, or the other one makes first contact.</summary>
    public sealed record NotYours : ContactMade;
}

/// <summary>
/// A cycle in which nothing happens: whoever acts first is nudged, then both, and at last the coordinator hears that it has stalled. A
/// booking or a meeting ends that; nobody is told who was slow.
/// </summary>
public sealed class WatchCycle(Turn turn)
{
    /// <summary>School days without a meeting held after which a cycle that did meet has stalled, at the soonest.</summary>
    private const int QuietSchoolDays = 30;

    /// <summary>School days until a cycle that is paused or has stalled is looked at again.</summary>
    private const int LookAgainSchoolDays = 5;

    private readonly IStores stores = turn.Stores;

    /// <summary>From pairing on. A group begins with its lead's ground rules, so nobody in it makes first contact.</summary>
    public async Task BeginAsync(Cycle cycle)
    {
        var programme = turn.Programme(cycle.Programme);
        PersonId[] first = cycle.IsGroup ? [] : ActsFirst(cycle, programme) is { } one ? [one] : [cycle.Supporter, cycle.Requester];
        foreach (var person in first)
        {
            stores.Send(new Errand.NudgeFirstContact(cycle.Id, person), programme.Zone.AtStartOfDay(cycle.FirstContactBy.PlusDays(1)).ToInstant());
        }

        stores.Send(new Errand.LookAfterCycle(cycle.Id), await FirstLookAsync(cycle, programme));
    }

    /// <summary>Who makes first contact; null: either of the two.</summary>
    public static PersonId? ActsFirst(Cycle cycle, Programme programme) => programme.Matching.FirstContactBy switch
    {
        FirstContactBy.Supporter => cycle.Supporter,
        FirstContactBy.Requester => cycle.Requester,
        _ => null,
    };

    public async Task<ContactMade> MadeContactAsync(PersonId person, CycleId id)
    {
        if (await stores.CycleAsync(id) is not { IsGroup: false } cycle || !cycle.Has(person)
            || (ActsFirst(cycle, turn.Programme(cycle.Programme)) is { } first && first != person))
        {
            return new ContactMade.NotYours();
        }

        if (!cycle.IsOpen)
        {
            return new ContactMade.OutOfDate(cycle);
        }

        if (cycle.ContactMadeOn is not null)
        {
            return new ContactMade.Noted(cycle);
        }

        var made = cycle with { ContactMadeOn = Today(turn.Programme(cycle.Programme)) };
        stores.Save(made);
        return new ContactMade.Noted(made);
    }

    /// <summary>Whether anything shows that the two have spoken.</summary>
    public async Task<bool> HaveSpokenAsync(Cycle cycle) =>
        cycle.ContactMadeOn is not null || cycle.Rules.Agreed || cycle.Cadence is not null || (await stores.MeetingsAsync(cycle.Id)).Any(meeting => meeting.Counts);

    /// <summary>A booking or a meeting held: the cycle is under way again. Not saved here.</summary>
    public async Task<Cycle> UnderWayAsync(Cycle cycle)
    {
        if (cycle.Stalled)
        {
            await new CoordinatorTasks(turn).CloseOfCycleAsync(cycle, by: null, TaskKind.Stalled);
        }

        return cycle with { Stalled = false };
    }

    /// <returns>When to look again; null when the cycle is over.</returns>
    public async Task<Instant?> LookAsync(CycleId id)
    {
        if (await stores.CycleAsync(id) is not { IsOpen: true } cycle)
        {
            return null;
        }

        var programme = turn.Programme(cycle.Programme);
        var hours = await new Hours(turn, programme).OfAsync(cycle.Requester);
        var again = hours.Morning(turn.Now, LookAgainSchoolDays).At;
        cycle = WithEnd(cycle, programme);
        if (cycle.Paused)
        {
            return again;
        }

        var meetings = (await stores.MeetingsAsync(id)).Where(meeting => meeting.Counts).ToList();
        if (cycle.State == CycleState.Closing)
        {
            // Whoever was there can still say so, and write a note, as long as the last one waits to be settled.
            if (await OpenUntilAsync(cycle, meetings, programme) is { } until)
            {
                return hours.Morning(until, 1).At;
            }

            await EndAsync(cycle, programme);
            return null;
        }

        if (meetings.Where(meeting => meeting.End > turn.Now).MaxBy(meeting => meeting.End) is { } coming)
        {
            return hours.Morning(coming.End, 1).At;
        }

        var since = QuietSince(cycle, programme, meetings.Count == 0 ? null : meetings.Max(meeting => meeting.Start));
        var stalls = hours.Morning(since, meetings.Count == 0 ? programme.Cycle.StalledAfterSchoolDays : QuietDays(programme)).At;
        var nudges = programme.Notifications.NudgeIfNothingBookedSchoolDays is { } days && !(cycle.NudgedOn >= since)
            ? hours.Morning(since, days).At
            : (Instant?)null;
        await TellAsync(cycle, programme, nudge: nudges <= turn.Now, stalled: stalls <= turn.Now && !cycle.Stalled);
        return new[] { nudges, stalls }.Where(due => due > turn.Now).Append(again).Min();
    }

    /// <summary>When the next that is booked is over, or the last that is over is settled; null when nothing is open any more.</summary>
    private async Task<Instant?> OpenUntilAsync(Cycle cycle, IEnumerable<Meeting> meetings, Programme programme)
    {
        var booked = meetings.Where(meeting => meeting.State == MeetingState.Booked).Select(meeting => meeting.End).ToList();
        if (booked.Count == 0)
        {
            return null;
        }

        var last = booked.Max();
        var settled = await new Hours(turn, programme).EndOfContactAfterAsync(cycle.Requester, last, FollowMeeting.SettleWorkingDays);
        return last > turn.Now ? last : settled >= turn.Now ? turn.Now : null;
    }

    /// <summary>What was booked is over, and nothing more is to come.</summary>
    private async Task EndAsync(Cycle cycle, Programme programme)
    {
        await new FinishCycle(turn).CloseAsync(cycle, CloseReason.Completed);
        foreach (var person in cycle.People)
        {
            await new Hours(turn, programme).SendAsync(new Errand.TellClosed(cycle.Id, person), person);
        }
    }

    private async Task TellAsync(Cycle cycle, Programme programme, bool nudge, bool stalled)
    {
        if (nudge)
        {
            var hours = new Hours(turn, programme);
            foreach (var person in cycle.People)
            {
                await hours.SendAsync(new Errand.NudgeNothingBooked(cycle.Id, person), person);
            }
        }

        if (stalled)
        {
            stores.Save(new CoordinatorTask(Guid.NewGuid(), programme.Id, TaskKind.Stalled, turn.Now, cycle.Requester, cycle.Id.ToString()));
        }

        if (nudge || stalled)
        {
            stores.Save(cycle with { NudgedOn = nudge ? Today(programme) : cycle.NudgedOn, Stalled = cycle.Stalled || stalled });
        }
    }

    private async Task<Instant> FirstLookAsync(Cycle cycle, Programme programme)
    {
        var days = Math.Min(programme.Cycle.StalledAfterSchoolDays, programme.Notifications.NudgeIfNothingBookedSchoolDays ?? int.MaxValue);
        return (await new Hours(turn, programme).OfAsync(cycle.Requester)).Morning(cycle.PairedAt, days).At;
    }

    /// <summary>Where people meet seldom a long quiet time is nothing to tell a coordinator of, and the two hear of it before anybody else does.</summary>
    private static int QuietDays(Programme programme) => Math.Max(
        Math.Max(QuietSchoolDays, programme.Cycle.StalledAfterSchoolDays),
        (programme.Notifications.NudgeIfNothingBookedSchoolDays ?? 0) + LookAgainSchoolDays);

    /// <summary>When the cycle began nobody may have known yet on which day the school session ends.</summary>
    private Cycle WithEnd(Cycle cycle, Programme programme)
    {
        if (cycle.IsGroup || cycle.EndsOn is not null || new Pairing(turn).SessionEnd(programme, cycle.PairedAt) is not { } end)
        {
            return cycle;
        }

        var ending = cycle with { EndsOn = end };
        stores.Save(ending);
        stores.Send(new Errand.CloseCycle(cycle.Id), programme.Zone.AtStartOfDay(end.PlusDays(1)).ToInstant());
        return ending;
    }

    private static LocalDate QuietSince(Cycle cycle, Programme programme, Instant? lastMeeting)
    {
        var since = (lastMeeting ?? cycle.PairedAt).InZone(programme.Zone).Date;
        return cycle.QuietFrom is { } from && from > since ? from : since;
    }

    private LocalDate Today(Programme programme) => turn.Now.InZone(programme.Zone).Date;
}
