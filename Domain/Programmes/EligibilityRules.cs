namespace PeerBot.Domain.Programmes;

/// <param name="RecheckMonths">Null: criteria are checked once only.</param>
public sealed record EligibilityRules(
    IReadOnlyList<Criterion> Requester,
    IReadOnlyList<Criterion> Supporter,
    int? RecheckMonths)
{
    internal static EligibilityRules Read(DefinitionNode node) => new(
        node.List("requester", Criterion.Read),
        node.List("supporter", Criterion.Read),
        node.Has("recheckMonths") ? node.WholeOrNull("recheckMonths") : 12);
}

/// <param name="Test">What has to hold for the criterion to be met.</param>
public sealed record Criterion(
    string Id,
    LocalText Label,
    CriterionKind Kind,
    CriterionEvidence Evidence,
    CriterionForce Force,
    string Source,
    CriterionTest Test)
{
    internal static Criterion Read(DefinitionNode node) => new(
        node.Text("id"), node.Words("label"), node.Word<CriterionKind>("kind"), node.Word<CriterionEvidence>("evidence"),
        node.Word<CriterionForce>("force"), node.Text("source"), CriterionTest.Read(node));
}

/// <summary>What a criterion asks of the fact that it is about.</summary>
public abstract record CriterionTest
{
    private CriterionTest()
    {
    }

    /// <summary>The fact is one of these words.</summary>
    public sealed record OneOf(IReadOnlyList<string> Words) : CriterionTest;

    /// <summary>The fact is this number or more.</summary>
    public sealed record AtLeast(int Number) : CriterionTest;

    /// <summary>A person decides; the lists say in words what to accept and what to look at.</summary>
    public sealed record Policy(IReadOnlyList<string> Accept, IReadOnlyList<string> CoordinatorDecides) : CriterionTest;

    /// <summary>The fact is declared or recorded.</summary>
    public sealed record IsTrue : CriterionTest;

    internal static CriterionTest Read(DefinitionNode node) => node.TextOrNull("operator") switch
    {
        "in" => new OneOf(node.Texts("value")),
        ">=" => new AtLeast(node.Whole("value")),
        "policy" => new Policy(node.Child("value").Texts("accept"), node.Child("value").Texts("coordinatorDecides")),
        _ => new IsTrue(),
    };
}

public enum CriterionKind
{
    OrganisationType,
    JobRole,
    YearsExperience,
    Inspection,
    Declaration,
    Training,
    Membership,
    Approval,
}

public enum CriterionEvidence
{
    SelfDeclared,
    CoordinatorChecked,
    Register,
}

public enum CriterionForce
{
    /// <summary>All of these are needed together.</summary>
    Must,

    /// <summary>The coordinator records a decision with a reason.</summary>
    CoordinatorDecides,

    /// <summary>Something to think about; nothing is refused and no answer is stored.</summary>
    Prompt,
}

/// <param name="MustCompleteBefore">Null: at any time. <see cref="TrainingGate.Listing"/> hides the untrained.</param>
public sealed record TrainingRules(
    bool Required,
    string? Provider,
    string? FundedBy,
    TrainingGate? MustCompleteBefore,
    IReadOnlyList<string> OptionalResources)
{
    /// <summary>Whether nobody is listed before they are trained.</summary>
    public bool GatesListing => Required && MustCompleteBefore == TrainingGate.Listing;

    internal static TrainingRules Read(DefinitionNode node) => new(
        node.Flag("required"), node.PhraseOrNull("provider"), node.PhraseOrNull("fundedBy"),
        node.WordOrNull<TrainingGate>("mustCompleteBefore"), node.Phrases("optionalResources"));
}

public enum TrainingGate
{
    Listing,
    FirstMeeting,
}
