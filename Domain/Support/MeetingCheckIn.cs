using NodaTime;
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
    /// <summary>Working days after which an open question is settled by itself.</summary>
    private const int SettleWorkingDays = 5;

    private readonly IStores stores = turn.Stores;

    public async Task<CheckInAnswer> AnswerAsync(PersonId person, MeetingId id, long sequence, bool met)
    {
        if (await stores.MeetingAsync(id) is not { } meeting || !meeting.People.Contains(person)
            || await stores.CycleAsync(meeting.Cycle) is not { } cycle)
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
        return new CheckInAnswer.Settled(settled);
    }

    /// <summary>Nobody has settled it: what one remembers, and the other did not deny, counts; otherwise it stays unknown.</summary>
    public async Task SettleAsync(MeetingId id, Instant start)
    {
        if (await stores.MeetingAsync(id) is { State: MeetingState.Booked, CheckIns: { } answers } meeting && meeting.Start == start)
        {
            stores.Save(answers.Values.All(met => met)
                ? meeting with { State = MeetingState.Held }
                : meeting with { State = MeetingState.NotHeld, NotHeld = NotHeldReason.Unknown });
        }
    }

    private async Task SettleLaterAsync(Cycle cycle, Meeting meeting) =>
        stores.Send(
            new Errand.SettleMeeting(meeting.Id, meeting.Start),
            await new Hours(turn, turn.Programme(cycle.Programme)).EndOfContactAfterAsync(cycle.Requester, turn.Now, SettleWorkingDays));

    private async Task AskBothAgainAsync(Cycle cycle, Meeting meeting)
    {
        var hours = new Hours(turn, turn.Programme(cycle.Programme));
        foreach (var person in meeting.People)
        {
            stores.Send(new Errand.AskDidYouMeet(meeting.Id, person, meeting.Start, Again: true), await hours.NextContactAsync(person));
        }
    }
}
