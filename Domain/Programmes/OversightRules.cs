namespace PeerBot.Domain.Programmes;

/// <param name="QuietAfterMissed">Meetings missed in a row after which somebody is told; null: nobody is.</param>
public sealed record ParticipationRules(
    bool Monitored,
    string? Measure = null,
    int? QuietAfterMissed = null,
    IReadOnlyList<string>? Audience = null)
{
    public IReadOnlyList<string> Audience { get; init; } = Audience ?? [];
}

public sealed record GroupRules(
    int MinSize,
    int MaxSize,
    IReadOnlyList<string> VaryBy,
    IReadOnlyList<string> Constraints,
    bool AllowNeighbouringSchools,
    bool BalanceSharingAndLearning,
    bool PurposeStatementRequired);

/// <param name="MinimumReportCount">No figure of a report is built from fewer people than this.</param>
public sealed record OversightRules(
    IReadOnlyList<string> CoordinatorSees,
    IReadOnlyList<string> CoordinatorNeverSees,
    int MinimumReportCount,
    int UnansweredAfterWorkingDays,
    IReadOnlyList<string> Reports);

/// <summary>Days after the event named; the programme's lead and data protection officer set them.</summary>
public sealed record RetentionDays(
    int JournalAfterClose,
    int SelfEvaluationAfterClose,
    int PairingAfterClose,
    int FeedbackThenAnonymise,
    int AuditLog,
    int ConversationStateIdle,
    int ProfileAfterLeaving = 90,
    int ExportFile = 7);

/// <param name="MeetingReminderWorkingDaysBefore">One reminder for each entry; empty: none.</param>
/// <param name="NudgeIfNothingBookedSchoolDays">Null: no nudge.</param>
public sealed record NotificationRules(
    IReadOnlyList<int> MeetingReminderWorkingDaysBefore,
    bool AfterMeetingCheckIn,
    int? NudgeIfNothingBookedSchoolDays = null);
