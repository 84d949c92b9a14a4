using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Dialogs.Tests.Groups;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

/// <summary>Somebody holds two roles of one scheme: nobody is matched with themself, nobody decides about themself, and each home leads to the other.</summary>
public sealed class Two_roles_in_one_person
{
    [Fact, Trait("Requirement", "S2-13"), Trait("Requirement", "U-04")]
    public async Task A_coordinator_who_asks_and_supports_is_never_offered_to_themself()
    {
        var scheme = new Scheme("2026-11-24T10:00", Authority.Supporter(Authority.Amira)) { Reference = Coordinators(CoordinatorApproval.None, Authority.Sam, Authority.Amira) };
        await scheme.Amira.AsksForSupport("Peter Lloyd");
        scheme.Amira.NeverSaw("Background of Amira");
        Assert.DoesNotContain(scheme.Only<SupportRequest>().Preferences, one => one == Authority.Amira.Id);
    }

    [Fact, Trait("Requirement", "S2-17")]
    public async Task A_coordinators_own_request_waits_for_another_coordinator()
    {
        var scheme = new Scheme("2026-11-24T10:00") { Reference = Coordinators(CoordinatorApproval.BeforeSupporterAsked, Authority.Sam, Authority.Amira) };
        await scheme.Amira.AsksForSupport("Peter Lloyd");
        Assert.False(scheme.Amira.Has(Verbs.GateGoOn));
        await scheme.Amira.Forges($$"""{"verb":"{{Verbs.GateGoOn}}","id":"{{scheme.Only<SupportRequest>().Id}}","version":0,"nonce":"n"}""");
        scheme.Amira.Sees("Not for yourself", "Nobody decides about their own request");
        scheme.Peter.SeesNothing();
        await scheme.Sam.Presses(Verbs.GateGoOn);
        scheme.Peter.Sees("Amira Khan");
    }

    [Theory, Trait("Requirement", "S2-17")]
    [InlineData(CoordinatorApproval.BeforeSupporterAsked)]
    [InlineData(CoordinatorApproval.BeforeIntroduction)]
    public async Task Where_nobody_else_coordinates_the_request_does_not_wait_for_a_yes_to_oneself(CoordinatorApproval approval)
    {
        var scheme = new Scheme("2026-11-24T10:00") { Reference = Coordinators(approval, Authority.Amira) };
        await scheme.Amira.AsksForSupport("Peter Lloyd");
        scheme.Peter.Sees("Amira Khan");
        await scheme.Peter.Presses(Verbs.AskAccept);
        Assert.Equal(CycleState.Active, scheme.Only<Cycle>().State);
        Assert.DoesNotContain(scheme.Store.All<CoordinatorTask>(), task => task.IsOpen);
    }

    [Fact, Trait("Requirement", "S2-17")]
    public async Task A_supporter_who_coordinates_does_not_introduce_themself()
    {
        var scheme = new Scheme("2026-11-24T10:00") { Reference = Coordinators(CoordinatorApproval.BeforeIntroduction, Authority.Sam, Authority.Peter) };
        await scheme.Amira.AsksForSupport("Peter Lloyd");
        await scheme.Peter.Presses(Verbs.AskAccept);
        await scheme.Peter.Forges($$"""{"verb":"{{Verbs.GateGoOn}}","id":"{{scheme.Only<SupportRequest>().Id}}","version":0,"nonce":"n"}""");
        scheme.Peter.Sees("Not for yourself");
        Assert.Empty(scheme.Store.All<Cycle>());
        await scheme.Sam.Presses(Verbs.GateGoOn);
        Assert.Single(scheme.Store.All<Cycle>());
    }

