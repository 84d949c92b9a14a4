using NodaTime;

namespace PeerBot.Domain.People;

public enum InspectionFramework
{
    /// <summary>One word for the whole school.</summary>
    OneGrade,

    /// <summary>Four key judgements without a word for the whole.</summary>
    FourGrades,

    /// <summary>Six or more areas, and safeguarding.</summary>
    ReportCard,

    /// <summary>Single quality indicators.</summary>
    QualityIndicators,

    /// <summary>Not inspected yet.</summary>
    NoneYet,
}

/// <summary>A later visit without grades.</summary>
public sealed record UngradedVisit(LocalDate On, bool ConfirmsStandard);

/// <summary>
/// The last inspection of a volunteer's school and what was decided from it (S2-27). For the volunteer and the coordinator; never on a
/// profile.
/// </summary>
/// <param name="Grades">By area; words of <see cref="InspectionAreas"/>.</param>
/// <param name="SafeguardingMet">Null where the framework has no such line.</param>
/// <param name="Decision">What the table says or, where it leaves that open, what the coordinator has decided.</param>
/// <param name="Reason">Needed wherever the coordinator has decided.</param>
/// <param name="RecheckOn">Day on which it is to be looked at again; null: never.</param>
public sealed record InspectionRecord(
    string Inspectorate, InspectionFramework Framework, LocalDate? Date, IReadOnlyDictionary<string, string> Grades, bool? SafeguardingMet,
    Uri? ReportUrl, UngradedVisit? Visit, InspectionDecision Decision, PersonId DecidedBy, LocalDate DecidedOn, string? Reason = null,
    LocalDate? RecheckOn = null)
{
    /// <summary>Whether every grade that the framework needs is there.</summary>
    public bool IsComplete =>
        (Framework == InspectionFramework.NoneYet || Date is not null)
        && InspectionAreas.Of(Framework).Where(area => area.Needed).All(area => Grades.ContainsKey(area.Id))
        && (Framework != InspectionFramework.ReportCard || SafeguardingMet is not null);

    /// <summary>What the table alone says.</summary>
    public InspectionDecision ByTheTable => Outcome.Decision;

    /// <summary>Whether the suggested local rule is met; null where there is none.</summary>
    public bool? MeetsSuggestedRule => Outcome is Inspection.ReportCard card ? card.MeetsSuggestedRule : null;

    /// <summary>As the table looks at it.</summary>
    public Inspection Outcome => Visit is { } visit ? new Inspection.Ungraded(visit.ConfirmsStandard, Graded) : Graded;

    private Inspection Graded => Framework switch
    {
        InspectionFramework.OneGrade => new Inspection.Overall(Overall("overall")),
        InspectionFramework.FourGrades => new Inspection.FourGrades(
            Overall("quality"), Overall("behaviour"), Overall("development"), Overall("leadership")),
        InspectionFramework.ReportCard => new Inspection.ReportCard(
            Grades.ToDictionary(grade => grade.Key, grade => InspectionAreas.ReportCardGrade(grade.Value)), SafeguardingMet ?? false),
        InspectionFramework.QualityIndicators => new Inspection.QualityIndicators(),
        _ => new Inspection.NoneYet(),
    };

    private OverallGrade Overall(string area) => InspectionAreas.OverallGrade(Grades.GetValueOrDefault(area));
}

/// <param name="Needed">Some areas exist in some schools only.</param>
public sealed record InspectionArea(string Id, bool Needed = true);

/// <summary>What each framework grades, and in which words. Leadership comes first where a coordinator has to weigh them.</summary>
public static class InspectionAreas
{
    private static readonly string[] FourWords = ["outstanding", "good", "requires-improvement", "inadequate"];
    private static readonly string[] CardWords = ["exceptional", "strong-standard", "expected-standard", "needs-attention", "urgent-improvement"];
    private static readonly string[] IndicatorWords = ["excellent", "very-good", "good", "satisfactory", "weak", "unsatisfactory"];

    public static IReadOnlyList<InspectionArea> Of(InspectionFramework framework) => framework switch
    {
        InspectionFramework.OneGrade => [new("overall")],
        InspectionFramework.FourGrades => [new("leadership"), new("quality"), new("behaviour"), new("development")],
        InspectionFramework.ReportCard =>
        [
            new("leadership-governance"), new("curriculum-teaching"), new("achievement"), new("attendance-behaviour"),
            new("personal-development"), new("inclusion"), new("early-years", Needed: false), new("sixth-form", Needed: false),
        ],
        InspectionFramework.QualityIndicators =>
        [
            new("leadership-of-change", Needed: false), new("learning-teaching", Needed: false), new("well-being", Needed: false),
            new("attainment", Needed: false),
        ],
        _ => [],
    };

    /// <summary>Best first.</summary>
    public static IReadOnlyList<string> WordsOf(InspectionFramework framework) => framework switch
    {
        InspectionFramework.OneGrade or InspectionFramework.FourGrades => FourWords,
        InspectionFramework.ReportCard => CardWords,
        InspectionFramework.QualityIndicators => IndicatorWords,
        _ => [],
    };

    internal static OverallGrade OverallGrade(string? word) => word switch
    {
        "outstanding" => People.OverallGrade.Outstanding,
        "good" => People.OverallGrade.Good,
        "requires-improvement" => People.OverallGrade.RequiresImprovement,
        _ => People.OverallGrade.Inadequate,
    };

    internal static ReportCardGrade ReportCardGrade(string word) => word switch
    {
        "exceptional" => People.ReportCardGrade.Exceptional,
        "strong-standard" => People.ReportCardGrade.StrongStandard,
        "expected-standard" => People.ReportCardGrade.ExpectedStandard,
        "needs-attention" => People.ReportCardGrade.NeedsAttention,
        _ => People.ReportCardGrade.UrgentImprovement,
    };
}
