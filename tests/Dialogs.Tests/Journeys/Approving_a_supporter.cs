using NodaTime;
using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Approving_a_supporter
{
    private static readonly Person Hannah = Authority.Hannah;

    private static readonly string[] SixAreas =
        ["leadership-governance", "curriculum-teaching", "achievement", "attendance-behaviour", "personal-development", "inclusion"];

    [Fact]
    [Trait("Requirement", "S2-24")]
    [Trait("Requirement", "S2-29")]
    [Trait("Requirement", "A-16")]
    public async Task Three_of_four_criteria_are_not_enough()
    {
        var (scheme, sam) = await OpenedAsync(Volunteers.Good);
        await sam.Fills(Verbs.ApprovalApprove);

        sam.Sees("All of the criteria are needed together", "A proven track record of excellent coaching or mentoring skills");
        Assert.Equal(SupporterState.Interested, Profile(scheme).State);
        Assert.True(scheme.Only<CoordinatorTask>().IsOpen);
    }

    [Fact]
    [Trait("Requirement", "S2-27")]
    [Trait("Requirement", "A-16")]
    public async Task A_report_card_is_for_the_coordinator_to_decide_with_a_reason_that_is_recorded()
    {
        var (scheme, sam) = await OpenedAsync(inspection: null);
        sam.Sees("Nothing is recorded yet");
        await sam.Fills(Verbs.ApprovalApprove, ("track-record", "true"));
        sam.Sees("Please record the last inspection first");
        await RecordAsync(sam, "Report card", [.. SixAreas.Select(area => (area, "expected-standard")), (InputIds.Safeguarding, "met")]);
        sam.Sees(
            "coordinator decides", "Leadership and governance", "Inclusion", "Safeguarding", "Suggested local rule", "This school meets it",
            "The table leaves this to you");

        await sam.Fills(Verbs.ApprovalApprove, ("track-record", "true"), (InputIds.Decision, "met"));
        sam.Sees("Please give a reason");
        Assert.Equal(SupporterState.Interested, Profile(scheme).State);
        await sam.Fills(Verbs.ApprovalApprove, ("track-record", "true"), (InputIds.Decision, "met"), (InputIds.DecisionReason, "All areas at the standard, ring 07700 900123"));
        sam.Sees("Please leave out phone numbers");
        await sam.Fills(Verbs.ApprovalApprove, ("track-record", "true"), (InputIds.Decision, "met"), (InputIds.DecisionReason, "All areas at the standard"));

        sam.Sees("Approved for training");
        var record = scheme.Only<SupporterApplication>().Inspection!;
        Assert.Equal(
            (InspectionDecision.Met, Authority.Sam.Id, new LocalDate(2026, 11, 24), "All areas at the standard", (LocalDate?)new LocalDate(2027, 11, 24)),
            (record.Decision, record.DecidedBy, record.DecidedOn, record.Reason, record.RecheckOn));
        Assert.Equal(SupporterState.CriteriaChecked, Profile(scheme).State);
        scheme.Hannah.NeverSaw("All areas at the standard");
    }

    [Theory]
    [Trait("Requirement", "S2-27")]
    [InlineData("urgent-improvement", "met")]
    [InlineData("expected-standard", "not-met")]
    public async Task Urgent_improvement_or_safeguarding_not_met_cannot_be_approved(string grade, string safeguarding)
    {
        var (scheme, sam) = await OpenedAsync(inspection: null);
        await RecordAsync(sam, "Report card", [.. SixAreas.Select(area => (area, area == "inclusion" ? grade : "strong-standard")), (InputIds.Safeguarding, safeguarding)]);
        sam.Sees("The scheme’s table says: not met");
        await sam.Fills(Verbs.ApprovalApprove, ("track-record", "true"));

        sam.Sees("All of the criteria are needed together", "Current school judged good or better");
        Assert.Equal(SupporterState.Interested, Profile(scheme).State);
    }

    [Fact]
    [Trait("Requirement", "S2-27")]
    public async Task Of_four_mixed_grades_leadership_is_shown_first_and_the_coordinator_decides()
    {
        var (_, sam) = await OpenedAsync(inspection: null);
        await RecordAsync(
            sam, "Four key judgements", ("leadership", "requires-improvement"), ("quality", "good"), ("behaviour", "outstanding"), ("development", "good"));

        var card = sam.Sees("coordinator decides", "requires improvement");
        Assert.True(card.Text.IndexOf("Leadership and management", StringComparison.Ordinal) < card.Text.IndexOf("Quality of education", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "S2-27")]
    public async Task A_grade_that_is_missing_and_a_date_to_come_are_asked_for_again()
    {
        var (scheme, sam) = await OpenedAsync(inspection: null);
        await RecordAsync(sam, "Four key judgements", ("leadership", "good"));
        sam.Sees("Something is missing");
        await sam.Fills(Verbs.ApprovalInspectionSave, (InputIds.Date, "2027-05-12"));
        sam.Sees("Please check the dates");
        Assert.Null(scheme.Only<SupporterApplication>().Inspection);
    }

    [Theory]
    [Trait("Requirement", "S2-40")]
    [InlineData(Verbs.ApprovalNotYet, "Thank you, one more step")]
    [InlineData(Verbs.ApprovalRefuse, "Thank you for offering")]
    public async Task The_volunteer_hears_of_it_kindly_and_in_hours(string verb, string words)
    {
        var (scheme, sam) = await OpenedAsync(Volunteers.Good, "2026-11-24T18:30");
        await sam.Presses(verb);
        if (verb == Verbs.ApprovalRefuse)
        {
            sam.Sees("Are you sure?");
            await sam.Presses(verb);
        }

        scheme.Hannah.SeesNothing();
        await scheme.MovesTo("2026-11-25T08:30");
        scheme.Hannah.Sees(words, "Sam Reid");
        Assert.Equal(verb == Verbs.ApprovalRefuse ? SupporterState.Left : SupporterState.Interested, Profile(scheme).State);
    }

    [Fact]
    public async Task Whoever_was_asked_for_more_can_send_it_again()
    {
        var (scheme, sam) = await OpenedAsync(Volunteers.Good);
        await sam.Presses(Verbs.ApprovalNotYet);
        await scheme.Hannah.Presses(Verbs.SupporterCriteria);
        await scheme.Hannah.Fills(Verbs.SupporterSend);

        scheme.Hannah.Sees("It is sent");
        await sam.Says("approvals");
        sam.Sees("Hannah Cole");
    }

    [Fact]
    public async Task An_answer_that_was_given_already_is_not_given_twice()
    {
        var (scheme, sam) = await OpenedAsync(Volunteers.Good);
        var card = sam.Card(Verbs.ApprovalApprove);
        await sam.FillsOn(card, Verbs.ApprovalApprove, ("track-record", "true"));
        var rows = scheme.Store.Rows;
        await sam.PressesOn(card, Verbs.ApprovalNotYet);

        sam.Sees("has changed");
        Assert.Equal(rows, scheme.Store.Rows);
    }

    [Fact]
    public async Task Nobody_but_a_coordinator_sees_a_volunteer_by_any_word_or_button()
    {
        var scheme = Volunteers.Scheme("2026-11-24T10:00", Volunteers.Waiting(Hannah, Volunteers.Good));
        await scheme.Amira.Says("approvals");
        await scheme.Amira.Forges($$"""{"verb":"{{Verbs.ApprovalOpen}}","id":"{{RequestCards.KeyOf(Hannah.Id)}}","version":0,"nonce":"a"}""");

        scheme.Amira.Sees("This card is for someone else");
        scheme.Amira.NeverSaw("Hannah", "Ruth Ellis");
        Assert.Empty(scheme.Store.All<AuditEntry>());
    }

    [Fact]
    public async Task A_coordinator_who_volunteers_is_decided_on_by_somebody_else()
    {
        var scheme = Volunteers.Scheme("2026-11-24T10:00", Volunteers.Waiting(Authority.Sam, Volunteers.Good));
        var sam = scheme.Of(Authority.Sam);
        await sam.Says("approvals");
        await sam.Forges($$"""{"verb":"{{Verbs.ApprovalOpen}}","id":"{{RequestCards.KeyOf(Authority.Sam.Id)}}","version":0,"nonce":"a"}""");

        sam.Sees("Somebody else decides about you", "Somebody else decides, and");
        sam.NeverSaw("Ruth Ellis");
        foreach (var verb in new[] { Verbs.ApprovalApprove, Verbs.ApprovalNotYet, Verbs.ApprovalAttended })
        {
            await sam.Forges($$"""{"verb":"{{verb}}","id":"{{RequestCards.KeyOf(Authority.Sam.Id)}}","version":0,"nonce":"a"}""");
            sam.Sees("Somebody else decides, and");
        }
    }

    [Fact]
    [Trait("Requirement", "A-14")]
    public async Task Each_look_and_each_decision_is_noted_where_the_volunteer_can_see_it()
    {
        var (scheme, sam) = await OpenedAsync(Volunteers.Good);
        await sam.Fills(Verbs.ApprovalApprove, ("track-record", "true"));

        Assert.Equal(
            ["task.listed", "supporter.viewed", "supporter.approved"],
            scheme.Store.All<AuditEntry>().Where(entry => entry.About == Hannah.Id && entry.Actor == Authority.Sam.Id).Select(entry => entry.Action));
    }

    [Fact]
    [Trait("Requirement", "S2-30")]
    public async Task The_pool_shows_where_supporters_come_from_and_where_nobody_does()
    {
        var scheme = Volunteers.Scheme("2026-11-24T10:00");
        await scheme.Of(Authority.Sam).Says("pool");

        // Eight are listed: three with 100 to 210 pupils, two with 211 to 420, two with 421 to 1,000, one with fewer. Each is from a place of their own:
        // that one of eight comes from each of eight places cannot be hidden but by telling none.
        scheme.Of(Authority.Sam).Sees(
            "On the list: 8", "100 to 210 pupils: fewer than 5", "Over 1,000 pupils: nobody yet", "A school on its own: not shown", "In a federation or trust: not shown",
            "All of them: too few to say");
    }

    [Fact]
    [Trait("Requirement", "U-23")]
    public async Task A_poor_inspection_later_is_a_task_and_ends_nothing()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var scheme = Volunteers.Scheme("2026-11-24T10:00", [cycle, Volunteers.Sent(Authority.Grace, Volunteers.Good)]);
        var sam = scheme.Of(Authority.Sam);
        await sam.Forges($$"""{"verb":"{{Verbs.ApprovalOpen}}","id":"none","version":0,"nonce":"a","arg":"{{RequestCards.KeyOf(Authority.Grace.Id)}}"}""");
        await RecordAsync(sam, "One word for the whole school", ("overall", "inadequate"));
        sam.Sees("The scheme’s table says: not met");

        Assert.Equal((TaskKind.Recheck, (PersonId?)Authority.Grace.Id), (scheme.Only<CoordinatorTask>().Kind, scheme.Only<CoordinatorTask>().Person));
        Assert.True(scheme.Only<Cycle>().IsOpen);
        Assert.Equal(SupporterState.Listed, scheme.Store.All<SupporterProfile>().Single(one => one.Person == Authority.Grace.Id).State);
        scheme.Grace.SeesNothing();

        await sam.Presses(Verbs.ApprovalOffList);
        await sam.Presses(Verbs.ApprovalOffList);
        scheme.Grace.Sees("Your profile is no longer shown", "you go on with");
        Assert.True(scheme.Only<Cycle>().IsOpen);
        Assert.Equal(SupporterState.Left, scheme.Store.All<SupporterProfile>().Single(one => one.Person == Authority.Grace.Id).State);
    }

    [Fact]
    [Trait("Requirement", "S2-27")]
    public async Task The_criteria_are_looked_at_again_after_the_months_of_the_programme()
    {
        var (scheme, sam) = await OpenedAsync(Volunteers.Good);
        await sam.Fills(Verbs.ApprovalApprove, ("track-record", "true"));
        Assert.Contains(scheme.Store.Errands, due => due.Errand is Errand.RecheckSupporter recheck && recheck.Day == new LocalDate(2027, 11, 24));

        scheme.Store.Put(Authority.Supporter(Hannah));
        scheme.Store.Put(scheme.Only<SupporterApplication>() with { RecheckOn = new LocalDate(2026, 12, 1) });
        scheme.Expects(new Errand.RecheckSupporter(Hannah.Id, Authority.Programme.Id, new LocalDate(2026, 12, 1)), "2026-12-01T00:00");
        await scheme.MovesTo("2026-12-01T09:00");
        await sam.Says("approvals");
        sam.Sees("Hannah Cole", "to be looked at again");
        await sam.Presses(Verbs.ApprovalOpen);
        await sam.Fills(Verbs.ApprovalStillMeets, ("track-record", "true"));
        sam.Sees("Hannah Cole stays on the list");
        Assert.Equal(new LocalDate(2027, 12, 1), scheme.Only<SupporterApplication>().RecheckOn);
        Assert.DoesNotContain(scheme.Store.All<CoordinatorTask>(), task => task.IsOpen);
    }

    [Fact]
    [Trait("Requirement", "S2-08")]
    public async Task A_supporter_who_is_no_longer_in_post_leaves_the_list_and_running_cycles_come_to_the_coordinator()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var scheme = Volunteers.Scheme("2026-11-24T10:00", cycle);
        var sam = scheme.Of(Authority.Sam);
        await sam.Forges($$"""{"verb":"{{Verbs.ApprovalOpen}}","id":"{{RequestCards.KeyOf(Authority.Grace.Id)}}","version":0,"nonce":"a"}""");
        await sam.Presses(Verbs.ApprovalNotServing);
        await sam.Presses(Verbs.ApprovalNotServing);

        scheme.Grace.Sees("Thank you for your support", "Sam Reid");
        scheme.Amira.SeesNothing();
        Assert.Equal(SupporterState.Left, scheme.Store.All<SupporterProfile>().Single(one => one.Person == Authority.Grace.Id).State);
        Assert.Equal((TaskKind.Left, cycle.Id.ToString()), (scheme.Only<CoordinatorTask>().Kind, scheme.Only<CoordinatorTask>().Subject));
        Assert.True(scheme.Only<Cycle>().IsOpen);
    }

    [Theory]
    [Trait("Requirement", "S2-08")]
    [InlineData("retired", true)]
    [InlineData("headteacher", false)]
    public async Task The_list_of_people_says_as_well_that_a_supporter_is_no_longer_in_post(string role, bool left)
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var scheme = Volunteers.Scheme("2026-11-24T10:00", cycle);
        var outcome = await scheme.Does(turn => new TakeOverRegister(turn).PeopleAsync([new RegisteredPerson(2, Authority.Grace with { JobRole = role, Department = "Leadership" })]));

        Assert.Equal(1, Assert.IsType<RegisterOutcome.TakenOver>(outcome).Changed);
        Assert.Equal(
            left ? SupporterState.Left : SupporterState.Listed, scheme.Store.All<SupporterProfile>().Single(one => one.Person == Authority.Grace.Id).State);
        Assert.True(scheme.Only<Cycle>().IsOpen);
        if (left)
        {
            scheme.Grace.Sees("Thank you for your support", "Sam Reid");
            Assert.Contains(scheme.Store.All<CoordinatorTask>(), task => task.Kind == TaskKind.Left && task.Subject == cycle.Id.ToString());
        }
        else
        {
            scheme.Grace.SeesNothing();
        }
    }

    private static async Task<(Scheme Scheme, Participant Sam)> OpenedAsync(InspectionRecord? inspection, string start = "2026-11-24T10:00")
    {
        var scheme = Volunteers.Scheme(start, Volunteers.Waiting(Hannah, inspection));
        var sam = scheme.Of(Authority.Sam);
        await sam.Says("approvals");
        await sam.Presses(Verbs.ApprovalOpen);
        return (scheme, sam);
    }

    private static async Task RecordAsync(Participant sam, string framework, params (string Field, string Value)[] grades)
    {
        await sam.Presses(Verbs.ApprovalInspection);
        await sam.Presses(Verbs.ApprovalInspection, button: framework);
        await sam.Fills(Verbs.ApprovalInspectionSave, [(InputIds.Date, "2026-03-12"), .. grades]);
    }

    private static SupporterProfile Profile(Scheme scheme) => scheme.Store.All<SupporterProfile>().Single(profile => profile.Person == Hannah.Id);
}
