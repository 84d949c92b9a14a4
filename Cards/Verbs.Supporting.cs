namespace PeerBot.Cards;

public static partial class Verbs
{
    // Becoming a supporter
    public const string SupporterOffer = "supporter.offer";
    public const string SupporterSave = "supporter.save";
    public const string SupporterPreview = "supporter.preview";
    public const string SupporterCancel = "supporter.cancel";
    public const string SupporterCriteria = "supporter.criteria";
    public const string SupporterCriteriaSave = "supporter.criteria-save";
    public const string SupporterTimeAdd = "supporter.time-add";
    public const string SupporterTimesClear = "supporter.times-clear";
    public const string SupporterSend = "supporter.send";
    public const string SupporterRemind = "supporter.remind";
    public const string SupporterList = "supporter.list";
    public const string TrainingBook = "training.book";
    public const string TrainingNoneSuit = "training.none-suit";

    // Being one
    public const string SupporterHome = "supporter.home";
    public const string SupporterAvailability = "supporter.availability";
    public const string SupporterAvailabilitySave = "supporter.availability-save";
    public const string SupporterAwayClear = "supporter.away-clear";
    public const string SupporterPause = "supporter.pause";
    public const string SupporterResume = "supporter.resume";
    public const string SupporterLeave = "supporter.leave";
    public const string SupporterLeaveConfirm = "supporter.leave-confirm";
    public const string SupervisionSend = "supervision.send";
    public const string SupervisionLater = "supervision.later";
    public const string SupervisionSlot = "supervision.slot";
    public const string SupervisionMore = "supervision.more";
    public const string SupervisionCancel = "supervision.cancel";

    // Looking at volunteers, for a coordinator
    public const string ApprovalList = "approval.list";
    public const string ApprovalOpen = "supporter.approve-open";
    public const string ApprovalInspection = "approval.inspection";
    public const string ApprovalInspectionSave = "approval.inspection-save";
    public const string ApprovalApprove = "approval.approve";
    public const string ApprovalNotYet = "approval.not-yet";
    public const string ApprovalRefuse = "approval.refuse";
    public const string ApprovalAttended = "approval.attended";
    public const string ApprovalAbsent = "approval.absent";
    public const string ApprovalStillMeets = "approval.still-meets";
    public const string ApprovalOffList = "approval.off-list";
    public const string ApprovalNotServing = "approval.not-serving";
    public const string ApprovalTaskDone = "approval.task-done";
    public const string TrainingDates = "training.dates";
    public const string TrainingDateAdd = "training.date-add";
    public const string TrainingDateRemove = "training.date-remove";
    public const string PoolShow = "pool.show";

    private static string[] SupportingReading =>
    [
        SupporterStart, SupporterOffer, SupporterCriteria, SupporterHome, SupporterAvailability, SupporterLeave, SupervisionAsk,
        SupervisionMore, SupervisionLater, ApprovalList, ApprovalOpen, ApprovalInspection, TrainingDates, PoolShow,
    ];
}
