using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Tests.Programmes;

namespace PeerBot.Domain.Tests.People;

public sealed class Who_may_support
{
    private static readonly Inspection Good = new Inspection.Overall(OverallGrade.Good);
    private static readonly IReadOnlySet<string> AllRecorded = new HashSet<string> { "local-processes", "track-record", "serving" };

    private static readonly Inspection CardAtExpected = new Inspection.ReportCard(
        new Dictionary<string, ReportCardGrade> { ["inclusion"] = ReportCardGrade.ExpectedStandard }, SafeguardingMet: true);

    private static SupporterFacts Facts(
        IReadOnlyList<ServicePeriod>? service = null, Inspection? inspection = null, IReadOnlySet<string>? recorded = null,
        bool? decision = null) =>
        new(
            service ?? [new(new(2018, 9, 1))], inspection ?? Good, recorded ?? AllRecorded,
            decision is { } met ? new Dictionary<string, bool> { ["good-or-better"] = met } : new Dictionary<string, bool>());

    private static IReadOnlyList<CriterionFinding> Find(SupporterFacts facts, LocalDate? today = null) =>
        Eligibility.OfSupporter(Staff.Heads, Staff.Peter, Staff.Hillside, facts, today ?? Staff.Today);

    private static Finding Of(string criterion, SupporterFacts facts, LocalDate? today = null) =>
        Find(facts, today).Single(entry => entry.Criterion.Id == criterion).Finding;

    [Theory]
    [Trait("Requirement", "S2-26")]
    [Trait("Requirement", "A-16")]
    [InlineData("2026-08-31", false)]
    [InlineData("2026-09-01", true)]
    [InlineData("2030-01-01", true)]
    public void Five_years_from_1_September_2021_are_full_on_1_September_2026(string today, bool met)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(today).Value;

        var finding = Of("five-years", Facts([new(new(2021, 9, 1))]), date);

