using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Programmes;

/// <param name="InitialMeeting">Null: the first meeting is like every other.</param>
/// <param name="StalledAfterSchoolDays">School days without a first meeting after which the coordinator hears of it.</param>
/// <param name="ExtraMeeting">One more meeting needs the other's yes and nothing else.</param>
public sealed record CycleRules(
    ClockStarts ClockStarts,
    MeetingRules? InitialMeeting,
    MeetingRules Meeting,
    CycleLimits Limits,
    FrequencyRules Frequency,
    ReviewRules Review,
    IReadOnlyList<CyclePhase> Phases,
    IReadOnlyList<Milestone> Milestones,
    IReadOnlyList<string> Approaches,
    int StalledAfterSchoolDays,
    IReadOnlyList<MeetingKind> MeetingKinds,
    bool ExtraMeeting)
{
    /// <summary>The same kind as the other of the two calls it: one observes, the other is observed.</summary>
    public MeetingKind? KindFor(string? id, bool partner) =>
        MeetingKinds.FirstOrDefault(kind => kind.Id == id) is not { } kind ? null
        : partner && kind.PartnerSees is { } other ? MeetingKinds.FirstOrDefault(one => one.Id == other) ?? kind
        : kind;

    /// <summary>The rules of the first meeting, or of a later one.</summary>
    public MeetingRules RulesFor(bool first) => first && InitialMeeting is { } initial ? initial : Meeting;

    internal static CycleRules Read(DefinitionNode node) => new(
        node.Word<ClockStarts>("clockStarts"),
        node.ChildOrNull("initialMeeting") is { } initial ? MeetingRules.Read(initial) : null,
        MeetingRules.Read(node.Child("meeting")),
        CycleLimits.Read(node.Child("limits")),
        FrequencyRules.Read(node.Child("frequency")),
        ReviewRules.Read(node.Child("review")),
        node.List("phases", phase => new CyclePhase(phase.Text("id"), phase.Phrase("label"), phase.PhraseOrNull("prompt"))),
        node.List("milestones", milestone => new Milestone(
            milestone.Text("id"), milestone.Phrase("label"), milestone.Flag("offerMeeting", otherwise: false),
            milestone.PhraseOrNull("question"))),
        node.Phrases("approaches"),
        node.WholeOrNull("stalledAfterSchoolDays") ?? 20,
        node.List("meetingKinds", kind => new MeetingKind(kind.Text("id"), kind.Phrase("label"), kind.TextOrNull("partnerSees"))),
        node.Flag("extraMeeting", otherwise: false));
}

public enum ClockStarts
{
    Acceptance,
    FirstMeeting,
    ProgrammeDate,
}

/// <param name="DefaultMinutes">What is proposed first; null: propose the greatest length, or half an hour where there is none.</param>
public sealed record MeetingRules(
    IReadOnlyList<MeetingMode> Modes,
    Limit? MaxMinutes,
    Limit? MinMinutes,
    int? DefaultMinutes)
{
    internal static MeetingRules Read(DefinitionNode node) => new(
        node.WordList<MeetingMode>("modes"), node.Limit("maxMinutes"), node.Limit("minMinutes"), node.WholeOrNull("defaultMinutes"));
}

public sealed record CycleLimits(
    Limit? InPersonMeetings,
    Limit? TotalMeetings,
    Limit? Months,
    bool InitialCountsIfInPerson)
{
    internal static CycleLimits Read(DefinitionNode node) => new(
        node.Limit("inPersonMeetings"), node.Limit("totalMeetings"), node.Limit("months"), node.Flag("initialCountsIfInPerson"));
}

public sealed record FrequencyRules(Limit? MinPerTerm, Limit? MaxPerCalendarMonth, Limit? MinGapDays)
{
    internal static FrequencyRules Read(DefinitionNode node) =>
        new(node.Limit("minPerTerm"), node.Limit("maxPerCalendarMonth"), node.Limit("minGapDays"));
}

/// <param name="PromptDaysBefore">School days before the limit on which both are asked.</param>
public sealed record ReviewRules(ReviewWhen When, int PromptDaysBefore, ExtensionRules Extension)
{
    internal static ReviewRules Read(DefinitionNode node) =>
        new(node.Word<ReviewWhen>("when"), node.Whole("promptDaysBefore"), ExtensionRules.Read(node.Child("extension")));
}

public enum ReviewWhen
{
    AtLimit,
    EachCycle,
    None,
}

/// <param name="MaxMonths">Null: not limited.</param>
/// <param name="MaxInPersonMeetings">Null: not limited.</param>
public sealed record ExtensionRules(
    bool Allowed,
    IReadOnlyList<ExtensionParty> AgreedBy,
    int? MaxMonths,
    int? MaxInPersonMeetings)
{
    internal static ExtensionRules Read(DefinitionNode node) => new(
        node.Flag("allowed"), node.WordList<ExtensionParty>("agreedBy"), node.WholeOrNull("maxMonths"),
        node.WholeOrNull("maxInPersonMeetings"));
}

public enum ExtensionParty
{
    Requester,
    Supporter,
    Coordinator,
}

public sealed record CyclePhase(string Id, string Label, string? Prompt);

/// <param name="Question">Links it to the person's own work; null: none.</param>
public sealed record Milestone(string Id, string Label, bool OfferMeeting, string? Question = null);

/// <summary>What a meeting may be, as the requester calls it.</summary>
/// <param name="PartnerSees">Id of the kind that the supporter calls it; null: the same.</param>
public sealed record MeetingKind(string Id, string Label, string? PartnerSees = null);
