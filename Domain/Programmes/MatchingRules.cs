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
    IReadOnlyList<string>? SpreadDimensions = null)
{
    public IReadOnlyList<string> SpreadDimensions { get; init; } = SpreadDimensions ?? [];

    /// <summary>
    /// What the programme does about a closeness. One that it does not name is allowed, but for a conflict that one of the two declared:
    /// that bars the pair unless the programme says otherwise.
    /// </summary>
    public ConflictAction ActionOn(ConflictTest test) =>
        ConflictRules.FirstOrDefault(rule => rule.Test == test)?.Action
        ?? (test == ConflictTest.DeclaredConflict ? ConflictAction.Block : ConflictAction.Allow);
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
public sealed record ProfileField(string Id, string Label, ProfileFieldSource Source, int? MaxLength = null);

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
