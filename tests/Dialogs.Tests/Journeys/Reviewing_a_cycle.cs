using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Reviewing_a_cycle
{
    private const string Progress = "Further than I had hoped in the autumn";

    [Fact, Trait("Requirement", "S2-21"), Trait("Requirement", "A-09")]
    public async Task Twenty_school_days_before_the_end_both_are_asked_each_alone()
    {
        // First meeting 3 December, end 3 June; before that lie the half-term and 3 May, a bank holiday.
        var scheme = await NearTheEndAsync();
        scheme.Amira.Sees("How would you like to go on?", "until Friday 28 May 2027", "Neither of you is told what the other said");
        scheme.Grace.Sees("How would you like to go on?", "Finish as planned", "Ask to extend", "I am not sure yet");
        Assert.Equal((CycleState.Review, CycleStanding.NearLimit), (scheme.Only<Cycle>().State, scheme.Only<Cycle>().Standing));
    }

    [Fact, Trait("Requirement", "S2-21"), Trait("Requirement", "A-09"), Trait("Requirement", "A-07")]
    public async Task The_review_comes_when_one_meeting_in_person_is_left()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace, MeetingMode.InPerson);
        var scheme = new Scheme(
            "2027-01-11T10:00", [cycle, Authority.Supporter(Authority.Grace, active: 1), .. Given.Held(cycle, MeetingMode.InPerson, "2026-11-12T10:00", 4)]);
        await scheme.Amira.AsksFor("tuesday 12 january at 10am");
        await scheme.MovesTo("2027-01-12T12:00");
        await scheme.Amira.Presses(Verbs.MetYes);
        Assert.Null(scheme.Only<Cycle>().Review);
        await scheme.Grace.Presses(Verbs.MetYes);

        scheme.Grace.Sees("In-person meetings so far: 5 of 6.", "5 of 6 · until Wednesday 12 May 2027");
        scheme.Grace.Sees("You have one in-person meeting left, until Wednesday 12 May 2027. What would you like?");
        scheme.Amira.Sees("You have one in-person meeting left, until Wednesday 12 May 2027.");
    }

    [Fact, Trait("Requirement", "S2-21"), Trait("Requirement", "A-09")]
    public async Task Both_ask_and_the_coordinator_agrees_the_cycle_has_an_end_of_its_own_and_more_meetings()
    {
        var scheme = await NearTheEndAsync();
        await scheme.Amira.Fills(Verbs.ReviewSend, (InputIds.Wish, ReviewWishes.Extend), (InputIds.Progress, Progress));
        Assert.Empty(scheme.Store.All<CoordinatorTask>());
        await scheme.Grace.Fills(Verbs.ReviewSend, (InputIds.Wish, ReviewWishes.Extend));
        var task = scheme.Only<CoordinatorTask>();
        Assert.Equal((TaskKind.Extension, scheme.Only<Cycle>().Id.ToString()), (task.Kind, task.Subject));
        Assert.Equal(CycleStanding.Review, scheme.Only<Cycle>().Standing);

        Assert.IsType<Deciding.NotYours>(await DecideAsync(scheme, Authority.Grace.Id, ReviewDecision.Agree));
        Assert.IsType<Deciding.Extended>(await DecideAsync(scheme, Authority.Sam.Id, ReviewDecision.Agree));
        foreach (var (person, other) in new[] { (scheme.Amira, "Grace Obi"), (scheme.Grace, "Amira Khan") })
        {
            // Three months after 3 June is in the holidays of a year that is not loaded: the day itself is said.
            Assert.Contains(person.Messages, message => message.Text.Contains($"with {other} goes on until", StringComparison.Ordinal)
                && message.Text.Contains("up to 9 in-person meetings in all", StringComparison.Ordinal));
        }

        Assert.False(scheme.Only<CoordinatorTask>().IsOpen);
        Assert.Equal((CycleState.Extended, new CycleExtension(SchoolTime.Date("2027-09-03"), 3)), (scheme.Only<Cycle>().State, scheme.Only<Cycle>().Extension));

        await scheme.Amira.AsksFor("tuesday 8 june at 10am");
        scheme.Amira.Sees("Booked", "of 9");
        await scheme.MovesTo("2027-06-04T12:00");
        Assert.True(scheme.Only<Cycle>().IsOpen);
    }

    [Theory, Trait("Requirement", "A-09")]
    [InlineData(ReviewWishes.Finish)]
    [InlineData(ReviewWishes.NotSure)]
    [InlineData(null)]
    public async Task If_only_one_asks_the_cycle_closes_as_planned_and_nobody_hears_who_asked(string? other)
    {
        var scheme = await NearTheEndAsync();
        await scheme.Amira.Fills(Verbs.ReviewSend, (InputIds.Wish, ReviewWishes.Extend), (InputIds.Progress, Progress));
        var mine = scheme.Amira.Sees("Thank you for saying", "nobody is told what it was");
        if (other is not null)
        {
            await scheme.Grace.Fills(Verbs.ReviewSend, (InputIds.Wish, other));
            Assert.Equal(mine.Text, scheme.Grace.Sees("Thank you for saying").Text);
        }

        Assert.Empty(scheme.Store.All<CoordinatorTask>());
        Assert.DoesNotContain(scheme.Grace.News, message => message.Text.Contains("Amira Khan asks", StringComparison.Ordinal));
        await scheme.MovesTo("2027-06-07T12:00");
        Assert.Equal(CloseReason.Completed, scheme.Only<Cycle>().Closed);
        Assert.Empty(scheme.Store.All<CoordinatorTask>());
        scheme.Grace.NeverSaw(Progress);
        Assert.DoesNotContain(scheme.Grace.Messages, message => message.Text.Contains("asked to extend", StringComparison.OrdinalIgnoreCase));
    }

    [Fact, Trait("Requirement", "A-09")]
    public async Task Whoever_was_not_sure_may_still_ask()
    {
        var scheme = await NearTheEndAsync();
        await scheme.Amira.Fills(Verbs.ReviewSend, (InputIds.Wish, ReviewWishes.NotSure));
        await scheme.Grace.Fills(Verbs.ReviewSend, (InputIds.Wish, ReviewWishes.Extend));
        Assert.Empty(scheme.Store.All<CoordinatorTask>());
        await scheme.Amira.Presses(Verbs.ReviewOpen);
        Assert.Equal(ReviewWishes.NotSure, scheme.Amira.Card(Verbs.ReviewSend).Fields[InputIds.Wish]);
        await scheme.Amira.Fills(Verbs.ReviewSend, (InputIds.Wish, ReviewWishes.Extend));
        Assert.Single(scheme.Store.All<CoordinatorTask>());
    }

    [Theory, Trait("Requirement", "A-09")]
    [InlineData(ReviewDecision.NotThisTime, "Your cycle of peer support finishes as planned", CycleStanding.Running)]
    [InlineData(ReviewDecision.TalkFirst, "Sam Reid would like to talk with you about it first", CycleStanding.Review)]
    public async Task The_coordinator_may_say_no_or_talk_first_and_both_hear_the_same(ReviewDecision decision, string words, CycleStanding standing)
    {
        var scheme = await NearTheEndAsync();
        await scheme.Amira.Fills(Verbs.ReviewSend, (InputIds.Wish, ReviewWishes.Extend));
        await scheme.Grace.Fills(Verbs.ReviewSend, (InputIds.Wish, ReviewWishes.Extend));
        await DecideAsync(scheme, Authority.Sam.Id, decision);

        scheme.Amira.Sees(words);
        scheme.Grace.Sees(words);
        Assert.Equal(standing, scheme.Only<Cycle>().Standing);
        Assert.Equal(decision == ReviewDecision.TalkFirst, scheme.Only<CoordinatorTask>().IsOpen);
        await scheme.MovesTo("2027-06-07T12:00");
        Assert.False(scheme.Only<Cycle>().IsOpen);
        Assert.IsType<Deciding.OutOfDate>(await DecideAsync(scheme, Authority.Sam.Id, ReviewDecision.Agree));
        Assert.False(scheme.Only<CoordinatorTask>().IsOpen);
    }

    [Fact, Trait("Requirement", "S2-19"), Trait("Requirement", "A-08")]
    public async Task A_day_in_half_term_and_a_day_after_the_end_are_refused_and_a_review_may_be_asked_for()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var scheme = new Scheme("2027-03-01T10:00", cycle, Authority.Supporter(Authority.Grace, active: 1), Given.Meeting(cycle, "2026-12-03T15:30", MeetingState.Held, initial: true));
        await scheme.Amira.AsksFor("thursday 3 june 2027 at 10am");
        scheme.Amira.Sees("Thursday 3 June 2027 is in a school holiday");
        await scheme.Amira.AsksFor("monday 7 june 2027 at 10am");
        scheme.Amira.Sees("Monday 7 June 2027 is too late", "until Thursday 3 June 2027");
        await scheme.Amira.Presses(Verbs.ReviewAsk);
        scheme.Amira.Sees("How would you like to go on?");
        scheme.Grace.Sees("How would you like to go on?");
        Assert.Single(scheme.Store.All<Meeting>());

        await scheme.Amira.AsksFor("friday 28 may 2027 at 10am");
        scheme.Amira.Sees("Booked", "until Friday 28 May 2027");
    }

    [Fact, Trait("Requirement", "A-09"), Trait("Requirement", "S2-31")]
    public async Task What_somebody_writes_about_their_progress_is_theirs_alone()
    {
        var scheme = await NearTheEndAsync();
        await scheme.Amira.Fills(Verbs.ReviewSend, (InputIds.Wish, ReviewWishes.Finish), (InputIds.Progress, "ring me on 07700 900123"));
        scheme.Amira.Sees("Please leave out phone numbers");
        Assert.Empty(scheme.Store.All<PrivateNote>());
        await scheme.Amira.Fills(Verbs.ReviewSend, (InputIds.Wish, ReviewWishes.Finish), (InputIds.Progress, Progress));
        var note = scheme.Only<PrivateNote>();
        Assert.Equal((NoteKind.Progress, Authority.Amira.Id, Progress, false), (note.Kind, note.Owner, note.Text, note.Shared));
        await scheme.Grace.Says("status");
        await scheme.Grace.Presses(Verbs.ReviewOpen);
        scheme.Grace.NeverSaw(Progress);
    }

    private static Task<Deciding> DecideAsync(Scheme scheme, Domain.People.PersonId who, ReviewDecision decision)
    {
        scheme.Reference = scheme.Reference with { Roles = [new RoleHolders(Authority.Programme.Id, "coordinator", [Authority.Sam.Id])] };
        return scheme.Does(turn => new ReviewCycle(turn).DecideAsync(who, scheme.Only<Cycle>().Id, decision));
    }

    private static async Task<Scheme> NearTheEndAsync()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace, MeetingMode.InPerson);
        var scheme = new Scheme(
            "2027-04-28T12:00", cycle, Authority.Supporter(Authority.Grace, active: 1), Given.Meeting(cycle, "2026-12-03T15:30", MeetingState.Held, mode: MeetingMode.InPerson, initial: true));
        scheme.Expects(new Errand.StartReview(cycle.Id), "2027-04-28T12:00");
        scheme.Expects(new Errand.CloseCycle(cycle.Id), "2027-06-04T00:00");
        await scheme.MovesTo("2027-04-30T08:29");
        Assert.Null(scheme.Only<Cycle>().Review);
        await scheme.MovesTo("2027-04-30T08:30");
        return scheme;
    }
}
