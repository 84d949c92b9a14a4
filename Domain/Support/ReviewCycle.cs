using NodaTime;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

public abstract record ReviewAnswer
{
    private ReviewAnswer()
    {
    }

    /// <summary>Whoever answers hears the same words, whatever the other one has said.</summary>
    public sealed record Noted(Cycle Cycle) : ReviewAnswer;

    /// <summary>Nobody was asked yet, both have asked for more already, or it is decided.</summary>
    public sealed record OutOfDate(Cycle Cycle) : ReviewAnswer;

    public sealed record NotYours : ReviewAnswer;
}

public abstract record ReviewStart
{
    private ReviewStart()
    {
    }

    public sealed record Started(Cycle Cycle) : ReviewStart;

    /// <summary>The programme extends no cycle, or none a second time.</summary>
    public sealed record NotPossible(Cycle Cycle) : ReviewStart;

    public sealed record OutOfDate(Cycle Cycle) : ReviewStart;

    public sealed record NotYours : ReviewStart;
}

public abstract record Deciding
{
    private Deciding()
    {
    }

    public sealed record Extended(Cycle Cycle) : Deciding;

    /// <summary>It finishes as planned.</summary>
    public sealed record Declined(Cycle Cycle) : Deciding;

    /// <summary>The review goes on waiting; both are told that somebody will talk with them.</summary>
    public sealed record TalkingFirst(Cycle Cycle) : Deciding;

    /// <summary>Nothing waits for a decision.</summary>
    public sealed record OutOfDate(Cycle Cycle) : Deciding;

    /// <summary>Not a coordinator of this programme.</summary>
    public sealed record NotYours : Deciding;
}

