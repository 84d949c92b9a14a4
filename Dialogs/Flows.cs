namespace PeerBot.Dialogs;

/// <summary>Every flow of the product. Of two that want the same typed words the first gets them.</summary>
public static class Flows
{
    public static IReadOnlyList<IFlow> All { get; } =
    [
        new OverseeFlow(),
        new AnswerUnansweredFlow(),
        new DecideExtensionFlow(),
        new ChangeCalendarFlow(),
        new ChangeContactFlow(),
        new TakeSelfEvaluationFlow(),
        new BookMeetingFlow(),
        new DeclareBusyFlow(),
        new Welcome(),
        new AnswerAskFlow(),
        new DecideRequestFlow(),
        new StartForHeadFlow(),
        new ChooseAgainFlow(),
        new AboutFlow(),
        new AgreeGroundRulesFlow(),
        new AgreeCadenceFlow(),
        new PlanSeriesFlow(),
        new ReachMilestoneFlow(),
        new CheckInFlow(),
        new GiveFeedbackFlow(),
        new ShareConcern(),
        new ManageMyData(),
        new OfferSupportFlow(),
        new TakeTrainingFlow(),
        new StayAvailableFlow(),
        new AskForSupervisionFlow(),
        new ApproveSupporterFlow(),
        new RequestSupportFlow(),
        new FinishCycleFlow(),
        new KeepCycleGoingFlow(),
        new ReviewCycleFlow(),
        new ShortenMeetingFlow(),
        new KeepJournalFlow(),
        new ShowSharedFlow(),
        new SayWhatLackedFlow(),
        new FormGroupsFlow(),
        new LookAfterGroupsFlow(),
        new JoinGroupFlow(),
        new LogSessionFlow(),
        new BringLearningFlow(),
    ];
}
