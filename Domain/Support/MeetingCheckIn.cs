using NodaTime;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

public abstract record CheckInAnswer
{
    private CheckInAnswer()
    {
    }

    /// <summary>Noted; the other one has not said yet.</summary>
    public sealed record Noted(Meeting Meeting, bool Met) : CheckInAnswer;

    public sealed record Settled(Meeting Meeting) : CheckInAnswer;

    /// <summary>One says yes and one says no.</summary>
    /// <param name="AskedAgain">Both are asked once more, and only once.</param>
    public sealed record Differ(Meeting Meeting, bool AskedAgain) : CheckInAnswer;

    public sealed record OutOfDate(Meeting Meeting) : CheckInAnswer;

    public sealed record NotYours : CheckInAnswer;
}

/// <summary>Did you meet? Asked of both, without blame; only what both remember counts (S2-18).</summary>
public sealed class MeetingCheckIn(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    public async Task<CheckInAnswer> AnswerAsync(PersonId person, MeetingId id, long sequence, bool met)
    {
        if (await stores.MeetingAsync(id) is not { } meeting || !meeting.People.Contains(person)
            || await stores.CycleAsync(meeting.Cycle) is not { IsGroup: false } cycle)
        {
            return new CheckInAnswer.NotYours();
        }

        if (meeting.State != MeetingState.Booked || meeting.Sequence != sequence || meeting.End > turn.Now)
        {
            return new CheckInAnswer.OutOfDate(meeting);
        }

        var answers = new Dictionary<string, bool>(meeting.CheckIns ?? new Dictionary<string, bool>()) { [person.Value] = met };
        var noted = meeting with { CheckIns = answers };
        if (answers.Count < meeting.People.Count())
        {
            stores.Save(noted);
            await SettleLaterAsync(cycle, meeting);
            return new CheckInAnswer.Noted(noted, met);
        }

        if (answers.Values.Distinct().Count() > 1)
        {
            stores.Save(noted);
            var first = meeting.CheckIns?.Count < meeting.People.Count();
            if (first)
            {
                await AskBothAgainAsync(cycle, noted);
            }

            return new CheckInAnswer.Differ(noted, first);
        }

        var settled = met ? noted with { State = MeetingState.Held } : noted with { State = MeetingState.NotHeld, NotHeld = NotHeldReason.Missed };
        stores.Save(settled);
        await AfterAsync(cycle, settled);
        return new CheckInAnswer.Settled(settled);
    }

    /// <summary>Whether somebody is to be asked; noted, so that the same question never comes twice.</summary>
    public bool Ask(Meeting meeting, PersonId person, bool again)
    {
        var asked = meeting.Asked?.GetValueOrDefault(person.Value);
        if (again ? asked is { Again: true } || !Differ(meeting) : asked is not null || meeting.CheckIns?.ContainsKey(person.Value) == true)
        {
            return false;
        }

        stores.Save(meeting with
        {
            Asked = new Dictionary<string, CheckInAsked>(meeting.Asked ?? new Dictionary<string, CheckInAsked>()) { [person.Value] = new(turn.Now, again) },
        });
        return true;
    }

    /// <summary>A pause is over, or the cycle is: what could not be asked meanwhile is asked now.</summary>
    internal async Task AskWhatWaitsAsync(Cycle cycle)
    {
        var programme = turn.Programme(cycle.Programme);
        foreach (var meeting in (await stores.MeetingsAsync(cycle.Id)).Where(meeting => meeting.State == MeetingState.Booked && meeting.End <= turn.Now))
        {
            if (Differ(meeting))
            {
                await AskBothAgainAsync(cycle, meeting);
            }
            else if (programme.Notifications.AfterMeetingCheckIn)
            {
                foreach (var person in meeting.People)
                {
                    await new Hours(turn, programme).SendAsync(new Errand.AskDidYouMeet(meeting.Id, person, meeting.Start), person);
                }
            }

            stores.Send(
                new Errand.SettleMeeting(meeting.Id, meeting.Start, Unanswered: meeting.CheckIns is not { Count: > 0 }),
                await AnswerableUntilAsync(cycle, meeting));
        }
    }

    /// <summary>
    /// Working days after those whose answer is open could be asked. A pause of the cycle and days on which somebody is away do not count
    /// against them.
    /// </summary>
    private async Task<Instant> AnswerableUntilAsync(Cycle cycle, Meeting meeting)
    {
        var programme = turn.Programme(cycle.Programme);
        var from = cycle.QuietFrom is { } day ? Instant.Max(meeting.End, programme.Zone.AtStartOfDay(day).ToInstant()) : meeting.End;
        var until = from;
        foreach (var person in meeting.People.Where(one => meeting.CheckIns?.ContainsKey(one.Value) != true || Differ(meeting)))
        {
            var times = await new Hours(turn, programme).OfAsync(person);
            var asked = meeting.Asked?.GetValueOrDefault(person.Value)?.At ?? times.Next(from).At;
            until = Instant.Max(until, times.Deadline(Instant.Max(asked, from), FollowMeeting.SettleWorkingDays).At);
        }

        return until;
    }

    private static bool Differ(Meeting meeting) =>
        meeting.CheckIns?.Count == meeting.People.Count() && meeting.CheckIns.Values.Distinct().Count() > 1;

    /// <summary>Nobody has settled it: what one remembers, and the other did not deny, counts; otherwise it stays unknown.</summary>
    /// <param name="unanswered">Only where neither has said anything.</param>
    public async Task SettleAsync(MeetingId id, Instant start, bool unanswered = false)
    {
        if (await stores.MeetingAsync(id) is not { State: MeetingState.Booked } meeting || meeting.Start != start
            || await stores.CycleAsync(meeting.Cycle) is not { } cycle
            || (!cycle.IsGroup && unanswered != meeting.CheckIns is not { Count: > 0 }))
        {
            return;
        }

        if (cycle is { IsOpen: true, Paused: true })
        {
            // Both are asked, and waited for, when the pause is over.
            return;
        }

        if (!cycle.IsGroup && await AnswerableUntilAsync(cycle, meeting) is var until && until > turn.Now)
        {
            stores.Send(new Errand.SettleMeeting(id, start, unanswered), until);
            return;
        }

        // Whoever of a group says nothing was not there; for a session that one alone remembers nobody can say that it was.

        var settled = meeting.CheckIns is { Count: > 0 } answers && answers.Values.All(met => met) && (!cycle.IsGroup || answers.Count > 1)
            ? meeting with { State = MeetingState.Held }
            : meeting with { State = MeetingState.NotHeld, NotHeld = NotHeldReason.Unknown };
        stores.Save(settled);
        await AfterAsync(cycle, settled);
    }

    /// <summary>What a settled meeting means for its cycle.</summary>
    internal async Task AfterAsync(Cycle cycle, Meeting settled)
    {
        if (!cycle.IsOpen)
        {
            return;
        }

        if (settled.State == MeetingState.Held)
        {
            var underWay = await new WatchCycle(turn).UnderWayAsync(cycle);
            if (underWay != cycle)
            {
                stores.Save(underWay);
            }

            var review = await new ReviewCycle(turn).LookAsync(underWay, settled);
            if (cycle.IsGroup)
            {
                if (review is { } due)
                {
                    // Booked in another term: the look that came with the booking was for the end of that one.
                    stores.Send(new Errand.StartReview(cycle.Id), due);
                }

                await new LogSession(turn).LookForMissingAsync(cycle, settled);
            }
        }
        else if (settled.NotHeld == NotHeldReason.Missed && !cycle.IsGroup && await MissedBeforeAsync(settled))
        {
            var hours = new Hours(turn, turn.Programme(cycle.Programme));
            foreach (var person in settled.People)
            {
                await hours.SendAsync(new Errand.AskStillRight(cycle.Id, person), person);
            }
        }
    }

    /// <summary>Whether the meeting before, leaving out those cancelled, did not take place either. Nothing of this is stored.</summary>
    public async Task<bool> MissedBeforeAsync(Meeting meeting) =>
        (await stores.MeetingsAsync(meeting.Cycle))
            .LastOrDefault(before => before.Start < meeting.Start && before.NotHeld != NotHeldReason.Cancelled)?.NotHeld == NotHeldReason.Missed;

    private async Task SettleLaterAsync(Cycle cycle, Meeting meeting) =>
        stores.Send(
            new Errand.SettleMeeting(meeting.Id, meeting.Start),
            await new Hours(turn, turn.Programme(cycle.Programme)).EndOfContactAfterAsync(cycle.Requester, turn.Now, FollowMeeting.SettleWorkingDays));

    private async Task AskBothAgainAsync(Cycle cycle, Meeting meeting)
    {
        var hours = new Hours(turn, turn.Programme(cycle.Programme));
        foreach (var person in meeting.People)
        {
            await hours.SendAsync(new Errand.AskDidYouMeet(meeting.Id, person, meeting.Start, Again: true), person);
        }
    }
}
