using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Conflicts_of_interest
{
    [Fact, Trait("Requirement", "U-04")]
    public async Task Declared_by_the_head_it_holds_both_ways_round_for_good()
    {
        // Hannah is a supporter too; Peter asks for himself later.
        var scheme = new Scheme("2026-11-24T10:00", Authority.Supporter(Authority.Hannah));
        await scheme.Hannah.DescribesWhatWouldHelp();
        await AllPagesAsync(scheme.Hannah);
        await scheme.Hannah.Presses(Verbs.ConflictDeclare, on: "Peter Lloyd");
        scheme.Hannah.Sees("Nobody is told");
        scheme.Peter.SeesNothing();
        Assert.Empty(scheme.Store.Errands);
        Assert.Empty(scheme.Store.All<AuditEntry>());

        await scheme.MovesTo("2027-11-24T10:00");
        await scheme.Peter.DescribesWhatWouldHelp();
        await AllPagesAsync(scheme.Peter);
        scheme.Peter.NeverSaw("Hannah Cole");
        var seen = scheme.Hannah.Messages.Count;
        await scheme.Hannah.Says("start again");
        await scheme.Hannah.Fills(Verbs.SupportersShow, (InputIds.Area, "other"));
        await AllPagesAsync(scheme.Hannah);
        Assert.DoesNotContain(scheme.Hannah.Messages.Skip(seen), message => message.Text.StartsWith("Peter Lloyd", StringComparison.Ordinal));
    }

    [Fact, Trait("Requirement", "U-04"), Trait("Requirement", "A-03")]
    public async Task Declared_by_the_supporter_the_head_hears_of_no_room_and_the_two_never_meet_again_in_a_list()
    {
        var scheme = new Scheme("2026-11-24T10:00", Authority.Supporter(Authority.Amira));
        await scheme.Amira.AsksForSupport("Peter Lloyd");
        await scheme.Peter.Presses(Verbs.AskConflict);
        scheme.Peter.Sees("Thank you for saying", "Nobody is told why");
        scheme.Amira.Sees("No one has been able to say yes");
        scheme.Amira.NeverSaw("conflict of interest with you", "Peter Lloyd has a conflict");
        Assert.Equal(DeclineReason.Conflict, scheme.Only<Ask>().Reason);

        var seen = scheme.Amira.Messages.Count;
        await scheme.Amira.Says("support");
        await scheme.Amira.Fills(Verbs.SupportersShow, (InputIds.Area, "other"));
        await AllPagesAsync(scheme.Amira);
        Assert.DoesNotContain(scheme.Amira.Messages.Skip(seen), message => message.Text.StartsWith("Peter Lloyd", StringComparison.Ordinal));
        await scheme.Peter.DescribesWhatWouldHelp();
        await AllPagesAsync(scheme.Peter);
        Assert.DoesNotContain(scheme.Peter.Messages, message => message.Text.StartsWith("Amira Khan", StringComparison.Ordinal));
    }

    [Fact, Trait("Requirement", "U-21"), Trait("Requirement", "U-04")]
    public async Task Discovered_later_the_head_withdraws_without_a_reason_bars_the_pair_and_chooses_again()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var scheme = new Scheme("2026-11-24T10:00", cycle, Authority.Supporter(Authority.Grace, capacity: 2, active: 1));
        await scheme.Amira.Says("support");
        scheme.Amira.Sees("You have a cycle of peer support with Grace Obi");
        await scheme.Amira.Presses(Verbs.CycleWithdraw);
        var sure = scheme.Amira.Sees("Finish with Grace Obi?", "Nobody is told");
        Assert.Equal([InputIds.Bar], sure.Fields.Keys);
        await scheme.Amira.FillsOn(sure, Verbs.CycleWithdraw, (InputIds.Bar, "true"));
        await scheme.Amira.Presses(Verbs.RequestStart);
        await scheme.Amira.Fills(Verbs.SupportersShow, (InputIds.Area, "other"));
        scheme.Amira.Sees("6 people have time now");
        Assert.DoesNotContain(scheme.Amira.News, message => message.Text.StartsWith("Grace Obi", StringComparison.Ordinal));
        scheme.Grace.NeverSaw("suggested to each other");
    }

    [Fact, Trait("Requirement", "U-21")]
    public async Task Barring_the_pair_is_optional()
    {
        var scheme = new Scheme("2026-11-24T10:00", Given.Cycle(Authority.Amira, Authority.Grace), Authority.Supporter(Authority.Grace, active: 1));
        await scheme.Amira.Says("status");
        await scheme.Amira.Presses(Verbs.CycleWithdraw);
        await scheme.Amira.Presses(Verbs.CycleWithdraw, button: "Yes");
        await scheme.Amira.Presses(Verbs.RequestStart);
        await scheme.Amira.Fills(Verbs.SupportersShow, (InputIds.Area, "other"));
        scheme.Amira.Sees("7 people have time now");
    }

    [Fact, Trait("Requirement", "U-16")]
    public async Task A_head_with_a_cycle_may_finish_it_or_ask_the_coordinator()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var scheme = new Scheme(
            "2026-12-04T10:00", cycle, Given.Meeting(cycle, "2026-12-03T10:00", MeetingState.Held, initial: true))
        { Reference = Authority.Coordinated() };
        await scheme.Amira.Says("support");
        var card = scheme.Amira.Sees("You have a cycle of peer support with Grace Obi until", "Friday 28 May 2027");
        Assert.Contains(card.Buttons, button => button.Verb == Verbs.CycleWithdraw && button.Title == "Finish it");
        await scheme.Amira.Presses(Verbs.CoordinatorAsk, button: "Ask Sam Reid");
        scheme.Amira.Sees("Sam Reid is told", "sam.reid@council.example");
        await scheme.Amira.PressesOn(card, Verbs.CoordinatorAsk);
        Assert.Equal((TaskKind.Talk, Authority.Amira.Id), (scheme.Only<CoordinatorTask>().Kind, scheme.Only<CoordinatorTask>().Person!.Value));
    }

    [Fact, Trait("Requirement", "S2-09")]
    public async Task Only_the_head_says_what_it_is_about_and_the_supporter_has_no_way_to_change_it()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.AsksForSupport("Peter Lloyd");
        await scheme.Peter.Presses(Verbs.AskAccept);
        Assert.Equal("workload", scheme.Only<SupportRequest>().Area);
        var request = scheme.Only<SupportRequest>();
        Assert.DoesNotContain(scheme.Peter.Messages, message => message.Fields.ContainsKey(InputIds.Area) || message.Fields.ContainsKey(InputIds.Topic));
        foreach (var verb in new[] { Verbs.RequestSave, Verbs.SupportersShow, Verbs.RequestAgain, Verbs.RequestWithdraw })
        {
            await scheme.Peter.Forges($$"""{"verb":"{{verb}}","id":"{{request.Id}}","area":"finance"}""");
        }

        Assert.Equal(request, scheme.Only<SupportRequest>());
    }

    [Fact, Trait("Requirement", "S2-10")]
    public async Task All_benefits_of_the_definition_are_on_the_welcome()
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.Says("hi");
        Assert.Equal(4, Authority.Programme.Purpose.RequesterBenefits.Count);
        scheme.Amira.Sees([.. Authority.Programme.Purpose.RequesterBenefits]);
    }

    [Fact, Trait("Requirement", "S2-03")]
    public async Task About_says_what_the_scheme_is_for_and_links_what_the_configuration_gives_it()
    {
        var charter = new Contact(
            $"about-{Authority.Programme.Id}-charter", "Education staff wellbeing charter", "DfE", null, null, null, null, null, null, new("https://charter.example/"));
        var contacts = Authority.Reference.Contacts.Append(KeyValuePair.Create(charter.Key, charter)).ToDictionary();
        var scheme = new Scheme("2026-11-24T10:00") { Reference = Authority.Reference with { Contacts = contacts } };
        await scheme.Amira.Says("about");
        scheme.Amira.Sees("Support schools to implement the DfE education staff wellbeing charter", "NOSS", "Education staff wellbeing charter");
        Assert.Contains("https://charter.example/", scheme.Amira.News[0].Json, StringComparison.Ordinal);
    }

    private static async Task AllPagesAsync(Participant head)
    {
        while (head.News.Any(message => message.Buttons.Any(button => button.Verb == Verbs.SupportersMore)))
        {
            await head.Presses(Verbs.SupportersMore);
        }
    }
}
