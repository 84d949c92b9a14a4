using NodaTime;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Tests.People;

/// <summary>The table of decisions, row by row.</summary>
[Trait("Requirement", "S2-27")]
public sealed class The_record_of_an_inspection
{
    private static readonly string[] SixAreas =
        ["leadership-governance", "curriculum-teaching", "achievement", "attendance-behaviour", "personal-development", "inclusion"];

    private static InspectionRecord Record(
        InspectionFramework framework, IReadOnlyDictionary<string, string> grades, bool? safeguarding = null, UngradedVisit? visit = null) => new(
        "ofsted", framework, new LocalDate(2026, 3, 12), grades, safeguarding, null, visit, InspectionDecision.CoordinatorDecides, Staff.Of("sam"),
        new LocalDate(2026, 11, 21));

    private static Dictionary<string, string> Four(string leadership, string others) => new()
    {
        ["leadership"] = leadership,
        ["quality"] = others,
        ["behaviour"] = others,
        ["development"] = others,
    };

    private static InspectionRecord Card(string inclusion, string others, bool safeguarding) => Record(
        InspectionFramework.ReportCard, SixAreas.ToDictionary(area => area, area => area == "inclusion" ? inclusion : others), safeguarding);

    [Theory]
    [InlineData("outstanding", InspectionDecision.Met)]
    [InlineData("good", InspectionDecision.Met)]
    [InlineData("requires-improvement", InspectionDecision.NotMet)]
    [InlineData("inadequate", InspectionDecision.NotMet)]
    public void With_one_word_is_settled_by_it(string grade, InspectionDecision decision) =>
        Assert.Equal(decision, Record(InspectionFramework.OneGrade, new Dictionary<string, string> { ["overall"] = grade }).ByTheTable);

    [Theory]
    [InlineData("good", "outstanding", InspectionDecision.Met)]
    [InlineData("requires-improvement", "good", InspectionDecision.CoordinatorDecides)]
    [InlineData("inadequate", "outstanding", InspectionDecision.NotMet)]
    public void With_four_grades_is_left_open_only_where_they_are_mixed(string leadership, string others, InspectionDecision decision) =>
        Assert.Equal(decision, Record(InspectionFramework.FourGrades, Four(leadership, others)).ByTheTable);

    [Theory]
    [InlineData("exceptional", "exceptional", true, InspectionDecision.CoordinatorDecides, true)]
    [InlineData("expected-standard", "strong-standard", true, InspectionDecision.CoordinatorDecides, true)]
    [InlineData("needs-attention", "strong-standard", true, InspectionDecision.CoordinatorDecides, false)]
    [InlineData("urgent-improvement", "strong-standard", true, InspectionDecision.NotMet, false)]
    [InlineData("strong-standard", "strong-standard", false, InspectionDecision.NotMet, false)]
    public void With_a_report_card_is_left_to_the_coordinator_beside_the_suggested_rule(
        string inclusion, string others, bool safeguarding, InspectionDecision decision, bool suggested)
    {
        var record = Card(inclusion, others, safeguarding);
        Assert.Equal((decision, (bool?)suggested), (record.ByTheTable, record.MeetsSuggestedRule));
    }

    [Theory]
    [InlineData(true, InspectionDecision.Met)]
    [InlineData(false, InspectionDecision.CoordinatorDecides)]
    public void With_a_later_visit_takes_the_graded_outcome_when_that_confirmed_it(bool confirms, InspectionDecision decision) =>
        Assert.Equal(
            decision,
            Record(InspectionFramework.OneGrade, new Dictionary<string, string> { ["overall"] = "good" }, visit: new(new LocalDate(2026, 10, 1), confirms)).ByTheTable);

    [Theory]
    [InlineData(InspectionFramework.NoneYet)]
    [InlineData(InspectionFramework.QualityIndicators)]
    public void Without_such_grades_is_left_to_the_coordinator(InspectionFramework framework) =>
        Assert.Equal(InspectionDecision.CoordinatorDecides, Record(framework, new Dictionary<string, string>()).ByTheTable);

    [Fact]
    public void Is_complete_only_with_every_grade_that_the_framework_has()
    {
        Assert.True(Card("good", "strong-standard", true).IsComplete);
        Assert.False(Record(InspectionFramework.ReportCard, SixAreas[1..].ToDictionary(area => area, _ => "strong-standard"), true).IsComplete);
        Assert.False((Card("exceptional", "exceptional", true) with { SafeguardingMet = null }).IsComplete);
        Assert.False((Record(InspectionFramework.FourGrades, Four("good", "good")) with { Date = null }).IsComplete);
        Assert.True((Record(InspectionFramework.NoneYet, new Dictionary<string, string>()) with { Date = null }).IsComplete);
    }
}
