using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Closing_and_feedback
{
    private const string Message = "Thank you, you gave me room to think.";
    private const string Difference = "I sleep better and delegate more than before";

    [Fact, Trait("Requirement", "S2-35")]
    public async Task A_cycle_that_ends_by_itself_thanks_both_and_asks_the_head_in_the_next_window()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var scheme = new Scheme("2027-06-02T12:00", cycle, Authority.Supporter(Authority.Grace, active: 1), Given.Meeting(cycle, "2026-12-03T10:00", MeetingState.Held, initial: true));
        scheme.Expects(new Errand.CloseCycle(cycle.Id), "2027-06-04T00:00");
        await scheme.MovesTo("2027-06-07T08:30");

        Assert.Equal((CycleState.Closed, CloseReason.Completed), (scheme.Only<Cycle>().State, scheme.Only<Cycle>().Closed));
        scheme.Amira.Sees("Your cycle of peer support with Grace Obi has come to an end");
        scheme.Amira.Sees("How was it for you?", "the local authority", "to make it better");
        scheme.Grace.Sees("Thank you for the time you gave");
        Assert.Equal(0, scheme.Store.All<SupporterProfile>().Single(profile => profile.Person == Authority.Grace.Id).ActiveCycles);
    }

    [Theory, Trait("Requirement", "S2-35")]
    [InlineData("amira")]
    [InlineData("grace")]
    public async Task Whoever_ends_it_the_meetings_to_come_are_off_and_the_other_hears_in_hours_and_without_a_reason(string who)
    {
        var scheme = MetOnce("2026-12-08T10:00");
        await scheme.Amira.AsksFor("tuesday 15 december at 3.30pm");
        await scheme.MovesTo("2026-12-08T21:00");
        var (one, other) = who == "amira" ? (scheme.Amira, scheme.Grace) : (scheme.Grace, scheme.Amira);
        await one.Says("finish");
        await one.Presses(Verbs.CycleWithdraw);
        await one.Presses(Verbs.CycleWithdraw);

        one.Sees("Your cycle of peer support is finished", other.Person.Name, "without a reason");
        other.SeesNothing();
        Assert.Empty(scheme.Calendar.Events);
        Assert.Equal(CloseReason.EndedEarly, scheme.Only<Cycle>().Closed);

        await scheme.MovesTo("2026-12-09T08:30");
        other.Sees("Your cycle of peer support", one.Person.Name);
        scheme.Amira.Sees("How was it for you?");
        Assert.DoesNotContain(scheme.Amira.Messages.Concat(scheme.Grace.Messages), message => message.Text.Contains("Shall we look for another", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_meeting_held_nobody_is_asked_how_it_was()
    {
        var scheme = new Scheme("2026-12-08T10:00", Given.Cycle(Authority.Amira, Authority.Grace), Authority.Supporter(Authority.Grace, active: 1));
        await scheme.Grace.Says("finish");
        await scheme.Grace.Presses(Verbs.CycleWithdraw);
        await scheme.Grace.Presses(Verbs.CycleWithdraw);
        await scheme.MovesTo("2027-01-29T12:00");

        Assert.Equal(CloseReason.NeverMet, scheme.Only<Cycle>().Closed);
        Assert.False(scheme.Amira.Has(Verbs.FeedbackSend));
    }

    [Fact, Trait("Requirement", "S2-37"), Trait("Requirement", "A-13")]
    public async Task Without_a_permission_the_supporter_sees_nothing_not_even_that_it_was_answered()
    {
        var scheme = await AskedAsync();
        var before = scheme.Grace.Messages.Count;
        Assert.Equal("no", scheme.Amira.Card(Verbs.FeedbackSend).Fields["permission"]);
        await scheme.Amira.Fills(Verbs.FeedbackSend, ("useful", "4"), ("difference", Difference), (InputIds.Message, Message));

        scheme.Amira.Sees("Grace Obi sees nothing of it, not even that you answered.");
        await scheme.MovesTo("2027-01-29T12:00");
        Assert.Equal(before, scheme.Grace.Messages.Count);
        scheme.Grace.NeverSaw(Message, Difference, "feedback");
    }

    [Fact, Trait("Requirement", "A-13")]
    public async Task With_message_only_the_supporter_gets_exactly_that()
    {
        var scheme = await AskedAsync();
        await scheme.Amira.Fills(
            Verbs.FeedbackSend, ("useful", "4"), ("difference", Difference), ("permission", "message"), (InputIds.Message, Message));

        scheme.Amira.Sees("Grace Obi will see your message and nothing else.");
        scheme.Grace.Sees("From Amira Khan", Message);
        scheme.Grace.NeverSaw(Difference, "Extremely useful", "How useful");
    }

    [Fact, Trait("Requirement", "A-13")]
    public async Task With_all_the_supporter_gets_each_answer_that_was_given()
    {
        var scheme = await AskedAsync();
        await scheme.Amira.Fills(Verbs.FeedbackSend, ("useful", "4"), ("difference", Difference), ("permission", "all"));

        var card = scheme.Grace.Sees("From Amira Khan", "Extremely useful", Difference);
        Assert.DoesNotContain("What should we change", card.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "S2-40")]
    public async Task Feedback_shared_in_the_evening_waits_for_the_supporters_morning()
    {
        var scheme = await AskedAsync();
        await scheme.MovesTo("2026-12-08T22:00");
        await scheme.Amira.Fills(Verbs.FeedbackSend, ("permission", "message"), (InputIds.Message, Message));
        scheme.Grace.SeesNothing();
        await scheme.MovesTo("2026-12-09T08:30");
        scheme.Grace.Sees(Message);
    }

    [Fact, Trait("Requirement", "S2-37"), Trait("Requirement", "A-13")]
    public async Task A_permission_can_be_taken_back_until_the_supporter_has_seen_it()
    {
        var scheme = await AskedAsync();
        await scheme.MovesTo("2026-12-08T22:00");
        await scheme.Amira.Fills(Verbs.FeedbackSend, ("useful", "4"), ("permission", "message"), (InputIds.Message, Message));
        scheme.Amira.Sees("Until they have seen it, you can change your mind.");
        await scheme.Amira.Presses(Verbs.FeedbackUnshare);
        scheme.Amira.Sees("Grace Obi sees nothing of it.");
        await scheme.MovesTo("2027-01-29T12:00");
        scheme.Grace.NeverSaw(Message);
        Assert.Equal((Permission.No, "4"), (scheme.Only<CycleFeedback>().Permission, scheme.Only<CycleFeedback>().Answers["useful"]));
    }

    [Fact, Trait("Requirement", "S2-37")]
    public async Task What_was_shown_cannot_be_taken_back_and_that_is_said()
    {
        var scheme = await AskedAsync();
        await scheme.Amira.Fills(Verbs.FeedbackSend, ("permission", "message"), (InputIds.Message, Message));
        scheme.Grace.Sees(Message);
        await scheme.Amira.Presses(Verbs.FeedbackUnshare);
        scheme.Amira.Sees("Grace Obi has seen it, so I cannot take it back.");
    }

    [Fact, Trait("Requirement", "S2-22"), Trait("Requirement", "S2-36")]
    public async Task The_questions_are_about_each_principle_and_the_card_says_what_the_answers_are_for()
    {
        var scheme = await AskedAsync();
        scheme.Amira.Sees("supportive", "non-judgemental", "caring", "focused on your well-being", "to make it better", "the local authority");
    }

    [Fact, Trait("Requirement", "S2-35")]
    public async Task A_request_that_led_to_nothing_gets_one_question_and_no_feedback_card()
    {
        var request = Given.Request(Authority.Amira, Domain.Support.RequestState.Unmatched, preferences: [Authority.Peter]);
        var scheme = new Scheme("2026-12-08T10:00", request);
        await scheme.Amira.Says("status");
        await scheme.Amira.Presses(Verbs.RequestWithdraw);
        scheme.Amira.Sees("One question about your request", "Request 2026-014 did not lead to a peer supporter.");
        Assert.False(scheme.Amira.Has(Verbs.FeedbackSend));
        await scheme.Amira.Fills(Verbs.RequestLacked, (InputIds.Lacked, "sooner"));
        scheme.Amira.Sees("That is all I wanted to ask.");
        Assert.Equal("sooner", scheme.Only<SupportRequest>().Lacked);
        await scheme.MovesTo("2027-07-01T12:00");
        Assert.Single(scheme.Amira.Messages, message => message.Text.StartsWith("One question", StringComparison.Ordinal));
    }

    [Fact, Trait("Requirement", "A-13")]
    public async Task Unanswered_it_is_reminded_twice_and_then_never_again()
    {
        var scheme = await AskedAsync();
        Assert.Equal(1, Times(scheme));
        await scheme.MovesTo("2026-12-15T08:29");
        Assert.Equal(1, Times(scheme));
        await scheme.MovesTo("2026-12-15T08:30");
        Assert.Equal(2, Times(scheme));
        scheme.Amira.Sees("A reminder");
        await scheme.MovesTo("2027-01-05T12:00");
        Assert.Equal(3, Times(scheme));
        await scheme.MovesTo("2027-07-20T12:00");
        Assert.Equal(3, Times(scheme));
    }

    [Fact, Trait("Requirement", "A-13")]
    public async Task Answered_it_is_not_reminded()
    {
        var scheme = await AskedAsync();
        await scheme.Amira.Presses(Verbs.FeedbackSend);
        await scheme.MovesTo("2027-07-20T12:00");
        Assert.Equal(1, Times(scheme));
    }

    [Fact]
    public async Task Who_would_rather_not_is_not_asked_again()
    {
        var scheme = await AskedAsync();
        var card = scheme.Amira.Card(Verbs.FeedbackDecline);
        await scheme.Amira.Presses(Verbs.FeedbackDecline);
        scheme.Amira.Sees("I will not ask again.");
        await scheme.MovesTo("2027-07-20T12:00");
        Assert.Equal(1, Times(scheme));

        // A change of mind is welcome.
        await scheme.Amira.FillsOn(card, Verbs.FeedbackSend, ("useful", "3"));
        Assert.Equal("3", scheme.Only<CycleFeedback>().Answers["useful"]);
    }

    [Fact]
    public async Task Who_wants_one_reminder_gets_one()
    {
        var scheme = await AskedAsync();
        await scheme.Amira.Presses(Verbs.FeedbackLater);
        scheme.Amira.Sees("I will remind you once");
        await scheme.MovesTo("2027-07-20T12:00");
        Assert.Equal(2, Times(scheme));

        await scheme.Amira.Fills(Verbs.FeedbackSend, ("useful", "3"));
        scheme.Amira.Sees("Thank you for your feedback");
    }

    [Fact]
    public async Task A_message_to_share_that_was_not_written_is_asked_for_and_nothing_is_kept()
    {
        var scheme = await AskedAsync();
        await scheme.Amira.Fills(Verbs.FeedbackSend, ("useful", "4"), ("permission", "message"));

        scheme.Amira.Sees("Please write the message to share, or choose not to share.");
        Assert.Empty(scheme.Store.All<CycleFeedback>());
        Assert.True(scheme.Amira.Has(Verbs.FeedbackSend));
    }

    [Fact, Trait("Requirement", "U-08")]
    public async Task A_second_answer_changes_nothing()
    {
        var scheme = await AskedAsync();
        var card = scheme.Amira.Card(Verbs.FeedbackSend);
        await scheme.Amira.Fills(Verbs.FeedbackSend, ("useful", "4"));
        await scheme.Amira.FillsOn(card, Verbs.FeedbackSend, ("useful", "0"), ("permission", "all"));

        scheme.Amira.Sees("You have answered this already.");
        Assert.Equal(("4", Permission.No), (scheme.Only<CycleFeedback>().Answers["useful"], scheme.Only<CycleFeedback>().Permission));
    }

    private static int Times(Scheme scheme) => scheme.Amira.Messages.Count(message => message.Text.StartsWith("How was it for you?", StringComparison.Ordinal));

    private static Scheme MetOnce(string now)
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        return new Scheme(now, cycle, Authority.Supporter(Authority.Grace, active: 1), Given.Meeting(cycle, "2026-12-03T10:00", MeetingState.Held, initial: true));
    }

    private static async Task<Scheme> AskedAsync()
    {
        var scheme = MetOnce("2026-12-08T10:00");
        await scheme.Amira.Says("finish");
        await scheme.Amira.Presses(Verbs.CycleWithdraw);
        await scheme.Amira.Presses(Verbs.CycleWithdraw);
        return scheme;
    }
}
