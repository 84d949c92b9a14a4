namespace PeerBot.Cards;

/// <summary>What a press asks for: noun, then verb.</summary>
public static partial class Verbs
{
    // Anywhere
    public const string Help = "help";
    public const string CardOk = "card.ok";
    public const string StepResume = "step.resume";
    public const string StepStop = "step.stop";
    public const string StatusShow = "status.show";
    public const string CurrentShow = "current.show";
    public const string OtherHelpShow = "other-help.show";
    public const string ConcernShow = "concern.show";
    public const string ConcernCallMe = "concern.call-me";
    public const string ConcernCarryOn = "concern.carry-on";
    public const string MyDataShow = "my-data.show";
    public const string MyDataDownload = "my-data.download";
    public const string MyDataCorrect = "my-data.correct";
    public const string MyDataErase = "my-data.erase";
    public const string MyDataObject = "my-data.object";
    public const string MyDataComplain = "my-data.complain";
    public const string BusyAdd = "busy.add";
    public const string BusyRemove = "busy.remove";
    public const string BusyFeedNew = "busy.feed-new";

    // Asking for support
    public const string RequestStart = "request.start";
    public const string RequestSave = "request.save";
    public const string RequestCancel = "request.cancel";
    public const string RequestReview = "request.review";
    public const string RequestSend = "request.send";
    public const string RequestChange = "request.change";
    public const string RequestWithdraw = "request.withdraw";
    public const string RequestWait = "request.wait";
    public const string SupporterStart = "supporter.start";
    public const string SupportersShow = "supporters.show";
    public const string SupportersMore = "supporters.more";
    public const string PreferenceAdd = "pref.add";
    public const string PreferenceRemove = "pref.remove";
    public const string PreferenceUp = "pref.up";
    public const string ConflictDeclare = "conflict.declare";

    // Answering an ask
    public const string AskAccept = "ask.accept";
    public const string AskDecline = "ask.decline";
    public const string AskDeclineSend = "ask.decline-send";
    public const string AskConflict = "ask.conflict";
    public const string AskBack = "ask.back";

    // A pair
    public const string CycleWithdraw = "cycle.withdraw";
    public const string RulesOpen = "rules.open";
    public const string RulesAgree = "rules.agree";
    public const string RulesChange = "rules.change";
    public const string RulesPropose = "rules.propose";
    public const string RulesBack = "rules.back";
    public const string CadenceOpen = "cadence.open";
    public const string CadencePropose = "cadence.propose";
    public const string CadenceAccept = "cadence.accept";
    public const string CadenceChange = "cadence.change";
    public const string CadenceConfirm = "cadence.confirm";
    public const string DatesOpen = "dates.open";
    public const string DatesPropose = "dates.propose";
    public const string DatesAccept = "dates.accept";
    public const string MilestoneReached = "milestone.reached";

    // Meetings
    public const string SlotFind = "slot.find";
    public const string SlotPick = "slot.pick";
    public const string SlotMore = "slot.more";
    public const string SlotNone = "slot.none";
    public const string SlotTyped = "slot.typed";
    public const string MeetingComing = "meeting.coming";
    public const string MeetingMove = "meeting.move";
    public const string MeetingMoveTo = "meeting.move-to";
    public const string MeetingMoveMore = "meeting.move-more";
    public const string MeetingCancel = "meeting.cancel";
    public const string MeetingCancelConfirm = "meeting.cancel-confirm";
    public const string MeetingKeep = "meeting.keep";
    public const string MeetingPutBack = "meeting.put-back";
    public const string MetYes = "met.yes";
    public const string MetMoved = "met.moved";
    public const string MetNo = "met.no";

    // Looking back
    public const string SelfEvaluationBegin = "self-evaluation.begin";
    public const string SelfEvaluationSkip = "self-evaluation.skip";
    public const string SelfEvaluationLater = "self-evaluation.later";
    /// <summary>"continue" typed; no button has it.</summary>
    public const string SelfEvaluationContinue = "self-evaluation.continue";
    public const string SelfEvaluationNext = "self-evaluation.next";
    public const string SelfEvaluationStop = "self-evaluation.stop";
    public const string SelfEvaluationBack = "self-evaluation.back";
    public const string SelfEvaluationShow = "self-evaluation.show";
    public const string SelfEvaluationShare = "self-evaluation.share";
    public const string SelfEvaluationUnshare = "self-evaluation.unshare";
    public const string TopicPick = "topic.pick";
    public const string TopicSave = "topic.save";
    public const string JournalSave = "journal.save";
    public const string JournalSkip = "journal.skip";
    public const string JournalList = "journal.list";
    public const string JournalShare = "journal.share";
    public const string JournalDownload = "journal.download";
    public const string FeedbackSend = "feedback.send";
    public const string FeedbackLater = "feedback.later";
    public const string FeedbackDecline = "feedback.decline";
    public const string SupervisionAsk = "supervision.ask";

    /// <summary>Presses that only show something: each one is answered afresh, however often it comes. All others count once a card.</summary>
    public static readonly IReadOnlySet<string> Reading = ((string[])
    [
        Help, CardOk, StatusShow, CurrentShow, OtherHelpShow, ConcernShow, MyDataShow,
        SupportersMore, RequestChange, RequestReview, AskDecline, AskBack,
        RulesOpen, RulesChange, RulesBack, CadenceOpen, CadenceChange, DatesOpen, MilestoneReached,
        SlotFind, SlotMore, MeetingComing, MeetingMove, MeetingMoveMore, MeetingCancel, MeetingKeep,
        SelfEvaluationBegin, SelfEvaluationBack, SelfEvaluationShow, TopicPick,
        .. AskingReading, .. CyclingReading, .. CoordinatingReading, .. MyDataReading,
        .. SupportingReading, .. SchemesReading, .. PhasesReading, .. AssigningReading, .. PairingReading, .. GroupsReading,
    ]).ToHashSet(StringComparer.Ordinal);
}
