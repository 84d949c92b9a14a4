namespace PeerBot.Domain.Programmes;

public sealed record Purpose(
    IReadOnlyList<string> Aims,
    IReadOnlyList<string>? RequesterBenefits = null,
    IReadOnlyList<string>? SupporterBenefits = null,
    IReadOnlyList<Signpost>? NotAReplacementFor = null)
{
    public IReadOnlyList<string> RequesterBenefits { get; init; } = RequesterBenefits ?? [];
    public IReadOnlyList<string> SupporterBenefits { get; init; } = SupporterBenefits ?? [];
    public IReadOnlyList<Signpost> NotAReplacementFor { get; init; } = NotAReplacementFor ?? [];
}

/// <summary>Other help that the programme does not replace, by its key in the contacts configuration.</summary>
public sealed record Signpost(string Name, string ContactRef);

/// <summary>The programme's own words for who and what; every text shown to a person is built from these.</summary>
public sealed record Vocabulary(
    LocalText Requester,
    LocalText Supporter,
    LocalText Coordinator,
    LocalText Meeting,
    LocalText Cycle,
    LocalText Relationship);

public sealed record Stance(
    StanceMode Mode,
    AdviceAllowed AdviceAllowed,
    AgendaSetBy AgendaSetBy,
    bool Reciprocal,
    IReadOnlyList<string> Principles,
    IReadOnlyList<string>? IsNot = null)
{
    public IReadOnlyList<string> IsNot { get; init; } = IsNot ?? [];
}

public enum StanceMode
{
    Listening,
    Coaching,
    SolutionFocused,
    SupportAndChallenge,
    MutualLearning,
}

public enum AdviceAllowed
{
    No,
    OnlyIfAsked,
    Yes,
}

public enum AgendaSetBy
{
    Requester,
    Mutual,
    Group,
}

public sealed record RelationshipRules(
    RelationshipShape Shape,
    int MaxActiveCyclesPerRequester,
    SupporterCapacity SupporterCapacity,
    bool RepeatCycles,
    bool OneSubjectPerCycle = false,
    bool EitherMayWithdraw = true);

public enum RelationshipShape
{
    Pair,
    Group,
}

/// <summary>How many cycles a supporter may hold at once: at first, and at most.</summary>
public sealed record SupporterCapacity(int Default, int Max);

public sealed record Role(RoleId Id, string Label, string Does);

public enum RoleId
{
    Requester,
    Supporter,
    Coordinator,
    NamedContact,
    Facilitator,
    Supervisor,
    GroupLead,
    Member,
}
