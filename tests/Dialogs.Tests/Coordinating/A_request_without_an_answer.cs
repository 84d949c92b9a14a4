using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Coordinating;

public sealed class A_request_without_an_answer
{
    [Fact, Trait("Requirement", "U-02"), Trait("Requirement", "S2-05")]
    public async Task Shows_who_is_asked_how_long_it_waits_and_who_would_be_next_and_never_a_reason()
    {
        var (scheme, _) = await OpenedAsync(AskState.Sent);
        scheme.Sam.Sees(
            "Request 2026-014", "Asked for by: Amira Khan, Oakfield Primary", "Waited: 6 working days",
            "Asked now: Peter Lloyd, until Monday 30 November 2026, 5.30pm", "Next choice: Grace Obi");
        scheme.Sam.NeverSaw("workload", "no time", "NoTime", "conflict");
    }

    [Fact, Trait("Requirement", "U-02")]
    public async Task Remind_writes_to_whoever_is_asked()
    {
        var (scheme, card) = await OpenedAsync(AskState.Sent);
        await scheme.Sam.PressesOn(card, Verbs.UnansweredRemind);
        scheme.Sam.Sees("Request 2026-014", "I am reminding whoever is asked now.");
        scheme.Peter.Sees("Amira Khan");
    }

    [Fact, Trait("Requirement", "U-02")]
    public async Task Ask_next_choice_lets_the_first_go_and_tells_nobody_why()
    {
        var (scheme, card) = await OpenedAsync(AskState.Sent);
        await scheme.Sam.PressesOn(card, Verbs.UnansweredNext);
        scheme.Sam.Sees("I have asked the next choice.");
        scheme.Grace.Sees("Amira Khan");
        scheme.Amira.Sees("Peter Lloyd has no room just now");
        Assert.Equal(AskState.Overtaken, scheme.Store.All<Ask>().Single(ask => ask.Supporter == Authority.Peter.Id).State);
    }

    [Fact, Trait("Requirement", "U-02")]
    public async Task Suggest_others_goes_to_whoever_asked()
    {
        var (scheme, card) = await OpenedAsync(AskState.Sent);
        await scheme.Sam.PressesOn(card, Verbs.UnansweredSuggest);
        scheme.Sam.Sees("gets the profiles of those who are free");
        Assert.True(scheme.Only<SupportRequest>().OthersSuggested);
    }

    [Fact, Trait("Requirement", "U-02"), Trait("Requirement", "S0-01")]
    public async Task Where_people_name_a_colleague_there_are_no_profiles_to_suggest()
    {
        var request = Given.Request(Scotland.Kirsty, preferences: [Scotland.Morag]) with { Programme = Scotland.Programme(Scotland.MiddleLeaders).Key };
        var scheme = new Scheme("2026-12-09T09:00", [.. Scotland.Everyone(), request, Given.Ask(request, Scotland.Morag)]) { Reference = Scotland.Reference };
        var una = scheme.Of(Scotland.Team);
        await una.Says("requests");
        await una.Presses(Verbs.CoordinatorRequest);
        una.Sees("Request 2026-014", "Kirsty Bain");
        Assert.False(una.Has(Verbs.UnansweredSuggest));

        await una.Forges($$"""{"verb":"{{Verbs.UnansweredSuggest}}","id":"{{request.Id}}","version":0,"nonce":"n"}""");
        una.Sees("Nobody chooses from profiles in this scheme", "sent none");
        Assert.False(scheme.Only<SupportRequest>().OthersSuggested);
        Assert.Empty(scheme.Of(Scotland.Kirsty).Messages);
    }

    [Fact, Trait("Requirement", "S2-05")]
    public async Task Talk_shows_how_to_reach_them_at_work_and_sends_nothing()
    {
        var (scheme, card) = await OpenedAsync(AskState.Sent);
        await scheme.Sam.PressesOn(card, Verbs.UnansweredTalk);
        scheme.Sam.Sees("Amira Khan", "amira.khan@school.example");
        Assert.Contains(scheme.Store.All<AuditEntry>(), entry => entry.About == Authority.Amira.Id && entry.Action == "request.acted-on");
        scheme.Amira.SeesNothing();
    }

    [Fact, Trait("Requirement", "U-08")]
    public async Task A_request_that_was_answered_since_is_out_of_date()
    {
        var (scheme, card) = await OpenedAsync(AskState.Sent);
        await scheme.Peter.Forges($$"""{"verb":"ask.accept","id":"{{scheme.Only<Ask>().Id}}","version":1}""");
        foreach (var verb in new[] { Verbs.UnansweredRemind, Verbs.UnansweredNext, Verbs.UnansweredSuggest, Verbs.UnansweredTalk })
        {
            await scheme.Sam.PressesOn(card, verb);
            scheme.Sam.Sees("Show what I can do now");
        }
    }

    private static async Task<(Scheme Scheme, Message Card)> OpenedAsync(AskState state)
    {
        var request = Given.Request(Authority.Amira, preferences: [Authority.Peter, Authority.Grace]);
        var scheme = new Scheme("2026-11-30T09:00", request, Given.Ask(request, Authority.Peter, state) with { Reason = DeclineReason.NoTime });
        await scheme.Sam.Says("requests");
        await scheme.Sam.Presses(Verbs.CoordinatorRequest);
        return (scheme, scheme.Sam.Messages[^1]);
    }
}
