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
        new Welcome(),
        new AnswerAskFlow(),
        new DecideRequestFlow(),
        new StartForHeadFlow(),
        new ChooseAgainFlow(),
        new AboutFlow(),
        new AgreeGroundRulesFlow(),
        new AgreeCadenceFlow(),
        new CheckInFlow(),
        new GiveFeedbackFlow(),
        new ShareConcern(),
        new RequestSupportFlow(),
    ];
}