    [Fact, Trait("Requirement", "S2-21")]
    public async Task Nobody_gives_more_time_to_a_cycle_of_their_own()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace) with
        {
            State = CycleState.Review,
            Review = new CycleReview(
                SchoolTime.At("2026-11-20T10:00"),
                new Dictionary<string, ReviewWish> { [Authority.Amira.Id.Value] = ReviewWish.Extend, [Authority.Grace.Id.Value] = ReviewWish.Extend }, WaitsForCoordinator: true),
        };
        var scheme = new Scheme("2026-11-24T10:00", cycle, Authority.Supporter(Authority.Grace, active: 1)) { Reference = Coordinators(CoordinatorApproval.None, Authority.Sam, Authority.Grace) };
        await scheme.Grace.Forges($$"""{"verb":"{{Verbs.ExtensionAgree}}","id":"{{cycle.Id}}","version":0,"nonce":"n"}""");
        scheme.Grace.Sees("Not for yourself", "Nobody decides about more time for themselves");
        Assert.Null(scheme.Only<Cycle>().Extension);
    }

    [Fact, Trait("Requirement", "S2-42"), Trait("Requirement", "S2-05")]
    public async Task The_homes_of_a_coordinator_who_supports_lead_to_each_other()
    {
        var scheme = new Scheme("2026-11-24T10:00") { Reference = Coordinators(CoordinatorApproval.None, Authority.Sam, Authority.Peter) };
        await scheme.Peter.Says("hello");
        scheme.Peter.Sees("My own part");
        await scheme.Peter.Presses(Verbs.StatusShow);
        scheme.Peter.Sees("Where things stand", "Look after the scheme");
        await scheme.Peter.Says("my support");
        await scheme.Peter.Presses(Verbs.CoordinatorHome, on: "Your support for others");
        scheme.Peter.Sees("where things stand");

        await scheme.Sam.Says("home");
        Assert.False(scheme.Sam.Has(Verbs.StatusShow));
    }

    [Fact, Trait("Requirement", "S1-01"), Trait("Requirement", "S1-17")]
    public async Task A_facilitator_who_coaches_brings_others_together_and_is_no_partner_of_their_own()
    {
        var coach = Faculties.Coach(Faculties.Noor);
        var scheme = new Scheme("2026-11-24T10:00", [Faculties.WattleCreek, Faculties.Noor, Faculties.Maria, Faculties.Tom, Faculties.Coach(Faculties.Tom), coach])
        {
            Reference = Faculties.Reference with
            {
                Roles = [new RoleHolders("peer-coaching", ProgrammeRoles.Facilitator, [Faculties.Noor.Id, Faculties.Maria.Id])],
            },
            IsContactTime = (_, _) => true,
        };
        var noor = scheme.Of(Faculties.Noor);
        await noor.Says("hello");
        noor.Sees("My own part");
        await noor.Presses(Verbs.StatusShow);
        await noor.Presses(Verbs.RequestStart);
        await noor.Fills(Verbs.AssignAsk, (InputIds.Understood, "true"));
        var request = scheme.Only<SupportRequest>();
        foreach (var supporter in new[] { Faculties.Noor, Faculties.Tom })
        {
            var answer = await scheme.Does(turn => new AssignSupporter(turn).AssignAsync(Faculties.Noor.Id, request.Id, supporter.Id));
            Assert.IsType<Assigning.Own>(answer);
        }

        Assert.IsType<Assigning.NotFree>(await scheme.Does(turn => new AssignSupporter(turn).AssignAsync(Faculties.Maria.Id, request.Id, Faculties.Noor.Id)));
        Assert.IsType<Assigning.Paired>(await scheme.Does(turn => new AssignSupporter(turn).AssignAsync(Faculties.Maria.Id, request.Id, Faculties.Tom.Id)));
    }

    [Fact, Trait("Requirement", "S4-04")]
    public async Task A_lead_who_is_a_member_sees_both_their_groups_and_the_one_they_are_in()
    {
        var (group, cycle) = Learning.Running("A", Learning.Nia, Learning.Cleo, Learning.Dev);
        var scheme = LearningScheme.At("2026-11-24T09:00", group, cycle);
        var nia = scheme.Of(Learning.Nia);
        await nia.Says("groups");
        nia.Sees("Your groups", "Groups I am in");
        await nia.Presses(Verbs.StatusShow);
        nia.Sees("Where things stand", "Cleo Vance and Dev Anand");
    }

    private static Domain.Reference Coordinators(CoordinatorApproval approval, params Person[] people) => Authority.Coordinated(approval) with
    {
        Roles = [new RoleHolders(Authority.Programme.Id, ProgrammeRoles.Coordinator, [.. people.Select(person => person.Id)])],
    };
}
