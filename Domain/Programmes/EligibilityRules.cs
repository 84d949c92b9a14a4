using System.Text.Json;
using System.Text.Json.Serialization;

namespace PeerBot.Domain.Programmes;

/// <param name="RecheckMonths">Null: criteria are checked once only.</param>
public sealed record EligibilityRules(
    IReadOnlyList<Criterion> Requester,
    IReadOnlyList<Criterion> Supporter,
    int? RecheckMonths = 12);

/// <param name="Value">As in the file; what it means is in <see cref="Test"/>.</param>
public sealed record Criterion(
    string Id,
    LocalText Label,
    CriterionKind Kind,
    CriterionEvidence Evidence,
    CriterionForce Force,
    string Source,
    CriterionOperator Operator = CriterionOperator.True,
    JsonElement? Value = null)
{
    /// <summary>What has to hold for the criterion to be met.</summary>
    [JsonIgnore]
    public CriterionTest Test { get; } = CriterionTest.Of(Operator, Value);
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

    internal static CriterionTest Of(CriterionOperator operation, JsonElement? value) => operation switch
    {
        CriterionOperator.In => new OneOf(WordsOf(value)),
        CriterionOperator.AtLeast => new AtLeast(value!.Value.GetInt32()),
        CriterionOperator.Policy => new Policy(WordsOf(Member(value, "accept")), WordsOf(Member(value, "coordinatorDecides"))),
        CriterionOperator.True => new IsTrue(),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private static JsonElement? Member(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } policy && policy.TryGetProperty(name, out var member) ? member : null;

    private static string[] WordsOf(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Array } words ? [.. words.EnumerateArray().Select(word => word.GetString()!)] : [];
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

public enum CriterionOperator
{
    In,

    [JsonStringEnumMemberName(">=")]
    AtLeast,

    Policy,
    True,
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
    string? Provider = null,
    string? FundedBy = null,
    TrainingGate? MustCompleteBefore = null,
    IReadOnlyList<string>? OptionalResources = null)
{
    public IReadOnlyList<string> OptionalResources { get; init; } = OptionalResources ?? [];

    /// <summary>Whether nobody is listed before they are trained.</summary>
    [JsonIgnore]
    public bool GatesListing => Required && MustCompleteBefore == TrainingGate.Listing;
}

public enum TrainingGate
{
    Listing,
    FirstMeeting,
}
