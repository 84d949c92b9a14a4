using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class A_coordinators_gate
{
    [Fact, Trait("Requirement", "S2-17"), Trait("Requirement", "A-14")]
    public async Task Before_a_supporter_is_asked_the_coordinator_sees_the_request_without_what_it_is_about()
    {
        var scheme = await WaitingAsync();
        scheme.Amira.Sees("2026-001", "Sam Reid looks at each request before anyone is asked");
        Assert.Equal(Domain.Support.RequestState.Open, scheme.Only<SupportRequest>().State);
        Assert.Equal(TaskKind.Gate, scheme.Only<CoordinatorTask>().Kind);
        scheme.Peter.SeesNothing();
        scheme.Sam.Sees("Request 2026-001 waits for you", "Amira Khan", "Oakfield Primary", "1st choice: Peter Lloyd", "2nd choice: Grace Obi");
        scheme.Sam.NeverSaw(Ways.Note, "stretched", "workload");
    }

    [Fact, Trait("Requirement", "S2-40")]
    public async Task The_coordinator_hears_of_it_in_hours()
    {
        var scheme = await WaitingAsync("2026-11-21T19:05");
        Assert.Empty(scheme.Sam.Messages);
        await scheme.MovesTo("2026-11-23T08:30");
        scheme.Sam.Sees("waits for you");
    }

    [Fact, Trait("Requirement", "S2-17")]
    public async Task Go_on_asks_the_first_choice_and_tells_the_head()
    {
        var scheme = await WaitingAsync();
        await scheme.Sam.Presses(Verbs.GateGoOn);
        scheme.Sam.Sees("Request 2026-001 is answered");
        scheme.Peter.Sees("Amira Khan");
        scheme.Amira.Sees("I have asked Peter Lloyd just now");
        Assert.Equal(Domain.Support.RequestState.Asking, scheme.Only<SupportRequest>().State);
        Assert.False(scheme.Only<CoordinatorTask>().IsOpen);
        Assert.Contains(scheme.Store.All<AuditEntry>(), entry => (entry.Actor, entry.About, entry.Action) == (Authority.Sam.Id, Authority.Amira.Id, "gate.gone-on"));
    }

    [Fact]
    public async Task Talk_first_tells_the_head_and_keeps_the_request_waiting()
    {
        var scheme = await WaitingAsync();
        await scheme.Sam.Presses(Verbs.GateTalk);
        scheme.Sam.Sees("Talk first", "amira.khan@school.example");
        scheme.Amira.Sees("A word before it goes on", "Sam Reid", "sam.reid@council.example");
        Assert.True(scheme.Only<CoordinatorTask>().IsOpen);
        await scheme.Sam.Presses(Verbs.GateGoOn);
        scheme.Peter.Sees("Amira Khan");
    }

    [Fact]
    public async Task Not_this_one_is_told_kindly_with_somebody_to_talk_to_and_the_head_may_ask_again()
    {
        var scheme = await WaitingAsync();
        await scheme.Sam.Presses(Verbs.GateRefuse);
        scheme.Amira.Sees("Request 2026-001 does not go on", "nothing about you", "sam.reid@council.example");
        scheme.Peter.SeesNothing();
        Assert.Equal(Domain.Support.RequestState.Refused, scheme.Only<SupportRequest>().State);
        await scheme.Amira.Says("support");
        Assert.True(scheme.Amira.Has(Verbs.SupportersShow));
    }

    [Fact]
    public async Task A_request_withdrawn_while_it_waits_leaves_nothing_to_decide()
    {
        var scheme = await WaitingAsync();
        await scheme.Amira.Presses(Verbs.RequestWithdraw);
        await scheme.Sam.Presses(Verbs.GateGoOn);
        scheme.Sam.Sees("This card is out of date");
        scheme.Peter.SeesNothing();
        Assert.False(scheme.Only<CoordinatorTask>().IsOpen);
    }

    [Fact, Trait("Requirement", "U-09")]
    public async Task Only_a_coordinator_decides()
    {
        var scheme = await WaitingAsync();
        var id = scheme.Only<SupportRequest>().Id;
        foreach (var person in new[] { scheme.Amira, scheme.Peter, scheme.Hannah })
        {
            await person.Forges($$"""{"verb":"{{Verbs.GateGoOn}}","id":"{{id}}"}""");
            person.Sees("This card is for someone else");
        }

        Assert.Equal(Domain.Support.RequestState.Open, scheme.Only<SupportRequest>().State);
    }

    [Fact, Trait("Requirement", "S2-17"), Trait("Requirement", "A-03")]
    public async Task Before_the_introduction_a_yes_waits_and_both_hear_who_makes_first_contact_after_it()
    {
        var scheme = await SaidYesAsync();
        scheme.Peter.Sees("You said yes", "Sam Reid looks at it before you two are introduced");
        scheme.Sam.Sees("A peer supporter has said yes", "Amira Khan", "Has said yes: Peter Lloyd");
        scheme.Amira.SeesNothing();
        Assert.Empty(scheme.Store.All<Cycle>());
        await scheme.Amira.Says("status");
        scheme.Amira.Sees("being arranged by Sam Reid");

        await scheme.Sam.Presses(Verbs.GateGoOn);
        scheme.Amira.Sees("Peter Lloyd will make first contact");
        scheme.Peter.Sees("You make first contact", Ways.Note);
        Assert.Equal(Domain.Support.RequestState.Matched, scheme.Only<SupportRequest>().State);
        Assert.Equal(1, ProfileOf(scheme, Authority.Peter).ActiveCycles);
    }

    [Fact]
    public async Task A_pair_that_is_not_introduced_frees_the_place_and_the_next_choice_is_asked()
    {
        var scheme = await SaidYesAsync();
        await scheme.Sam.Presses(Verbs.GateRefuse);
        scheme.Peter.Sees("will not be introduced this time", "Your place is free again");
        scheme.Amira.Sees("Peter Lloyd has no room just now", "I have asked Grace Obi");
        Assert.Equal(0, ProfileOf(scheme, Authority.Peter).ActiveCycles);

        await scheme.Grace.Presses(Verbs.AskAccept);
        scheme.Sam.Sees("Has said yes: Grace Obi");
        await scheme.Sam.Presses(Verbs.GateGoOn);
        Assert.Equal(Authority.Grace.Id, scheme.Only<Cycle>().Supporter);
    }

    [Fact]
    public async Task A_head_who_withdraws_before_the_introduction_frees_the_place()
    {
        var scheme = await SaidYesAsync();
        await scheme.Amira.Presses(Verbs.RequestWithdraw);
        scheme.Peter.Sees("will not be introduced this time");
        Assert.Equal(0, ProfileOf(scheme, Authority.Peter).ActiveCycles);
        await scheme.Sam.Presses(Verbs.GateGoOn);
        scheme.Sam.Sees("This card is out of date");
        Assert.Empty(scheme.Store.All<Cycle>());
    }

    [Fact, Trait("Requirement", "S2-25")]
    public async Task A_supporter_who_has_left_since_their_yes_is_introduced_to_nobody()
    {
        var scheme = await SaidYesAsync();
        await scheme.Does(turn => new LookAfterSupporter(turn).LeaveAsync(Authority.Peter.Id, Authority.Programme));
        await scheme.Sam.Presses(Verbs.GateGoOn);
        scheme.Sam.Sees("It does not go on like this");
        Assert.Empty(scheme.Store.All<Cycle>());
        scheme.Amira.Sees("I have asked Grace Obi");
    }

    private static SupporterProfile ProfileOf(Scheme scheme, Person person) => scheme.Store.All<SupporterProfile>().Single(profile => profile.Person == person.Id);

    private static async Task<Scheme> WaitingAsync(string now = "2026-11-24T10:00")
    {
        var scheme = new Scheme(now) { Reference = Authority.Coordinated(CoordinatorApproval.BeforeSupporterAsked) };
        await scheme.Amira.AsksForSupport("Peter Lloyd", "Grace Obi");
        return scheme;
    }

    private static async Task<Scheme> SaidYesAsync()
    {
        var scheme = new Scheme("2026-11-24T10:00") { Reference = Authority.Coordinated(CoordinatorApproval.BeforeIntroduction) };
        await scheme.Amira.AsksForSupport("Peter Lloyd", "Grace Obi");
        await scheme.Peter.Presses(Verbs.AskAccept);
        return scheme;
    }
}
