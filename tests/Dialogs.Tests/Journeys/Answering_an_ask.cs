using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Answering_an_ask
{
    [Fact, Trait("Requirement", "A-03"), Trait("Requirement", "S2-17")]
    public async Task When_the_first_choice_declines_the_second_is_asked_at_once_and_both_see_who_acts_next()
    {
        var scheme = new Scheme("2026-11-21T19:05");
        await scheme.Amira.AsksForSupport("Peter Lloyd", "Grace Obi");
        await scheme.MovesTo("2026-11-24T10:00");

        await scheme.Peter.Presses(Verbs.AskDecline);
        await scheme.Peter.Fills(Verbs.AskDeclineSend, (InputIds.Reason, "not-my-area"), (InputIds.PauseUntil, "2027-02-01"));
        scheme.Peter.Sees("Thank you for saying", "1 February 2027");
        scheme.Amira.Sees("Peter Lloyd has no room just now, which is no reflection on you. I have asked Grace Obi.");
        scheme.Grace.Sees("Amira Khan", "Workload and well-being");

        await scheme.Grace.Presses(Verbs.AskAccept);
        scheme.Grace.Sees("You make first contact", "Friday 27 November 2026");
        scheme.Amira.Sees("Grace Obi will make first contact", "Friday 27 November 2026", "Please do not use personal phone numbers");
        scheme.Amira.NeverSaw("not-my-area", "not my area", "declined", "February");
        Assert.Equal(AskState.Declined, scheme.Store.All<Ask>().Single(ask => ask.Supporter == Authority.Peter.Id).State);
        Assert.Equal(Domain.Support.RequestState.Matched, scheme.Only<SupportRequest>().State);
    }

    [Fact, Trait("Requirement", "A-14")]
    public async Task The_note_is_seen_by_the_supporter_who_accepts_and_by_nobody_before()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.AsksForSupport("Peter Lloyd", "Grace Obi");
        await scheme.Peter.Presses(Verbs.AskDecline);
        await scheme.Peter.Presses(Verbs.AskDeclineSend);
        scheme.Peter.NeverSaw(Ways.Note);
        scheme.Grace.NeverSaw(Ways.Note);

        await scheme.Grace.Presses(Verbs.AskAccept);
        scheme.Grace.Sees("A note from Amira Khan", Ways.Note);
        scheme.Peter.NeverSaw(Ways.Note);
    }

    [Fact, Trait("Requirement", "S2-31"), Trait("Requirement", "S2-32")]
    public async Task Confidentiality_and_its_exception_stand_in_one_paragraph_before_a_supporter_accepts()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.AsksForSupport("Peter Lloyd");

        var paragraph = Assert.Single(
            scheme.Peter.Card(Verbs.AskAccept).Words, words => words.Contains("stay confidential", StringComparison.Ordinal));
        Assert.Contains("exception", paragraph, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Head of Safeguarding", paragraph, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ask_without_an_answer_is_reminded_once_and_lapses_after_five_working_days()
    {
        var scheme = new Scheme("2026-11-21T19:05");
        await scheme.Amira.AsksForSupport("Peter Lloyd", "Grace Obi");
        await scheme.MovesTo("2026-11-25T08:29");
        Assert.Single(scheme.Peter.Messages);

        await scheme.MovesTo("2026-11-25T08:30");
        scheme.Peter.Sees("This is the only reminder");
        scheme.Amira.SeesNothing();

        await scheme.MovesTo("2026-11-30T17:29");
        Assert.Equal(2, scheme.Peter.Messages.Count);
        scheme.Amira.SeesNothing();

        // The supporter's time ends with the working day, and the next one hears of it on the morning after.
        await scheme.MovesTo("2026-12-01T08:30");
        scheme.Amira.Sees("Peter Lloyd has no room just now", "Grace Obi");
        scheme.Grace.Sees("Amira Khan");
        Assert.Equal(2, scheme.Peter.Messages.Count);

        await scheme.Peter.Presses(Verbs.AskAccept);
        scheme.Peter.Sees("The time to answer is over");
        Assert.Empty(scheme.Store.All<Cycle>());
    }

    [Fact, Trait("Requirement", "U-02")]
    public async Task When_nobody_says_yes_the_head_is_told_and_may_choose_again()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.AsksForSupport("Peter Lloyd");
        await scheme.Peter.Presses(Verbs.AskDecline);
        await scheme.Peter.Presses(Verbs.AskDeclineSend);
        scheme.Amira.Sees("No one has been able to say yes to request 2026-001", "type “support”");

        await scheme.Amira.AsksForSupport("Grace Obi");
        scheme.Amira.Sees("2026-002");
        scheme.Grace.Sees("Amira Khan");

        await scheme.Grace.Presses(Verbs.AskAccept);
        await scheme.Amira.Says("status");
        scheme.Amira.Sees("You are paired with: Grace Obi");
        Assert.DoesNotContain(scheme.Amira.News, message => message.Text.Contains("2026-001", StringComparison.Ordinal));
    }

    [Fact, Trait("Requirement", "U-07")]
    public async Task Two_heads_may_wait_for_one_place_and_no_names_cross()
    {
        var scheme = await TwoHeadsForOnePlaceAsync();
        var toAmira = scheme.Grace.Card(Verbs.AskAccept, on: "Amira Khan");
        var toHannah = scheme.Grace.Card(Verbs.AskAccept, on: "Hannah Cole");

        await scheme.Grace.PressesOn(toAmira, Verbs.AskAccept);
        scheme.Amira.Sees("You are paired with Grace Obi");
        scheme.Grace.Sees("The last place has just been filled");
        scheme.Hannah.Sees("Grace Obi has no room just now", "I have asked Peter Lloyd");
        scheme.Peter.Sees("Hannah Cole");

        await scheme.Grace.PressesOn(toHannah, Verbs.AskAccept);
        scheme.Grace.Sees("The last place has just been filled");
        Assert.Single(scheme.Store.All<Cycle>());
        scheme.Amira.NeverSaw("Hannah");
        scheme.Hannah.NeverSaw("Amira");
    }

    [Fact, Trait("Requirement", "A-04")]
    public async Task Two_yeses_at_the_same_second_make_one_pair_and_the_other_head_moves_on()
    {
        var scheme = await TwoHeadsForOnePlaceAsync();
        var toAmira = scheme.Grace.Card(Verbs.AskAccept, on: "Amira Khan");
        var toHannah = scheme.Grace.Card(Verbs.AskAccept, on: "Hannah Cole");

        scheme.BeforeNextCommit = () => scheme.Grace.PressesOn(toHannah, Verbs.AskAccept);
        await scheme.Grace.PressesOn(toAmira, Verbs.AskAccept);

        var cycle = scheme.Only<Cycle>();
        Assert.Equal((Authority.Hannah.Id, Authority.Grace.Id), (cycle.Requester, cycle.Supporter));
        Assert.Equal(1, scheme.Store.All<SupporterProfile>().Single(profile => profile.Person == Authority.Grace.Id).ActiveCycles);
        scheme.Amira.Sees("Grace Obi has no room just now", "I have asked Peter Lloyd");
        scheme.Peter.Sees("Amira Khan");
        scheme.Amira.NeverSaw("Hannah");
        scheme.Hannah.NeverSaw("Amira");

        var before = scheme.Store.Rows;
        await scheme.Grace.PressesOn(toAmira, Verbs.AskAccept);
        await scheme.Grace.PressesOn(toHannah, Verbs.AskAccept);
        Assert.Equal(before, scheme.Store.Rows);
    }

    [Fact]
    public async Task With_room_for_two_both_heads_are_paired()
    {
        var scheme = new Scheme("2026-11-24T10:00", Authority.Supporter(Authority.Grace, capacity: 2));
        await scheme.Amira.AsksForSupport("Grace Obi");
        await scheme.Hannah.AsksForSupport("Grace Obi");
        await scheme.Grace.Presses(Verbs.AskAccept, on: "Amira Khan");
        await scheme.Grace.Presses(Verbs.AskAccept, on: "Hannah Cole");

        Assert.Equal(2, scheme.Store.All<Cycle>().Count());
    }

    [Fact, Trait("Requirement", "U-04")]
    public async Task A_conflict_moves_the_request_on_and_the_two_are_never_suggested_again()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.AsksForSupport("Peter Lloyd", "Grace Obi");
        await scheme.Peter.Presses(Verbs.AskConflict);
        scheme.Peter.Sees("Thank you for saying");
        scheme.Amira.Sees("Peter Lloyd has no room just now");
        scheme.Amira.NeverSaw("conflict with you");

        await scheme.Amira.Says("my request");
        await scheme.Amira.Presses(Verbs.RequestWithdraw);
        await scheme.Amira.DescribesWhatWouldHelp();
        scheme.Amira.Sees("6 people have time now");
        Assert.DoesNotContain(scheme.Amira.News, message => message.Text.Contains("Peter Lloyd", StringComparison.Ordinal));
    }

    [Fact, Trait("Requirement", "U-19")]
    public async Task A_pause_overtakes_what_else_was_asked_of_the_supporter()
    {
        var scheme = await TwoHeadsForOnePlaceAsync();
        await scheme.Grace.Presses(Verbs.AskDecline, on: "Amira Khan");
        await scheme.Grace.Fills(Verbs.AskDeclineSend, (InputIds.PauseUntil, "2027-01-11"));

        scheme.Amira.Sees("I have asked Peter Lloyd");
        scheme.Hannah.Sees("I have asked Peter Lloyd");
        Assert.DoesNotContain(scheme.Store.All<Ask>(), ask => ask.Supporter == Authority.Grace.Id && ask.IsOpen);
    }

    [Theory]
    [InlineData("2026-11-24")] // today
    [InlineData("2020-01-01")]
    [InlineData("in spring")]
    public async Task A_pause_until_no_later_day_is_asked_again_and_nothing_is_declined(string date)
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.AsksForSupport("Peter Lloyd");
        await scheme.Peter.Presses(Verbs.AskDecline);
        await scheme.Peter.Fills(Verbs.AskDeclineSend, (InputIds.PauseUntil, date));

        scheme.Peter.Sees("Please choose a day after today");
        Assert.Equal(AskState.Sent, scheme.Only<Ask>().State);
    }

    [Fact]
    public async Task Of_a_request_withdrawn_after_it_was_asked_the_supporter_hears_in_hours()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.AsksForSupport("Peter Lloyd");
        await scheme.MovesTo("2026-11-24T21:00");
        await scheme.Amira.Presses(Verbs.RequestWithdraw);
        scheme.Peter.SeesNothing();

        await scheme.MovesTo("2026-11-25T08:30");
        scheme.Peter.Sees("It has been withdrawn since");
        await scheme.Peter.Presses(Verbs.AskAccept);
        scheme.Peter.Sees("It has been withdrawn since");
        Assert.Empty(scheme.Store.All<Cycle>());
    }

    [Fact]
    public async Task A_supporter_who_got_full_over_the_weekend_is_not_asked_and_the_next_one_is()
    {
        var scheme = new Scheme("2026-11-21T19:05");
        await scheme.Amira.AsksForSupport("Peter Lloyd", "Grace Obi");
        var peter = scheme.Store.All<SupporterProfile>().Single(profile => profile.Person == Authority.Peter.Id);
        scheme.Store.Put(peter with { ActiveCycles = 1 });

        await scheme.MovesTo("2026-11-23T08:30");
        Assert.Empty(scheme.Peter.Messages);
        scheme.Grace.Sees("Amira Khan");
        scheme.Amira.Sees("Peter Lloyd has no room just now", "Grace Obi");
    }

    private static async Task<Scheme> TwoHeadsForOnePlaceAsync()
    {
        var scheme = new Scheme("2026-11-24T10:00", Authority.Supporter(Authority.Peter, capacity: 2));
        await scheme.Amira.AsksForSupport("Grace Obi", "Peter Lloyd");
        await scheme.Hannah.AsksForSupport("Grace Obi", "Peter Lloyd");
        return scheme;
    }
}