/// <summary>
/// Near its limit, each of the two says for themselves how to go on. More time takes everybody whom the definition names; if only one asks
/// for it, the cycle closes as planned, and nobody hears who asked (S2-21).
/// </summary>
public sealed class ReviewCycle(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    public async Task<ReviewAnswer> AnswerAsync(PersonId person, CycleId id, ReviewWish wish)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person))
        {
            return new ReviewAnswer.NotYours();
        }

        if (!cycle.IsOpen || cycle.Review is not { WaitsForCoordinator: false, Decision: null } review)
        {
            return new ReviewAnswer.OutOfDate(cycle);
        }

        var wishes = new Dictionary<string, ReviewWish>(review.Wishes) { [person.Value] = wish };
        var programme = turn.Programme(cycle.Programme);
        if (AllAsk(cycle, wishes, programme))
        {
            return new ReviewAnswer.Noted(await AgreedByTwoAsync(cycle, review with { Wishes = wishes }, programme));
        }

        if (cycle.IsGroup && cycle.People.All(one => wishes.GetValueOrDefault(one.Value, ReviewWish.NotSure) == ReviewWish.Finish))
        {
            return new ReviewAnswer.Noted(await EndAsync(cycle, person));
        }

        var final = wishes.Count == cycle.People.Count && (cycle.IsGroup || !wishes.ContainsValue(ReviewWish.NotSure));
        var noted = cycle with { Review = review with { Wishes = wishes, Settled = final } };
        stores.Save(noted);
        return new ReviewAnswer.Noted(noted);
    }

    public async Task<Deciding> DecideAsync(PersonId coordinator, CycleId id, ReviewDecision decision)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !turn.Reference.Oversees(coordinator, cycle.Programme.Id))
        {
            return new Deciding.NotYours();
        }

        if (!cycle.IsOpen || cycle.Review is not { WaitsForCoordinator: true } review)
        {
            return new Deciding.OutOfDate(cycle);
        }

        if (decision == ReviewDecision.Agree)
        {
            return new Deciding.Extended(await ExtendAsync(cycle, review, turn.Programme(cycle.Programme), coordinator));
        }

        var talking = decision == ReviewDecision.TalkFirst;
        var decided = cycle with { Review = review with { Decision = decision, WaitsForCoordinator = talking, Settled = !talking } };
        stores.Save(decided);
        if (!talking)
        {
            await new CoordinatorTasks(turn).CloseOfCycleAsync(cycle, coordinator, TaskKind.Extension);
        }

        await TellBothAsync(decided);
        return talking ? new Deciding.TalkingFirst(decided) : new Deciding.Declined(decided);
    }

    /// <summary>One of the two would like a review before its time; the other is asked as if the time had come.</summary>
    public async Task<ReviewStart> AskForAsync(PersonId person, CycleId id)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person))
        {
            return new ReviewStart.NotYours();
        }

        if (!cycle.IsOpen || cycle.Review is { WaitsForCoordinator: true })
        {
            return new ReviewStart.OutOfDate(cycle);
        }

        var programme = turn.Programme(cycle.Programme);
        if (cycle.IsGroup || !HasEnd(cycle, programme) || !programme.Cycle.Review.Extension.Allowed || cycle.Extension is not null || cycle.Review?.Decision is not null)
        {
            return new ReviewStart.NotPossible(cycle);
        }

        return new ReviewStart.Started(cycle.Review is null ? await BeginAsync(cycle, cycle.Other(person)) : cycle);
    }

    /// <summary>Whether there is anything to extend: a limit of the programme, or an end of this cycle's own.</summary>
    public static bool HasEnd(Cycle cycle, Programme programme) =>
        cycle.Bounds is not null || programme.Cycle.Limits is not { Months: null, InPersonMeetings: null, TotalMeetings: null };

    /// <summary>Asks both when the end is near or one meeting in person is left, whichever comes first (I-08).</summary>
    /// <param name="changed">A meeting of this same turn, as it is now.</param>
    /// <returns>When to look again; null when the review has begun, or cannot come.</returns>
    public async Task<Instant?> LookAsync(Cycle cycle, Meeting? changed = null)
    {
        var programme = turn.Programme(cycle.Programme);
        var rules = programme.Cycle.Review;
        if (!cycle.IsOpen || cycle.State == CycleState.Closing || rules.When == ReviewWhen.None)
        {
            return null;
        }

        var meetings = await stores.MeetingsAsync(cycle.Id);
        if (cycle.IsGroup && changed?.State != MeetingState.Held && meetings.All(meeting => meeting.State != MeetingState.Held))
        {
            // Nothing to look back on; the next booking brings the question again.
            return null;
        }

        var terms = CycleTerms.Of(programme, cycle, meetings, changed);
        var end = terms.LastDate ?? EndOfTerm(cycle, programme);
        if (cycle.Review is { } before && !(cycle.IsGroup && terms.LastDate is null && before.AskedAt < StartOfTerm(programme)))
        {
            return null;
        }

        var due = end is { } last
            ? (await new Hours(turn, programme).OfAsync(cycle.Requester)).Morning(last, -rules.PromptDaysBefore).At
            : (Instant?)null;
        if (!terms.OneInPersonLeft && (due is null || due > turn.Now))
        {
            return due;
        }

        await BeginAsync(cycle, cycle.People);
        return null;
    }

    /// <summary>
    /// Where no limit ends the cycle of a group, each term is one: at its end the group looks at what it was for. Null: the cycle of a pair,
    /// or between terms.
    /// </summary>
    internal LocalDate? EndOfTerm(Cycle cycle, Programme programme) =>
        cycle.IsGroup && programme.Cycle.Review.When == ReviewWhen.EachCycle ? TermOf(programme)?.Dates.End : null;

    private Instant StartOfTerm(Programme programme) =>
        TermOf(programme) is { } term ? programme.Zone.AtStartOfDay(term.Dates.Start).ToInstant() : Instant.MinValue;

    private Term? TermOf(Programme programme)
    {
        var today = turn.Now.InZone(programme.Zone).Date;
        return turn.Reference.Calendars.For(programme.Boundaries).Terms.FirstOrDefault(term => term.Dates.Contains(today));
    }

    /// <summary>All of the group would like to finish.</summary>
    private async Task<Cycle> EndAsync(Cycle cycle, PersonId by)
    {
        var closed = await new FinishCycle(turn).CloseAsync(cycle, CloseReason.Completed);
        foreach (var other in cycle.Signers.Where(one => one != by))
        {
            await new Hours(turn, turn.Programme(cycle.Programme)).SendAsync(new Errand.TellClosed(cycle.Id, other), other);
        }

        return closed;
    }

    private async Task<Cycle> BeginAsync(Cycle cycle, params IEnumerable<PersonId> asked)
    {
        var begun = cycle with { State = CycleState.Review, Review = new CycleReview(turn.Now, new Dictionary<string, ReviewWish>()) };
        stores.Save(begun);
        var hours = new Hours(turn, turn.Programme(cycle.Programme));
        foreach (var person in asked)
        {
            await hours.SendAsync(new Errand.AskReview(cycle.Id, person), person);
        }

        return begun;
    }

    private static bool AllAsk(Cycle cycle, Dictionary<string, ReviewWish> wishes, Programme programme)
    {
        var extension = programme.Cycle.Review.Extension;
        return !cycle.IsGroup && extension.Allowed && Asks(ExtensionParty.Requester, cycle.Requester) && Asks(ExtensionParty.Supporter, cycle.Supporter);

        bool Asks(ExtensionParty party, PersonId person) =>
            !extension.AgreedBy.Contains(party) || wishes.GetValueOrDefault(person.Value, ReviewWish.NotSure) == ReviewWish.Extend;
    }

    private async Task<Cycle> AgreedByTwoAsync(Cycle cycle, CycleReview review, Programme programme)
    {
        if (!programme.Cycle.Review.Extension.AgreedBy.Contains(ExtensionParty.Coordinator))
        {
            return await ExtendAsync(cycle, review, programme, coordinator: null);
        }

        var waiting = cycle with { Review = review with { WaitsForCoordinator = true } };
        stores.Save(waiting);
        await new CoordinatorTasks(turn).OpenAndTellAsync(TaskKind.Extension, programme.Id, cycle.Requester, cycle.Id.ToString());
        return waiting;
    }

    private async Task<Cycle> ExtendAsync(Cycle cycle, CycleReview review, Programme programme, PersonId? coordinator)
    {
        var settled = review with { WaitsForCoordinator = false, Settled = true, Decision = ReviewDecision.Agree };
        if (!HasEnd(cycle, programme))
        {
            // They go on, as they would have without asking.
            var goesOn = cycle with { State = CycleState.Active, Review = settled };
            stores.Save(goesOn);
            await new CoordinatorTasks(turn).CloseOfCycleAsync(cycle, coordinator, TaskKind.Extension);
            await TellBothAsync(goesOn);
            return goesOn;
        }

        var rules = programme.Cycle.Review.Extension;
        var end = CycleTerms.Of(programme, cycle, await stores.MeetingsAsync(cycle.Id)).LastDate ?? turn.Now.InZone(programme.Zone).Date;

        // Where the definition names no length, it is once more as long as the cycle was.
        var months = rules.MaxMonths ?? programme.Cycle.Limits.Months?.Value ?? UsualMonths;
        var extended = cycle with
        {
            State = CycleState.Extended,
            Extension = new CycleExtension(end.PlusMonths(months), rules.MaxInPersonMeetings ?? programme.Cycle.Limits.InPersonMeetings?.Value ?? 0),
            Review = settled,
        };
        stores.Save(extended);
        await new CoordinatorTasks(turn).CloseOfCycleAsync(cycle, coordinator, TaskKind.Extension);
        stores.Send(new Errand.CloseCycle(cycle.Id), programme.Zone.AtStartOfDay(extended.Extension.EndsOn.PlusDays(1)).ToInstant());
        await TellBothAsync(extended);
        return extended;
    }

    private const int UsualMonths = 6;

    private async Task TellBothAsync(Cycle cycle)
    {
        var hours = new Hours(turn, turn.Programme(cycle.Programme));
        foreach (var person in cycle.People)
        {
            await hours.SendAsync(new Errand.TellReview(cycle.Id, person), person);
        }
    }
}
