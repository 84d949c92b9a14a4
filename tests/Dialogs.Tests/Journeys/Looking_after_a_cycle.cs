using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Looking_after_a_cycle
{
    [Fact, Trait("Requirement", "S2-17")]
    public async Task The_supporter_makes_first_contact_and_both_see_who_acts_next()
    {
        var scheme = await PairedAsync();
        scheme.Grace.Sees("You are paired with Amira Khan", "You make first contact, by Teams or work e-mail, by Friday 27 November 2026.");
        scheme.Amira.Sees("You are paired with Grace Obi", "Grace Obi will make first contact, by Teams or work e-mail, by Friday 27 November 2026.");
        Assert.False(scheme.Amira.Has(Verbs.ContactMade));
        await scheme.Amira.Says("status");
        scheme.Amira.Sees("Next: Grace Obi makes first contact with you by Friday 27 November 2026.");
        await scheme.Grace.Says("status");
        scheme.Grace.Sees("Next: you make first contact with Amira Khan by Friday 27 November 2026.");

        await scheme.Grace.Presses(Verbs.ContactMade);
        scheme.Grace.Sees("First contact was made on Tuesday 24 November 2026. Next: agree how you work together.");
        Assert.False(scheme.Grace.Has(Verbs.ContactMade));
        await scheme.Amira.Says("status");
        scheme.Amira.Sees("Next: both of you agree how you work together.");
    }

    [Fact, Trait("Requirement", "U-11")]
    public async Task Without_a_first_contact_in_three_working_days_the_supporter_is_nudged_once_and_the_head_hears_nothing()
    {
        var scheme = await PairedAsync();
        await scheme.MovesTo("2026-11-30T08:29");
        scheme.Grace.SeesNothing();
        await scheme.MovesTo("2026-11-30T08:30");
        scheme.Grace.Sees("You have not told me yet about a first contact with Amira Khan");
        scheme.Amira.SeesNothing();
        await scheme.Grace.Presses(Verbs.ContactMade);
        scheme.Grace.Sees("First contact was made");
        await scheme.MovesTo("2026-12-11T12:00");
        Assert.Single(scheme.Grace.Messages, message => message.Text.StartsWith("You have not told me yet", StringComparison.Ordinal));
    }

    [Fact, Trait("Requirement", "U-11")]
    public async Task Who_has_made_contact_is_not_nudged()
    {
        var scheme = await PairedAsync();
        await scheme.Grace.Presses(Verbs.ContactMade);
        await scheme.MovesTo("2026-12-04T12:00");
        scheme.Grace.SeesNothing();
    }

    [Fact, Trait("Requirement", "S2-17")]
    public async Task Only_whoever_acts_first_can_say_that_contact_was_made()
    {
        var scheme = await PairedAsync();
        await scheme.Amira.Forges($$"""{"verb":"{{Verbs.ContactMade}}","id":"{{scheme.Only<Cycle>().Id}}","version":0}""");
        scheme.Amira.Sees("This card is for someone else");
        Assert.Null(scheme.Only<Cycle>().ContactMadeOn);
    }

    [Fact, Trait("Requirement", "U-11")]
    public async Task Fifteen_school_days_without_a_meeting_nudge_both_and_tell_the_coordinator()
    {
        // 24 November and fifteen school days: 15 December.
        var scheme = await PairedAsync();
        await scheme.MovesTo("2026-12-15T08:29");
        Assert.False(scheme.Only<Cycle>().Stalled);
        Assert.Empty(scheme.Store.All<CoordinatorTask>());
        await scheme.MovesTo("2026-12-15T08:30");
        scheme.Amira.Sees("Nothing is booked with Grace Obi at the moment.");
        scheme.Amira.Sees("How we work together");
        scheme.Grace.Sees("Nothing is booked with Amira Khan at the moment.");

        Assert.Equal((true, CycleStanding.Stalled), (scheme.Only<Cycle>().Stalled, scheme.Only<Cycle>().Standing));
        var task = scheme.Only<CoordinatorTask>();
        Assert.Equal((TaskKind.Stalled, scheme.Only<Cycle>().Id.ToString(), true), (task.Kind, task.Subject, task.IsOpen));
        await scheme.MovesTo("2027-02-12T12:00");
        Assert.Single(scheme.Store.All<CoordinatorTask>());
    }

    [Fact, Trait("Requirement", "U-11")]
    public async Task A_booking_ends_the_standstill_and_its_task()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var scheme = new Scheme("2026-12-14T10:00", cycle, Authority.Supporter(Authority.Grace, active: 1));
        scheme.Expects(new Errand.LookAfterCycle(cycle.Id), "2026-12-15T08:30");
        await scheme.MovesTo("2026-12-15T10:00");
        Assert.True(scheme.Only<Cycle>().Stalled);

        await scheme.Amira.AsksFor("thursday 17 december at 10am");
        Assert.False(scheme.Only<Cycle>().Stalled);
        Assert.False(scheme.Only<CoordinatorTask>().IsOpen);
    }

    [Fact, Trait("Requirement", "U-11")]
    public async Task A_cycle_that_has_met_stands_still_after_thirty_school_days()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var scheme = new Scheme(
            "2026-12-03T17:00", cycle, Authority.Supporter(Authority.Grace, active: 1), Given.Meeting(cycle, "2026-12-03T10:00", MeetingState.Held, initial: true));
        scheme.Expects(new Errand.LookAfterCycle(cycle.Id), "2026-12-04T08:30");

        // 3 December, eleven school days to the 18th, then nineteen from 4 January: the 28th.
        await scheme.MovesTo("2027-01-27T12:00");
        Assert.False(scheme.Only<Cycle>().Stalled);
        await scheme.MovesTo("2027-01-28T08:30");
        Assert.True(scheme.Only<Cycle>().Stalled);
        Assert.Single(scheme.Store.All<CoordinatorTask>(), task => task.Kind == TaskKind.Stalled);
    }

    [Fact]
    public async Task Two_meetings_missed_in_a_row_ask_both_whether_it_is_still_right_and_nobody_else_hears()
    {
        var scheme = await MissedTwiceAsync();
        foreach (var person in new[] { scheme.Amira, scheme.Grace })
        {
            var card = person.Messages.Last(message => message.Text.StartsWith("Is this still right for you?", StringComparison.Ordinal));
            Assert.Equal([Verbs.CycleKeepGoing, Verbs.CyclePause, Verbs.CycleWithdraw], card.Buttons.Select(button => button.Verb).Take(3));
            Assert.DoesNotContain("blame", card.Text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Empty(scheme.Store.All<CoordinatorTask>());
        await scheme.Amira.Presses(Verbs.CycleKeepGoing);
        scheme.Amira.Sees("Shall we look for another time with Grace Obi?");
        scheme.Amira.Sees("Times when you and Grace Obi are both free");
    }

    [Fact]
    public async Task A_pause_takes_what_is_booked_away_and_is_silent_until_either_goes_on()
    {
        var scheme = await MissedTwiceAsync();
        await scheme.Amira.AsksFor("thursday 14 january at 10am");
        await scheme.Grace.Presses(Verbs.CyclePause);
        scheme.Grace.Sees("Paused", "until one of you goes on");
        scheme.Amira.Sees("Your cycle of peer support is paused", "Either of you can go on at any time");
        Assert.DoesNotContain(scheme.Calendar.Events, one => one.Start > scheme.Now);

        var before = scheme.Amira.Messages.Count + scheme.Grace.Messages.Count;
        await scheme.MovesTo("2027-03-01T12:00");
        Assert.Equal(before, scheme.Amira.Messages.Count + scheme.Grace.Messages.Count);
        Assert.Empty(scheme.Store.All<CoordinatorTask>());

        await scheme.Amira.Presses(Verbs.CycleResume);
        scheme.Amira.Sees("Your cycle of peer support goes on");
        scheme.Amira.Sees("Times when you and Grace Obi are both free");
        scheme.Grace.Sees("Your cycle of peer support goes on");
        Assert.False(scheme.Only<Cycle>().Paused);
    }

    [Fact, Trait("Requirement", "S0-22"), Trait("Requirement", "S0-24"), Trait("Requirement", "S0-25")]
    public async Task Reminders_bring_open_questions_of_the_stage_never_the_same_twice_running_and_tips_of_which_one_is_to_wait()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var scheme = new Scheme("2026-11-24T10:00", cycle, Authority.Supporter(Authority.Grace, active: 1));
        foreach (var (start, met) in new[]
        {
            ("thursday 3 december at 10am", "2026-12-03T12:00"), ("thursday 17 december at 10am", "2026-12-17T12:00"),
            ("thursday 14 january at 10am", "2027-01-14T12:00"), ("thursday 28 january at 10am", "2027-01-28T12:00"),
        })
        {
            await scheme.Amira.AsksFor(start);
            await scheme.MovesTo(met);
            await scheme.Amira.Presses(Verbs.MetYes);
            await scheme.Grace.Presses(Verbs.MetYes);
        }

        var questions = After(scheme.Amira, "A question to bring: ");
        Assert.Equal(8, questions.Count);
        Assert.Equal("What would you like to be different by the end of this cycle?", questions[1]);
        Assert.All(questions.Zip(questions.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        var bank = scheme.Reference.Library.QuestionBanks["peer-questions"].Phases.SelectMany(phase => phase.Questions).ToDictionary(question => question.Text.ToString());
        Assert.All(questions, question => Assert.True(bank.ContainsKey(question)));
        Assert.All(questions.Where((_, at) => at % 2 == 1), question => Assert.Equal(Domain.Reflection.QuestionUse.Impact, bank[question].Use));

        var tips = After(scheme.Grace, "A tip: ");
        Assert.Contains(tips, tip => tip.Contains("wait: silence is thinking time", StringComparison.Ordinal));
        Assert.All(tips.Zip(tips.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.DoesNotContain(scheme.Grace.Messages, message => message.Text.Contains("A question to bring", StringComparison.Ordinal));
    }

    private static List<string> After(Participant person, string words) =>
    [
        .. person.Messages.SelectMany(message => message.Text.Split('\n')).Where(line => line.StartsWith(words, StringComparison.Ordinal))
            .Select(line => line[words.Length..]),
    ];

    private static async Task<Scheme> PairedAsync()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.AsksForSupport("Grace Obi");
        await scheme.Grace.Presses(Verbs.AskAccept);
        return scheme;
    }

    private static async Task<Scheme> MissedTwiceAsync()
    {
        var scheme = new Scheme("2026-11-24T10:00", Given.Cycle(Authority.Amira, Authority.Grace, MeetingMode.InPerson), Authority.Supporter(Authority.Grace, active: 1));
        await scheme.Amira.AsksFor("thursday 3 december at 3.30pm");
        await scheme.MovesTo("2026-12-03T16:45");
        await scheme.Amira.Presses(Verbs.MetNo);
        await scheme.Grace.Presses(Verbs.MetNo);
        Assert.DoesNotContain(scheme.Amira.Messages, message => message.Text.StartsWith("Is this still right", StringComparison.Ordinal));
        await scheme.Amira.AsksFor("thursday 10 december at 3.30pm");
        await scheme.MovesTo("2026-12-10T16:45");
        await scheme.Grace.Presses(Verbs.MetNo);
        await scheme.Amira.Presses(Verbs.MetMoved);
        return scheme;
    }
}
