namespace PeerBot.Domain.Programmes;

public sealed record MatchingRules(
    MatchingModel Model,
    IReadOnlyList<ProfileField> ProfileFields,
    int MaxPreferences,
    int ResponseWindowWorkingDays,
    int RemindAfterWorkingDays,
    UnansweredAction OnDecline,
    UnansweredAction OnNoResponse,
    CoordinatorApproval CoordinatorApproval,
    FirstContactBy FirstContactBy,
    IReadOnlyList<ConflictRule> ConflictRules,
    IReadOnlyList<string> SpreadDimensions,
    IReadOnlyList<string> Readiness,
    IReadOnlyList<string> ChoosePrompts,
    IReadOnlyList<string> AskPrompts,
    bool PairsAgain = true)
{
    /// <summary>
    /// What the programme does about a closeness. One that it does not name is allowed, but for a conflict that one of the two declared,
    /// and for two who have been a pair where the programme has no second cycle.
    /// </summary>
    public ConflictAction ActionOn(ConflictTest test) =>
        ConflictRules.FirstOrDefault(rule => rule.Test == test)?.Action
        ?? (test switch
        {
            ConflictTest.DeclaredConflict => ConflictAction.Block,
            ConflictTest.PreviousPair when !PairsAgain => ConflictAction.Block,
            _ => ConflictAction.Allow,
        });

    /// <summary>Whoever asks chooses from profiles, so that others can be put before them.</summary>
    public bool ShowsProfiles => Model == MatchingModel.RequesterChoosesProfile;

    /// <summary>A second place is for somebody of another faculty first.</summary>
    public bool SpreadsFaculties => SpreadDimensions.Any(one => one == Faculty || one.StartsWith(Faculty + ":", StringComparison.Ordinal));

    private const string Faculty = "faculty";

    /// <summary>Two of different authorities are brought together first.</summary>
    public bool SpreadsAuthorities => SpreadDimensions.Contains("authority");

    internal static MatchingRules Read(DefinitionNode node, bool pairsAgain) => new(
        node.Word<MatchingModel>("model"),
        node.List("profileFields", field => new ProfileField(
            field.Text("id"), field.Phrase("label"), field.Word<ProfileFieldSource>("source"), field.WholeOrNull("maxLength"))),
        node.Whole("maxPreferences"),
        node.Whole("responseWindowWorkingDays"),
        node.Whole("remindAfterWorkingDays"),
        node.Word<UnansweredAction>("onDecline"),
        node.Word<UnansweredAction>("onNoResponse"),
        node.Word<CoordinatorApproval>("coordinatorApproval"),
        node.Word<FirstContactBy>("firstContactBy"),
        node.List("conflictRules", rule => new ConflictRule(rule.Word<ConflictTest>("test"), rule.Word<ConflictAction>("action"))),
        node.Texts("spreadDimensions"),
        node.Phrases("readiness"),
        node.Phrases("choosePrompts"),
        node.Phrases("askPrompts"),
        pairsAgain);
}

/// <summary>Who chooses whom.</summary>
public enum MatchingModel
{
    RequesterChoosesProfile,
    MutualChoice,
    PreNominated,
    FacilitatorAssigns,
    GroupFormer,
}

/// <param name="MaxLength">Null: as the source has it.</param>
public sealed record ProfileField(string Id, string Label, ProfileFieldSource Source, int? MaxLength);

public enum ProfileFieldSource
{
    Register,
    Supporter,
    Derived,
}

public enum UnansweredAction
{
    NextPreference,
    ReturnToRequester,
    Coordinator,
}

public enum CoordinatorApproval
{
    None,
    BeforeSupporterAsked,
    BeforeIntroduction,
}

public enum FirstContactBy
{
    Supporter,
    Requester,
    Either,
}

public sealed record ConflictRule(ConflictTest Test, ConflictAction Action);

public enum ConflictTest
{
    SameOrganisation,
    SameTrustOrFederation,
    LineManagement,
    DeclaredConflict,
    PreviousPair,
}

public enum ConflictAction
{
    Block,
    Warn,
    Prefer,
    Allow,
}
