using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Programmes;

/// <param name="InitialMeeting">Null: the first meeting is like every other.</param>
/// <param name="StalledAfterSchoolDays">School days without a first meeting after which the coordinator hears of it.</param>
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
    int StalledAfterSchoolDays = 20)
{
    /// <summary>The rules of the first meeting, or of a later one.</summary>
    public MeetingRules RulesFor(bool first) => first && InitialMeeting is { } initial ? initial : Meeting;
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
    Limit? MinMinutes = null,
    int? DefaultMinutes = null);

public sealed record CycleLimits(
    Limit? InPersonMeetings,
    Limit? TotalMeetings,
    Limit? Months,
    bool InitialCountsIfInPerson);

public sealed record FrequencyRules(Limit? MinPerTerm, Limit? MaxPerCalendarMonth, Limit? MinGapDays);

/// <param name="PromptDaysBefore">School days before the limit on which both are asked.</param>
public sealed record ReviewRules(ReviewWhen When, int PromptDaysBefore, ExtensionRules Extension);

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
    IReadOnlyList<ExtensionParty>? AgreedBy = null,
    int? MaxMonths = null,
    int? MaxInPersonMeetings = null)
{
    public IReadOnlyList<ExtensionParty> AgreedBy { get; init; } = AgreedBy ?? [];
}

public enum ExtensionParty
{
    Requester,
    Supporter,
    Coordinator,
}

public sealed record CyclePhase(string Id, string Label, string? Prompt = null);

public sealed record Milestone(string Id, string Label, bool OfferMeeting = false);
