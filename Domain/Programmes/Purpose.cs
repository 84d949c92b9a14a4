namespace PeerBot.Domain.Programmes;

public sealed record Purpose(
    IReadOnlyList<string> Aims,
    IReadOnlyList<string> RequesterBenefits,
    IReadOnlyList<string> SupporterBenefits,
    IReadOnlyList<Signpost> NotAReplacementFor,
    IReadOnlyList<string> Keys,
    IReadOnlyList<string> Welcome,
    IReadOnlyList<string> About,
    IReadOnlyList<SchemeLink> Links)
{
    internal static Purpose Read(DefinitionNode node) => new(
        node.Phrases("aims"),
        node.Phrases("requesterBenefits"),
        node.Phrases("supporterBenefits"),
        node.List("notAReplacementFor", signpost => new Signpost(signpost.Phrase("name"), signpost.Text("contactRef"), signpost.PhraseOrNull("ask"))),
        node.Phrases("keys"),
        node.Phrases("welcome"),
        node.Phrases("about"),
        node.List("links", link => new SchemeLink(link.Phrase("name"), link.Text("contactRef"), link.WordList<LinkPlace>("on"))));
}

/// <summary>Other help that the programme does not replace, by its key in the contacts configuration.</summary>
/// <param name="Ask">What somebody presses or types who looks for it; null: it is only named.</param>
public sealed record Signpost(string Name, string ContactRef, string? Ask = null);

/// <summary>Something to read, by its key in the contacts configuration, which has the address.</summary>
public sealed record SchemeLink(string Name, string ContactRef, IReadOnlyList<LinkPlace> On);

public enum LinkPlace
{
    About,
    GroundRules,
    Resources,
}

/// <summary>The programme's own words for who and what; every text shown to a person is built from these.</summary>
public sealed record Vocabulary(
    LocalText Requester,
    LocalText Supporter,
    LocalText Coordinator,
    LocalText Meeting,
    LocalText Cycle,
    LocalText Relationship)
{
    internal static Vocabulary Read(DefinitionNode node) => new(
        node.Words("requester"), node.Words("supporter"), node.Words("coordinator"), node.Words("meeting"), node.Words("cycle"),
        node.Words("relationship"));
}

public sealed record Stance(
    StanceMode Mode,
    AdviceAllowed AdviceAllowed,
    AgendaSetBy AgendaSetBy,
    bool Reciprocal,
    IReadOnlyList<string> Principles,
    IReadOnlyList<string> IsNot)
{
    /// <summary>Whoever supports asks and never tells: all that they are prompted with is questions (S1-05).</summary>
    public bool AsksOnly => Mode == StanceMode.Coaching && AdviceAllowed == AdviceAllowed.No;

    internal static Stance Read(DefinitionNode node) => new(
        node.Word<StanceMode>("mode"), node.Word<AdviceAllowed>("adviceAllowed"), node.Word<AgendaSetBy>("agendaSetBy"),
        node.Flag("reciprocal"), node.Phrases("principles"), node.Phrases("isNot"));
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
    bool OneSubjectPerCycle,
    bool EitherMayWithdraw)
{
    internal static RelationshipRules Read(DefinitionNode node)
    {
        var capacity = node.Child("supporterCapacity");
        return new(
            node.Word<RelationshipShape>("shape"),
            node.Whole("maxActiveCyclesPerRequester"),
            new(capacity.Whole("default"), capacity.Whole("max")),
            node.Flag("repeatCycles"),
            node.Flag("oneSubjectPerCycle", otherwise: false),
            node.Flag("eitherMayWithdraw", otherwise: true));
    }
}

public enum RelationshipShape
{
    Pair,
    Group,
}

/// <summary>How many cycles a supporter may hold at once: at first, and at most.</summary>
public sealed record SupporterCapacity(int Default, int Max);

/// <param name="Sentence">Shown under "my role"; null: what the role does.</param>
public sealed record Role(RoleId Id, string Label, string Does, string? Sentence = null);

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
