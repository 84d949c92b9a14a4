namespace PeerBot.Domain.Programmes;

/// <param name="QuietAfterMissed">Meetings missed in a row after which somebody is told; null: nobody is.</param>
public sealed record ParticipationRules(
    bool Monitored,
    string? Measure,
    int? QuietAfterMissed,
    IReadOnlyList<string> Audience)
{
    internal static ParticipationRules Read(DefinitionNode node) => new(
        node.Flag("monitored"), node.TextOrNull("measure"), node.WholeOrNull("quietAfterMissed"), node.Texts("audience"));
}

/// <param name="Tips">One comes with each session, in turn; empty: none do.</param>
/// <param name="ReviewQuestion">What a member looks back on in the review of their group; null: as the scheme has it.</param>
public sealed record GroupRules(
    int MinSize,
    int MaxSize,
    IReadOnlyList<string> VaryBy,
    IReadOnlyList<string> Constraints,
    bool AllowNeighbouringSchools,
    bool BalanceSharingAndLearning,
    bool PurposeStatementRequired,
    IReadOnlyList<LocalText> Tips,
    LocalText? ReviewQuestion)
{
    internal static GroupRules Read(DefinitionNode node) => new(
        node.Whole("minSize"), node.Whole("maxSize"), node.Texts("varyBy"), node.Texts("constraints"),
        node.Flag("allowNeighbouringSchools"), node.Flag("balanceSharingAndLearning"), node.Flag("purposeStatementRequired"),
        node.List("tips", tip => tip.Words()), node.ChildOrNull("reviewQuestion")?.Words());
}

/// <param name="MinimumReportCount">No figure of a report is built from fewer people than this.</param>
public sealed record OversightRules(
    IReadOnlyList<string> CoordinatorSees,
    IReadOnlyList<string> CoordinatorNeverSees,
    int MinimumReportCount,
    int UnansweredAfterWorkingDays,
    IReadOnlyList<string> Reports)
{
    private const string Requests = "unanswered or declined requests";

    /// <summary>Whether whoever oversees sees who has asked whom. Otherwise that stays between the two, until they have become a pair (S3-06).</summary>
    public bool ShowsRequests => CoordinatorSees.Contains(Requests);

    internal static OversightRules Read(DefinitionNode node) => new(
        node.Texts("coordinatorSees"), node.Texts("coordinatorNeverSees"), node.Whole("minimumReportCount"),
        node.Whole("unansweredAfterWorkingDays"), node.Texts("reports"));
}

/// <summary>Days after the event named; the programme's lead and data protection officer set them.</summary>
/// <param name="ExportFile">Of files that are kept; the personal file is made afresh each time and kept nowhere.</param>
public sealed record RetentionDays(
    int JournalAfterClose,
    int SelfEvaluationAfterClose,
    int PairingAfterClose,
    int FeedbackThenAnonymise,
    int AuditLog,
    int ConversationStateIdle,
    int ProfileAfterLeaving,
    int ExportFile)
{
    internal static RetentionDays Read(DefinitionNode node) => new(
        node.Whole("journalAfterClose"), node.Whole("selfEvaluationAfterClose"), node.Whole("pairingAfterClose"),
        node.Whole("feedbackThenAnonymise"), node.Whole("auditLog"), node.Whole("conversationStateIdle"),
        node.WholeOrNull("profileAfterLeaving") ?? 90, node.WholeOrNull("exportFile") ?? 7);
}

/// <param name="MeetingReminderWorkingDaysBefore">One reminder for each entry; empty: none.</param>
/// <param name="NudgeIfNothingBookedSchoolDays">Null: no nudge.</param>
/// <param name="ProtectedTimeAfterMoves">Moves of one meeting after which its mover alone is asked whether the time is still protected; null: never.</param>
public sealed record NotificationRules(
    IReadOnlyList<int> MeetingReminderWorkingDaysBefore,
    bool AfterMeetingCheckIn,
    int? NudgeIfNothingBookedSchoolDays,
    IReadOnlyList<string> ReminderLines,
    int? ProtectedTimeAfterMoves)
{
    internal static NotificationRules Read(DefinitionNode node) => new(
        node.Wholes("meetingReminderWorkingDaysBefore"), node.Flag("afterMeetingCheckIn"),
        node.WholeOrNull("nudgeIfNothingBookedSchoolDays"), node.Phrases("reminderLines"), node.WholeOrNull("protectedTimeAfterMoves"));
}
