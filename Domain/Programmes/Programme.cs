using NodaTime;

namespace PeerBot.Domain.Programmes;

/// <summary>One version of one scheme: everything that schemes may vary. Read from a definition file, never changed after.</summary>
/// <remarks>The shape is that of programme-definition.schema.json; the same names in PascalCase.</remarks>
public sealed record Programme(
    string SchemaVersion,
    string Id,
    int Version,
    ProgrammeStatus Status,
    LocalText Name,
    LocalText Summary,
    Jurisdiction Jurisdiction,
    string TimeZone,
    IReadOnlyList<string> Locales,
    IReadOnlyList<string> Sources,
    IReadOnlyList<Assumption> Assumptions,
    Owner Owner,
    Purpose Purpose,
    Vocabulary Vocabulary,
    Stance Stance,
    RelationshipRules Relationship,
    IReadOnlyList<Role> Roles,
    EligibilityRules Eligibility,
    TrainingRules Training,
    MatchingRules Matching,
    CycleRules Cycle,
    BoundaryRules Boundaries,
    SelfEvaluationRules SelfEvaluation,
    ThemeRules Themes,
    JournalRules Journal,
    QuestionBankRules QuestionBank,
    ConfidentialityRules Confidentiality,
    SupervisionRules Supervision,
    FeedbackRules Feedback,
    ParticipationRules Participation,
    GroupRules? Groups,
    OversightRules Oversight,
    RetentionDays RetentionDays,
    NotificationRules Notifications)
{
    /// <summary>The same definition with its words in another of its languages.</summary>
    private readonly Dictionary<string, Programme> translations = [];

    /// <summary>What a cycle pins when it starts.</summary>
    public ProgrammeKey Key => new(Id, Version);

    /// <summary>The zone that the rules of this programme are evaluated in.</summary>
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[TimeZone];

    /// <summary>
    /// Whether new requests are taken. A draft still has values that its lead has not confirmed, so it is for trying out only.
    /// </summary>
    public bool TakesRequests(bool rehearsing) =>
        Status == ProgrammeStatus.Active || (rehearsing && Status == ProgrammeStatus.Draft);

    /// <summary>Whether running cycles may book meetings: a paused programme lets them go on, a closed one does not.</summary>
    public bool TakesMeetings => Status != ProgrammeStatus.Closed;

    /// <summary>Every contact that the programme names, each once; all of them have to be in the contacts configuration.</summary>
    public IReadOnlyCollection<string> ContactRefs => new HashSet<string>(
        Purpose.NotAReplacementFor.Select(signpost => signpost.ContactRef)
            .Concat(Purpose.Links.Select(link => link.ContactRef))
            .Append(Owner.CoordinatorContactRef)
            .Append(Confidentiality.Disclosure.NamedContactRef)
            .Concat(Supervision.SupervisorContactRef is { } supervisor ? [supervisor] : []),
        StringComparer.Ordinal);

    /// <summary>This version as somebody reads it who chose a language; a language that it does not list is British English.</summary>
    public Programme In(string? locale) => locale is not null && translations.TryGetValue(locale, out var translation) ? translation : this;

    internal static Programme Read(System.Text.Json.JsonElement definition)
    {
        var programme = Read(new DefinitionNode(definition));
        foreach (var locale in programme.Locales.Where(locale => locale != LocalText.FallbackLocale).Distinct())
            programme.translations[locale] = Read(new DefinitionNode(definition, locale));
        return programme;
    }

    private static Programme Read(DefinitionNode node) => new(
        node.Text("schemaVersion"),
        node.Text("id"),
        node.Whole("version"),
        node.Word<ProgrammeStatus>("status"),
        node.Words("name"),
        node.Words("summary"),
        node.Word<Jurisdiction>("jurisdiction"),
        node.Text("timeZone"),
        node.Texts("locales"),
        node.Texts("sources"),
        node.List("assumptions", assumption => new Assumption(assumption.Text("path"), assumption.Text("note"))),
        Owner.Read(node.Child("owner")),
        Purpose.Read(node.Child("purpose")),
        Vocabulary.Read(node.Child("vocabulary")),
        Stance.Read(node.Child("stance")),
        RelationshipRules.Read(node.Child("relationship")),
        node.List("roles", role => new Role(role.Word<RoleId>("id"), role.Phrase("label"), role.Phrase("does"), role.PhraseOrNull("sentence"))),
        EligibilityRules.Read(node.Child("eligibility")),
        TrainingRules.Read(node.Child("training")),
        MatchingRules.Read(node.Child("matching"), node.Child("relationship").Flag("repeatCycles")),
        CycleRules.Read(node.Child("cycle")),
        BoundaryRules.Read(node.Child("boundaries")),
        SelfEvaluationRules.Read(node.Child("selfEvaluation")),
        ThemeRules.Read(node.Child("themes")),
        JournalRules.Read(node.Child("journal")),
        QuestionBankRules.Read(node.Child("questionBank")),
        ConfidentialityRules.Read(node.Child("confidentiality")),
        SupervisionRules.Read(node.Child("supervision")),
        FeedbackRules.Read(node.Child("feedback")),
        ParticipationRules.Read(node.Child("participation")),
        node.ChildOrNull("groups") is { } groups ? GroupRules.Read(groups) : null,
        OversightRules.Read(node.Child("oversight")),
        RetentionDays.Read(node.Child("retentionDays")),
        NotificationRules.Read(node.Child("notifications")));
}

/// <summary>A programme at one version; a running cycle keeps the one that it started with.</summary>
public readonly record struct ProgrammeKey(string Id, int Version)
{
    public override string ToString() => $"{Id}@{Version}";
}

public enum ProgrammeStatus
{
    Draft,
    Active,
    Paused,
    Closed,
}

/// <summary>Where the scheme runs; said for people, nothing is chosen by it.</summary>
public enum Jurisdiction
{
    England,
    Wales,
    Scotland,
    NorthernIreland,
    AustraliaNsw,
    AustraliaVic,
}

/// <summary>A value that the source does not give. The lead confirms it by taking it off the list; an active programme has none.</summary>
public sealed record Assumption(string Path, string Note);

/// <param name="CoordinatorContactRef">Key in the contacts configuration; never an address or a number.</param>
public sealed record Owner(string Organisation, string CoordinatorContactRef)
{
    internal static Owner Read(DefinitionNode node) => new(node.Text("organisation"), node.Text("coordinatorContactRef"));
}
