namespace PeerBot.Dialogs;

/// <summary>Every flow of the product. Of two that want the same typed words the first gets them.</summary>
public static class Flows
{
    public static IReadOnlyList<IFlow> All { get; } =
    [
        new TakeSelfEvaluationFlow(),
        new BookMeetingFlow(),
        new Welcome(),
        new AnswerAskFlow(),
        new AgreeGroundRulesFlow(),
        new AgreeCadenceFlow(),
        new CheckInFlow(),
        new GiveFeedbackFlow(),
        new ShareConcern(),
        new OfferSupportFlow(),
        new TakeTrainingFlow(),
        new StayAvailableFlow(),
        new AskForSupervisionFlow(),
        new ApproveSupporterFlow(),
        new RequestSupportFlow(),
    ];
}
