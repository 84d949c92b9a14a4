namespace PeerBot.Domain.People;

/// <summary>The last inspection of a school, as far as eligibility looks at it. Never shown on a profile.</summary>
public abstract record Inspection
{
    private Inspection()
    {
    }

    /// <summary>
    /// One word for the whole school. State schools have had none since 2 September 2024; earlier words stand until the next visit.
    /// </summary>
    public sealed record Overall(OverallGrade Grade) : Inspection;

    /// <summary>Four key judgements without a word for the whole.</summary>
    public sealed record FourGrades(
        OverallGrade Quality, OverallGrade Behaviour, OverallGrade Development, OverallGrade Leadership) : Inspection;

    /// <summary>A report card, since November 2025; its grades cannot be compared with the earlier ones.</summary>
    public sealed record ReportCard(IReadOnlyDictionary<string, ReportCardGrade> Areas, bool SafeguardingMet) : Inspection
    {
        /// <summary>The rule that is put before the coordinator: every area at least expected standard, and safeguarding met.</summary>
        public bool MeetsSuggestedRule => SafeguardingMet && Areas.Values.All(grade => grade >= ReportCardGrade.ExpectedStandard);
    }

    /// <summary>A visit without grades; when it confirmed the standard, the last graded outcome stands.</summary>
    public sealed record Ungraded(bool ConfirmsStandard, Inspection LastGraded) : Inspection;

    /// <summary>Grades on single quality indicators, as in Scotland.</summary>
    public sealed record QualityIndicators : Inspection;

    public sealed record NoneYet : Inspection;

    /// <summary>Whether "good or better" is met (S2-27); what no rule settles is for the coordinator.</summary>
    public InspectionDecision Decision => this switch
    {
        Overall { Grade: >= OverallGrade.Good } => InspectionDecision.Met,
        Overall => InspectionDecision.NotMet,
        FourGrades four => OfFour([four.Quality, four.Behaviour, four.Development, four.Leadership]),
        ReportCard card when !card.SafeguardingMet || card.Areas.Values.Contains(ReportCardGrade.UrgentImprovement) =>
            InspectionDecision.NotMet,
        Ungraded { ConfirmsStandard: true, LastGraded: var last } => last.Decision,
        _ => InspectionDecision.CoordinatorDecides,
    };

    private static InspectionDecision OfFour(OverallGrade[] grades) => grades.Min() switch
    {
        >= OverallGrade.Good => InspectionDecision.Met,
        OverallGrade.Inadequate => InspectionDecision.NotMet,
        _ => InspectionDecision.CoordinatorDecides,
    };
}

public enum OverallGrade
{
    Inadequate,
    RequiresImprovement,
    Good,
    Outstanding,
}

public enum ReportCardGrade
{
    UrgentImprovement,
    NeedsAttention,
    ExpectedStandard,
    StrongStandard,
    Exceptional,
}

public enum InspectionDecision
{
    Met,
    NotMet,
    CoordinatorDecides,
}