        Assert.Equal(met ? new Finding.Met() : new Finding.MetFrom(new(2026, 9, 1)), finding);
    }

    public static TheoryData<ServicePeriod[], LocalDate?> Careers => new()
    {
        // One year before a break, leap day or not, so four after it.
        { [new(new(2015, 9, 1), new(2016, 9, 1)), new(new(2020, 9, 1))], new(2024, 9, 1) },
        { [new(new(2020, 9, 1)), new(new(2016, 9, 1), new(2017, 9, 1))], new(2024, 9, 1) },
        { [new(new(2010, 1, 1), new(2011, 3, 1)), new(new(2012, 9, 1), new(2013, 9, 1)), new(new(2020, 9, 1))], new(2023, 7, 1) },

        // Two headships at once are one time.
        { [new(new(2018, 9, 1), new(2022, 9, 1)), new(new(2020, 9, 1))], new(2023, 9, 1) },
        { [new(new(2018, 9, 1), new(2020, 9, 1)), new(new(2020, 9, 1))], new(2023, 9, 1) },

        // Full before the last one began, or full exactly when the only one ended.
        { [new(new(2010, 9, 1), new(2016, 9, 1)), new(new(2024, 9, 1))], new(2015, 9, 1) },
        { [new(new(2015, 9, 1), new(2020, 9, 1))], new(2020, 9, 1) },
        { [new(new(2015, 9, 1), new(2020, 8, 31))], null },

        // From a leap day the years are full on the last day of February.
        { [new(new(2020, 2, 29))], new(2025, 2, 28) },
        { [], null },
        { [new(new(2020, 9, 1), new(2020, 9, 1))], null },
    };

    [Theory]
    [MemberData(nameof(Careers))]
    [Trait("Requirement", "S2-26")]
    public void Breaks_do_not_count_and_what_came_before_them_does(ServicePeriod[] service, LocalDate? full) =>
        Assert.Equal(full, Service.FullOn(service, 5));

    public static TheoryData<Inspection, InspectionDecision> Inspections => new()
    {
        { new Inspection.Overall(OverallGrade.Outstanding), InspectionDecision.Met },
        { new Inspection.Overall(OverallGrade.Good), InspectionDecision.Met },
        { new Inspection.Overall(OverallGrade.RequiresImprovement), InspectionDecision.NotMet },
        { new Inspection.Overall(OverallGrade.Inadequate), InspectionDecision.NotMet },
        { Four(OverallGrade.Good, OverallGrade.Outstanding), InspectionDecision.Met },
        { Four(OverallGrade.Good, OverallGrade.RequiresImprovement), InspectionDecision.CoordinatorDecides },
        { Four(OverallGrade.Outstanding, OverallGrade.Inadequate), InspectionDecision.NotMet },
        { CardAtExpected, InspectionDecision.CoordinatorDecides },
        { Card(ReportCardGrade.Exceptional, true), InspectionDecision.CoordinatorDecides },
        { Card(ReportCardGrade.NeedsAttention, true), InspectionDecision.CoordinatorDecides },
        { Card(ReportCardGrade.UrgentImprovement, true), InspectionDecision.NotMet },
        { Card(ReportCardGrade.StrongStandard, false), InspectionDecision.NotMet },
        { new Inspection.Ungraded(true, new Inspection.Overall(OverallGrade.Good)), InspectionDecision.Met },
        { new Inspection.Ungraded(true, new Inspection.Overall(OverallGrade.Inadequate)), InspectionDecision.NotMet },
        { new Inspection.Ungraded(false, new Inspection.Overall(OverallGrade.Good)), InspectionDecision.CoordinatorDecides },
        { new Inspection.QualityIndicators(), InspectionDecision.CoordinatorDecides },
        { new Inspection.NoneYet(), InspectionDecision.CoordinatorDecides },
    };

    [Theory]
    [MemberData(nameof(Inspections))]
    [Trait("Requirement", "S2-27")]
    public void The_last_inspection_decides_only_where_its_grades_can(Inspection inspection, InspectionDecision decision) =>
        Assert.Equal(decision, inspection.Decision);

    [Theory]
    [Trait("Requirement", "S2-27")]
    [InlineData(ReportCardGrade.ExpectedStandard, true, true)]
    [InlineData(ReportCardGrade.NeedsAttention, true, false)]
    [InlineData(ReportCardGrade.Exceptional, false, false)]
    public void The_coordinator_is_shown_a_suggested_rule_for_report_cards(ReportCardGrade lowest, bool safeguarding, bool meets) =>
        Assert.Equal(meets, Card(lowest, safeguarding).MeetsSuggestedRule);

    [Theory]
    [Trait("Requirement", "S2-27")]
    [Trait("Requirement", "A-16")]
    [InlineData(null, typeof(Finding.CoordinatorDecides))]
    [InlineData(true, typeof(Finding.Met))]
    [InlineData(false, typeof(Finding.NotMet))]
    public void A_report_card_waits_for_the_coordinator(bool? decision, Type finding) =>
        Assert.IsType(finding, Of("good-or-better", Facts(inspection: CardAtExpected, decision: decision)));

    [Fact]
    [Trait("Requirement", "S2-27")]
    public void A_decision_does_not_overturn_a_grade() =>
        Assert.IsType<Finding.NotMet>(
            Of("good-or-better", Facts(inspection: new Inspection.Overall(OverallGrade.Inadequate), decision: true)));

    [Fact]
    [Trait("Requirement", "S2-24")]
    public void All_criteria_are_needed_together()
    {
        Assert.True(Eligibility.AllMet(Find(Facts())));
        Assert.False(Eligibility.AllMet(Find(Facts(service: [new(new(2023, 9, 1))]))));
        Assert.False(Eligibility.AllMet(Find(Facts(inspection: CardAtExpected))));
        foreach (var missing in AllRecorded)
            Assert.False(Eligibility.AllMet(Find(Facts(recorded: AllRecorded.Where(id => id != missing).ToHashSet()))));
    }

    [Fact]
    [Trait("Requirement", "S1-01")]
    public void A_programme_whose_criterion_is_training_lets_the_untrained_train_but_not_be_listed()
    {
        var coaching = Definitions.Programme("peer-coaching");
        var findings = Eligibility.OfSupporter(coaching, Staff.Peter, Staff.Hillside, Facts(recorded: new HashSet<string>()), Staff.Today);

        Assert.IsType<Finding.NotMet>(Assert.Single(findings).Finding);
        Assert.True(Eligibility.AllMet(findings));
        Assert.False((Staff.PeterListed with { TrainedOn = null }).IsAvailableOn(Staff.Today, coaching));
    }

    private static Inspection.FourGrades Four(OverallGrade three, OverallGrade leadership) => new(three, three, three, leadership);

    private static Inspection.ReportCard Card(ReportCardGrade lowest, bool safeguarding) => new(
        new Dictionary<string, ReportCardGrade> { ["achievement"] = ReportCardGrade.Exceptional, ["inclusion"] = lowest }, safeguarding);
}
