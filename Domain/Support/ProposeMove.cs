using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

public abstract record MoveAnswer
{
    private MoveAnswer()
    {
    }

    /// <summary>The others are asked, or a yes is counted and more are wanted; the meeting is where it was.</summary>
    public sealed record Waiting(Meeting Meeting) : MoveAnswer;

    public sealed record Moved(Meeting Meeting) : MoveAnswer;

    /// <summary>The meeting stays where it is.</summary>
    public sealed record Kept(Meeting Meeting) : MoveAnswer;

    /// <summary>Somebody else has suggested another time first; that one is to be answered before.</summary>
    public sealed record Crossing(Meeting Meeting) : MoveAnswer;

    /// <summary>A rule says no, or something has come up since.</summary>
    public sealed record Refused(Meeting Meeting, IReadOnlyList<BrokenRule> Rules) : MoveAnswer;

    public sealed record OutOfDate(Meeting Meeting) : MoveAnswer;

    public sealed record NotYours : MoveAnswer;
}

/// <summary>
/// A meeting moves to a time that lies beyond what the programme suggests when everybody whose meeting it is has said yes, in a group all
/// but those whom it lets miss one. One such question at a time: whoever wants another time answers the open one first.
/// </summary>
public sealed class ProposeMove(Turn turn)
{
    private readonly IStores stores = turn.Stores;
    private readonly BookMeeting booking = new(turn);

    /// <summary>The question that waits for an answer; null: none.</summary>
    public static MoveProposal? Open(Meeting meeting) => meeting is { State: MeetingState.Booked, Move: { Agreed: false } open } ? open : null;

    public async Task<MoveAnswer> ProposeAsync(PersonId person, MeetingId id, long sequence, Instant start, string? card)
    {
        if (await FindAsync(person, id) is not var (meeting, cycle))
        {
            return new MoveAnswer.NotYours();
        }

        if (!Stands(meeting, cycle, sequence))
        {
            return new MoveAnswer.OutOfDate(meeting);
        }

        if (Open(meeting) is { } open && open.By != person)
        {
            // The same thought at the same moment is a yes.
            return open.Start == start && !open.HasAnswered(person)
                ? await AnswerAsync(person, id, sequence, start, yes: true, card)
                : new MoveAnswer.Crossing(meeting);
        }

        switch (await booking.CheckMoveAsync(cycle, meeting, start))
        {
            case MeetingCheck.Refused refused:
                return new MoveAnswer.Refused(meeting, refused.Rules);
            case MeetingCheck.NeedsConfirmation confirm:
                return new MoveAnswer.Waiting(await AskAsync(person, meeting, cycle, start, confirm.Rules));
            default:
                return await booking.MoveAsync(person, id, sequence, start, card) switch
                {
                    Booking.Moved moved => new MoveAnswer.Moved(moved.Meeting),
                    _ => new MoveAnswer.OutOfDate(meeting),
                };
        }
    }

    /// <param name="start">The time that the answer is about.</param>
    public async Task<MoveAnswer> AnswerAsync(PersonId person, MeetingId id, long sequence, Instant start, bool yes, string? card)
    {
        if (await FindAsync(person, id) is not var (meeting, cycle))
        {
            return new MoveAnswer.NotYours();
        }

        if (!Stands(meeting, cycle, sequence) || Open(meeting) is not { } open || open.Start != start || open.HasAnswered(person))
        {
            return new MoveAnswer.OutOfDate(meeting);
        }

        var needed = MoveProposal.Needed(meeting, cycle);
        if (!yes)
        {
            var declined = open with { DeclinedBy = [.. open.DeclinedBy, person] };
            return meeting.People.Count() - declined.DeclinedBy.Count < needed
                ? new MoveAnswer.Kept(await KeepAsync(meeting, cycle, MoveOff.Declined, except: person))
                : new MoveAnswer.Waiting(Save(meeting with { Move = declined }));
        }

        var agreed = open with { AgreedBy = [.. open.AgreedBy, person] };
        if (agreed.AgreedBy.Count < needed)
        {
            return new MoveAnswer.Waiting(Save(meeting with { Move = agreed }));
        }

        // With this yes they have overruled what the question named; whatever else has come up since is in the way.
        await Diaries.OpenAsync(stores, cycle.People);
        var programme = turn.Programme(cycle.Programme);
        IReadOnlyList<BrokenRule> inTheWay = await booking.CheckMoveAsync(cycle, meeting, start) switch
        {
            MeetingCheck.Refused refused => refused.Rules,
            MeetingCheck.NeedsConfirmation confirm => [.. confirm.Rules.Where(rule => !open.Overrides.Contains(MoveProposal.MarkOf(rule, programme)))],
            _ => [],
        };
        return inTheWay.Count > 0
            ? new MoveAnswer.Refused(await KeepAsync(meeting, cycle, MoveOff.InTheWay, except: person), inTheWay)
            : new MoveAnswer.Moved(await booking.MoveTogetherAsync(person, meeting, cycle, agreed with { Agreed = true }, card));
    }

