using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class When_nobody_is_free
{
    private static readonly SupporterProfile[] AllFull = [.. Authority.Everyone().OfType<SupporterProfile>().Select(profile => profile with { ActiveCycles = 1 })];

    [Fact, Trait("Requirement", "U-01"), Trait("Requirement", "S2-04")]
    public async Task The_request_is_kept_with_a_number_and_goes_to_the_coordinator_without_a_position()
    {
        var scheme = new Scheme("2026-11-21T19:05", AllFull);
        await scheme.Amira.DescribesWhatWouldHelp();
        scheme.Amira.Sees("No peer supporter is free just now");
        await scheme.Amira.Presses(Verbs.RequestWait);

        scheme.Amira.Sees("2026-001", "I keep your request and tell you");
        scheme.Amira.NeverSaw("position", "queue", "in line");
        var request = scheme.Only<SupportRequest>();
        Assert.Equal(Domain.Support.RequestState.Open, request.State);
        var task = scheme.Only<CoordinatorTask>();
        Assert.Equal((TaskKind.Unmatched, request.Id.ToString(), Authority.Amira.Id), (task.Kind, task.Subject, task.Person!.Value));
        Assert.Empty(scheme.Store.All<Ask>());
        await scheme.Amira.Says("status");
        scheme.Amira.Sees("kept; I tell you when someone is free");
    }

    [Fact, Trait("Requirement", "U-01"), Trait("Requirement", "S2-40")]
    public async Task The_head_is_told_in_hours_when_a_supporter_becomes_free_and_goes_on_under_the_same_number()
    {
        var scheme = await KeptAsync();
        await scheme.MovesTo("2026-11-24T18:00");
        scheme.Amira.SeesNothing();
        scheme.Store.Put(Authority.Supporter(Authority.Grace));
        await scheme.MovesTo("2026-11-25T08:29");
        scheme.Amira.SeesNothing();
        await scheme.MovesTo("2026-11-25T09:30");
        scheme.Amira.Sees("Someone is free now", "2026-001");
        Assert.Single(scheme.Amira.News);
        await scheme.MovesTo("2026-11-26T12:00");
        scheme.Amira.SeesNothing();

        await scheme.Amira.Presses(Verbs.RequestAgain);
        await scheme.Amira.Presses(Verbs.PreferenceAdd, on: "Grace Obi");
        await scheme.Amira.Presses(Verbs.RequestReview);
        await scheme.Amira.Fills(Verbs.RequestSend, (InputIds.Understood, "true"));
        scheme.Amira.Sees("2026-001");
        scheme.Grace.Sees("Amira Khan", "Workload and well-being");
        await scheme.Grace.Presses(Verbs.AskAccept);
        scheme.Grace.Sees(Ways.Note);
        Assert.Single(scheme.Store.All<SupportRequest>());
        Assert.False(scheme.Store.All<CoordinatorTask>().Single(task => task.Kind == TaskKind.Unmatched).IsOpen);
    }

    [Fact, Trait("Requirement", "U-01")]
    public async Task A_kept_request_can_be_withdrawn_and_is_then_told_nothing()
    {
        var scheme = await KeptAsync();
        await scheme.Amira.Presses(Verbs.RequestWithdraw);
        scheme.Amira.Sees("Request 2026-001 is withdrawn");
        scheme.Store.Put(Authority.Supporter(Authority.Grace));
        await scheme.MovesTo("2026-12-01T12:00");
        scheme.Amira.SeesNothing();
        Assert.False(scheme.Only<CoordinatorTask>().IsOpen);
    }

    [Fact, Trait("Requirement", "U-01")]
    public async Task Who_looks_too_late_can_ask_to_be_told_again_and_there_is_one_request()
    {
        var scheme = await KeptAsync();
        scheme.Store.Put(Authority.Supporter(Authority.Grace));
        await scheme.MovesTo("2026-11-25T10:00");
        scheme.Store.Put(Authority.Supporter(Authority.Grace, active: 1));
        await scheme.Amira.Presses(Verbs.RequestAgain);
        scheme.Amira.Sees("Nobody is free just now");
        await scheme.Amira.Presses(Verbs.RequestWait);
        scheme.Amira.Sees("2026-001");
        scheme.Store.Put(Authority.Supporter(Authority.Peter));
        await scheme.MovesTo("2026-11-26T10:00");
        scheme.Amira.Sees("Someone is free now");
        Assert.Single(scheme.Amira.News);
        Assert.Single(scheme.Store.All<SupportRequest>());
    }

    [Theory, Trait("Requirement", "U-01")]
    [InlineData(Verbs.OtherHelpShow, "NOSS")]
    [InlineData(Verbs.RequestCancel, "Nothing was sent")]
    public async Task There_is_other_help_and_a_way_out(string verb, string sees)
    {
        var scheme = new Scheme("2026-11-24T10:00", AllFull);
        await scheme.Amira.DescribesWhatWouldHelp();
        await scheme.Amira.Presses(verb);
        scheme.Amira.Sees(sees);
        Assert.Empty(scheme.Store.All<SupportRequest>());
    }

    [Fact, Trait("Requirement", "U-02")]
    public async Task When_all_decline_the_coordinator_has_it_and_the_head_hears_within_the_same_window_and_may_choose_again()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.AsksForSupport("Peter Lloyd", "Grace Obi");
        await DeclineAsync(scheme.Peter);
        await DeclineAsync(scheme.Grace);

        var card = scheme.Amira.Sees("Nobody has been able to say yes yet", "2026-001", "no reflection on you", "Sam Reid");
        Assert.Equal(scheme.Now, card.At);
        var task = scheme.Only<CoordinatorTask>();
        Assert.Equal((TaskKind.Unmatched, scheme.Only<SupportRequest>().Id.ToString()), (task.Kind, task.Subject));

        // Those who were asked are not offered again from here; from "support" everybody who is free is.
        await scheme.Amira.Presses(Verbs.RequestAgain);
        scheme.Amira.Sees("5 people have time now");
        await scheme.Amira.Presses(Verbs.PreferenceAdd, on: "Tom Ward");
        await scheme.Amira.Presses(Verbs.RequestReview);
        await scheme.Amira.Fills(Verbs.RequestSend, (InputIds.Understood, "true"));
        scheme.Of(Authority.MoreSupporters[0]).Sees("Amira Khan");
        Assert.False(scheme.Only<CoordinatorTask>().IsOpen);
    }

    [Fact, Trait("Requirement", "U-02")]
    public async Task When_all_lapse_the_head_hears_on_the_morning_after_the_last()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.AsksForSupport("Peter Lloyd");
        await scheme.MovesTo("2026-12-02T08:30");

        scheme.Amira.Sees("Nobody has been able to say yes yet");
        Assert.Equal(TaskKind.Unmatched, scheme.Only<CoordinatorTask>().Kind);
    }

    [Fact, Trait("Requirement", "U-19")]
    public async Task A_supporter_who_pauses_is_not_waited_for_by_anyone_they_were_asked_by()
    {
        var scheme = new Scheme("2026-11-24T10:00", Authority.Supporter(Authority.Grace, capacity: 2));
        await scheme.Amira.AsksForSupport("Grace Obi", "Peter Lloyd");
        await scheme.Hannah.AsksForSupport("Grace Obi", "Peter Lloyd");
        await scheme.Grace.Presses(Verbs.AskDecline, on: "Amira Khan");
        await scheme.Grace.Fills(Verbs.AskDeclineSend, (InputIds.PauseUntil, "2027-02-01"));

        scheme.Amira.Sees("Grace Obi has no room just now", "I have asked Peter Lloyd");
        scheme.Hannah.Sees("Grace Obi has no room just now", "I have asked Peter Lloyd");
        await scheme.Grace.Presses(Verbs.AskAccept, on: "Hannah Cole");
        scheme.Grace.Sees("This card is out of date", "Things have moved on");
        Assert.Empty(scheme.Store.All<Cycle>());
    }

    [Fact, Trait("Requirement", "U-02"), Trait("Requirement", "A-03")]
    public async Task Others_suggested_by_the_coordinator_come_as_profiles_to_choose_from_and_nobody_says_who_said_no()
    {
        var scheme = new Scheme("2026-11-24T10:00") { Reference = Authority.Coordinated() };
        await scheme.Amira.AsksForSupport("Peter Lloyd");
        await scheme.Peter.Presses(Verbs.AskDecline);
        await scheme.Peter.Fills(Verbs.AskDeclineSend, (InputIds.Reason, "not-my-area"));
        await SuggestAsync(scheme);

        scheme.Amira.Sees("Sam Reid has looked at your request 2026-001 with me");
        scheme.Amira.Sees("6 people have time now");
        await scheme.Amira.Presses(Verbs.PreferenceAdd, on: "Grace Obi");
        await scheme.Amira.Presses(Verbs.RequestReview);
        await scheme.Amira.Fills(Verbs.RequestSend, (InputIds.Understood, "true"));
        scheme.Grace.Sees("Amira Khan", "Workload and well-being");
        scheme.Amira.NeverSaw("not my area", "declined", "said no");
        await scheme.Grace.Presses(Verbs.AskAccept);
        scheme.Grace.Sees(Ways.Note);
    }

    [Fact, Trait("Requirement", "U-02")]
    public async Task An_ask_that_still_runs_goes_on_until_the_head_chooses_somebody_else()
    {
        var scheme = new Scheme("2026-11-24T10:00") { Reference = Authority.Coordinated() };
        await scheme.Amira.AsksForSupport("Peter Lloyd");
        await SuggestAsync(scheme);
        Assert.Equal(AskState.Sent, scheme.Only<Ask>().State);
        await scheme.Amira.Presses(Verbs.PreferenceAdd, on: "Grace Obi");
        await scheme.Amira.Presses(Verbs.RequestReview);
        await scheme.Amira.Fills(Verbs.RequestSend, (InputIds.Understood, "true"));

        scheme.Peter.Sees("This card is out of date", "It has been withdrawn");
        scheme.Grace.Sees("Amira Khan");
        await scheme.Peter.Presses(Verbs.AskAccept);
        Assert.Empty(scheme.Store.All<Cycle>());
    }

    private static async Task SuggestAsync(Scheme scheme)
    {
        var stores = scheme.Store.Begin(scheme.Now);
        Assert.IsType<UnansweredStep.Taken>(
            await new Unanswered(new Domain.Turn(stores, scheme.Reference, scheme.Calendar, scheme.Now)).SuggestOthersAsync(Authority.Sam.Id, scheme.Only<SupportRequest>().Id));
        Assert.True(stores.Commit());
        await scheme.MovesTo(SchoolTime.Written(scheme.Now));
    }

    private static async Task<Scheme> KeptAsync()
    {
        var scheme = new Scheme("2026-11-24T10:00", AllFull);
        await scheme.Amira.DescribesWhatWouldHelp();
        await scheme.Amira.Presses(Verbs.RequestWait);
        return scheme;
    }

    private static async Task DeclineAsync(Participant supporter)
    {
        await supporter.Presses(Verbs.AskDecline);
        await supporter.Presses(Verbs.AskDeclineSend);
    }
}
