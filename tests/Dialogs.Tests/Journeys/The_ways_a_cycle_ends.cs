using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class The_ways_a_cycle_ends
{
    [Theory, Trait("Requirement", "U-03"), Trait("Requirement", "A-18"), Trait("Requirement", "S2-35")]
    [InlineData(1, "Grace Obi can no longer continue. You can choose someone else; Sam Reid knows.", true)]
    [InlineData(3, "Grace Obi can no longer continue. Sam Reid knows, and will talk with you about how to go on.", false)]
    public async Task A_supporter_leaves_events_go_the_head_hears_in_hours_and_without_a_reason(int held, string words, bool again)
    {
        var scheme = await RunningAsync(held);
        var cycle = scheme.Only<Cycle>();
        await scheme.Does(turn => new FinishCycle(turn).LeftAsync(Authority.Grace.Id, cycle.Id));

        Assert.Equal((CycleState.Closed, CloseReason.SupporterLeft), (scheme.Only<Cycle>().State, scheme.Only<Cycle>().Closed));
        Assert.Empty(scheme.Calendar.Events);
        Assert.Equal((TaskKind.Left, Authority.Grace.Id), (scheme.Only<CoordinatorTask>().Kind, scheme.Only<CoordinatorTask>().Person));
        Assert.Equal(0, Places(scheme));
        scheme.Amira.SeesNothing();

        await scheme.MovesTo("2027-01-12T08:30");
        Assert.Equal(again, scheme.Amira.Sees(words).Buttons.Any(button => button.Verb == Verbs.RequestStart));
        scheme.Amira.Sees("How was it for you?");
        Assert.DoesNotContain(scheme.Amira.Messages, message => message.Text.Contains("Shall we look for another", StringComparison.Ordinal));
    }

    [Theory, Trait("Requirement", "A-18"), Trait("Requirement", "U-10")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_head_leaves_events_go_the_supporter_hears_in_hours_and_a_head_who_is_gone_gets_nothing(bool gone)
    {
        var scheme = await RunningAsync(held: 2);
        var cycle = scheme.Only<Cycle>();
        var before = scheme.Amira.Messages.Count;
        await scheme.Does(turn => new FinishCycle(turn).LeftAsync(Authority.Amira.Id, cycle.Id, gone));
        await scheme.MovesTo("2027-01-12T08:30");

        Assert.Equal(CloseReason.RequesterLeft, scheme.Only<Cycle>().Closed);
        scheme.Grace.Sees("Amira Khan can no longer continue, so your cycle of peer support has ended. Sam Reid knows.", "your place is free again");
        Assert.Empty(scheme.Calendar.Events);
        Assert.Equal((TaskKind.Left, Authority.Amira.Id), (scheme.Only<CoordinatorTask>().Kind, scheme.Only<CoordinatorTask>().Person));
        Assert.Equal(0, Places(scheme));
        await scheme.MovesTo("2027-03-01T12:00");
        Assert.Equal(gone, scheme.Amira.Messages.Count == before);
        Assert.Equal(!gone, scheme.Amira.Has(Verbs.FeedbackSend));
    }

    [Fact, Trait("Requirement", "U-03")]
    public async Task The_word_about_the_end_says_it_all_and_no_meeting_to_come_is_called_off_by_a_card_of_its_own()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var scheme = new Scheme(
            "2026-12-08T10:00", cycle, Given.Meeting(cycle, "2026-12-03T15:30", MeetingState.Held, initial: true), Given.Meeting(cycle, "2026-12-15T15:30"),
            Given.Meeting(cycle, "2027-01-12T15:30"), Authority.Supporter(Authority.Grace, active: 1));
        await scheme.Amira.Says("finish");
        await scheme.Amira.Presses(Verbs.CycleWithdraw);
        await scheme.Amira.Presses(Verbs.CycleWithdraw, button: "Yes, finish it");
        await scheme.MovesTo("2026-12-09T10:00");

        Assert.All(scheme.Store.All<Meeting>().Where(meeting => meeting.Start > scheme.Now), meeting => Assert.Equal(NotHeldReason.Cancelled, meeting.NotHeld));
        Assert.NotEmpty(scheme.Grace.Messages);
        Assert.DoesNotContain(scheme.Grace.Messages, message => message.Text.Contains("had to cancel", StringComparison.Ordinal) || message.Text.Contains("look for another", StringComparison.Ordinal));
    }

    [Fact, Trait("Requirement", "S2-35")]
    public async Task A_cycle_that_never_met_ends_with_kind_words_and_without_questions()
    {
        var scheme = new Scheme("2026-12-08T10:00", Given.Cycle(Authority.Amira, Authority.Grace), Authority.Supporter(Authority.Grace, active: 1));
        await scheme.Grace.Says("finish");
        await scheme.Grace.Presses(Verbs.CycleWithdraw);
        await scheme.Grace.Presses(Verbs.CycleWithdraw);
        scheme.Amira.Sees("It did not come to a first meeting with Grace Obi this time. That says nothing about you.", "Choose someone else");
        Assert.Equal(0, Places(scheme));
    }

    [Theory, Trait("Requirement", "U-21")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_head_who_wants_somebody_else_withdraws_without_a_reason_and_may_bar_the_pair(bool bar)
    {
        var scheme = await RunningAsync(held: 1);
        await scheme.Amira.Says("finish");
        await scheme.Amira.Presses(Verbs.CycleWithdraw);
        scheme.Amira.Sees("Finish with Grace Obi?", "Please do not suggest Grace Obi to me again. Nobody is told.");
        await scheme.Amira.Fills(Verbs.CycleWithdraw, (InputIds.Bar, bar ? "true" : "false"));
        Assert.Equal(bar, Profile(scheme).DeclaredConflicts.Contains(Authority.Amira.Id));

        await scheme.Amira.Presses(Verbs.RequestStart);
        scheme.Amira.Sees("What would help?");
        await scheme.Amira.Fills(Verbs.SupportersShow, (InputIds.Area, "workload"), (InputIds.Mode, "either"));
        while (scheme.Amira.Has(Verbs.SupportersMore) && !scheme.Amira.Messages.Any(message => message.Text.StartsWith("Grace Obi", StringComparison.Ordinal)))
        {
            var cards = scheme.Amira.Messages.Count;
            await scheme.Amira.Presses(Verbs.SupportersMore);
            if (scheme.Amira.Messages.Count == cards || !scheme.Amira.News.Any(message => message.Buttons.Any(button => button.Verb == Verbs.SupportersMore)))
            {
                break;
            }
        }

        Assert.Equal(!bar, scheme.Amira.Messages.Any(message => message.Text.StartsWith("Grace Obi", StringComparison.Ordinal)));
        scheme.Grace.NeverSaw("suggest");
    }

    [Fact, Trait("Requirement", "U-16")]
    public async Task A_head_who_has_a_cycle_is_told_with_whom_and_until_when_and_how_to_end_it()
    {
        var scheme = await RunningAsync(held: 1);
        await scheme.Amira.Says("support");
        scheme.Amira.Sees("Grace Obi");
        await scheme.Amira.Says("finish");
        await scheme.Amira.Presses(Verbs.CycleWithdraw);
        scheme.Amira.Sees("Finish with Grace Obi?");
    }

    [Fact, Trait("Requirement", "S2-20")]
    public async Task Every_card_of_a_running_cycle_says_when_it_ends()
    {
        var scheme = await RunningAsync(held: 1);
        foreach (var press in new Func<Task>[]
        {
            () => scheme.Amira.Says("status"), () => scheme.Amira.Presses(Verbs.SlotFind), () => scheme.Amira.Says("I need to move my meeting"),
        })
        {
            await press();
            scheme.Amira.Sees("Friday 28 May 2027");
        }
    }

    [Fact, Trait("Requirement", "S2-35")]
    public async Task At_the_end_both_are_thanked_and_the_head_may_keep_their_journal()
    {
        var scheme = await RunningAsync(held: 1);
        await scheme.Amira.Says("journal");
        await scheme.Amira.Fills(Verbs.JournalSave, (InputIds.Entry, "One sentence of my own"));
        await scheme.Amira.Presses(Verbs.MeetingCancel);
        await scheme.Amira.Presses(Verbs.MeetingCancelConfirm);
        await scheme.MovesTo("2027-06-04T00:00");
        await scheme.MovesTo("2027-06-07T08:30");

        // Thirty days after 4 June.
        scheme.Amira.Sees("Thank you", "Your journal is deleted on Sunday 4 July 2027. Please download it before then", "NOSS", "Become a peer supporter");
        scheme.Grace.Sees("Thank you for the time you gave", "What have you learned about how you listen?", "supervision");
        await scheme.Amira.Says("my journal");
        scheme.Amira.Sees("One sentence of my own");
        Assert.DoesNotContain(scheme.Amira.News.SelectMany(message => message.Buttons), button => button.Verb == Verbs.JournalOpen);
    }

    private static int Places(Scheme scheme) => Profile(scheme).ActiveCycles;

    private static SupporterProfile Profile(Scheme scheme) => scheme.Store.All<SupporterProfile>().Single(profile => profile.Person == Authority.Grace.Id);

    /// <summary>With meetings held from 3 December on and one to come; on a Monday evening.</summary>
    private static async Task<Scheme> RunningAsync(int held)
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var scheme = new Scheme(
            "2027-01-11T12:00",
            [cycle, Authority.Supporter(Authority.Grace, active: 1), .. Given.Held(cycle, Domain.Scheduling.MeetingMode.Teams, "2026-12-03T10:00", held)]);
        await scheme.Amira.AsksFor("tuesday 26 january at 10am");
        await scheme.MovesTo("2027-01-11T19:00");
        return scheme;
    }
}