    /// <summary>Whoever suggested it would rather leave it; nobody who has not heard of it yet does.</summary>
    public async Task<MoveAnswer> TakeBackAsync(PersonId person, MeetingId id, long sequence, Instant start)
    {
        if (await FindAsync(person, id) is not var (meeting, cycle))
        {
            return new MoveAnswer.NotYours();
        }

        return Stands(meeting, cycle, sequence) && Open(meeting) is { } open && open.By == person && open.Start == start
            ? new MoveAnswer.Kept(Save(meeting with { Move = null }))
            : new MoveAnswer.OutOfDate(meeting);
    }

    /// <summary>The time to answer is over.</summary>
    public async Task LapseAsync(MeetingId id, Instant start, Instant answerBy)
    {
        if (await stores.MeetingAsync(id) is { } meeting && Open(meeting) is { } open && open.Start == start && open.AnswerBy == answerBy
            && await stores.CycleAsync(meeting.Cycle) is { } cycle)
        {
            await KeepAsync(meeting, cycle, MoveOff.Unanswered, except: null);
        }
    }

    /// <summary>The question goes, and whoever has suggested it or said yes to it hears that the meeting stays where it is.</summary>
    private async Task<Meeting> KeepAsync(Meeting meeting, Cycle cycle, MoveOff why, PersonId? except)
    {
        await TellOffAsync(meeting, meeting.Id, cycle, why, except);
        return Save(meeting with { Move = null });
    }

    /// <param name="stays">The meeting as it is known from now on.</param>
    internal async Task TellOffAsync(Meeting meeting, MeetingId stays, Cycle cycle, MoveOff why, PersonId? except)
    {
        var hours = new Hours(turn, turn.Programme(cycle.Programme));
        foreach (var person in Open(meeting)?.AgreedBy.Where(person => person != except && meeting.People.Contains(person)) ?? [])
        {
            await hours.SendAsync(new Errand.TellMoveOff(stays, person, meeting.Move!.Start, why), person);
        }
    }

    private async Task<Meeting> AskAsync(PersonId person, Meeting meeting, Cycle cycle, Instant start, IReadOnlyList<BrokenRule> rules)
    {
        var programme = turn.Programme(cycle.Programme);
        var hours = new Hours(turn, programme);
        var answerBy = await AnswerByAsync(person, Instant.Min(meeting.Start, start), hours, programme.Matching.ResponseWindowWorkingDays);
        var asked = Save(meeting with
        {
            Move = new MoveProposal(start, person, [person], [], [.. rules.Select(rule => MoveProposal.MarkOf(rule, programme)).Distinct()], answerBy),
        });

        // The others are to hear of it, so whoever asks goes on after a pause.
        stores.Save(await new PauseCycle(turn).OverAsync(cycle));
        foreach (var other in meeting.People.Where(one => one != person))
        {
            await hours.SendAsync(new Errand.AskMove(meeting.Id, other, start), other);
        }

        stores.Send(new Errand.LapseMove(meeting.Id, start, answerBy), answerBy);
        return asked;
    }

    /// <summary>
    /// As long as any answer may take, and never beyond the morning of the earlier day: until then everybody has to know which of the two
    /// times it is.
    /// </summary>
    private async Task<Instant> AnswerByAsync(PersonId person, Instant earlier, Hours hours, int workingDays)
    {
        var morning = (await hours.OfAsync(person)).Morning(earlier, 0).At;
        return Instant.Min(
            await hours.EndOfContactAfterAsync(person, turn.Now, workingDays), morning > turn.Now && morning < earlier ? morning : earlier);
    }

    private Meeting Save(Meeting meeting)
    {
        stores.Save(meeting);
        return meeting;
    }

    private bool Stands(Meeting meeting, Cycle cycle, long sequence) =>
        cycle.IsOpen && meeting.State == MeetingState.Booked && meeting.Sequence == sequence && meeting.Start > turn.Now;

    private async Task<(Meeting Meeting, Cycle Cycle)?> FindAsync(PersonId person, MeetingId id) =>
        await stores.MeetingAsync(id) is { } meeting && meeting.People.Contains(person) && await stores.CycleAsync(meeting.Cycle) is { } cycle
            ? (meeting, cycle)
            : null;
}
