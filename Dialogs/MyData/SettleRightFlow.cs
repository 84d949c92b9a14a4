using PeerBot.Cards;
using PeerBot.Domain.Oversight;

namespace PeerBot.Dialogs;

/// <summary>Whoever has answered a request about somebody's data marks it as settled.</summary>
public sealed class SettleRightFlow : OneStepFlow
{
    public override string Name => "settle-right";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.RightSettle];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context) =>
        incoming is not Incoming.Pressed press ? [context.NotYours()]
        : await new SettleRight(context.Turn).DoAsync(context.Me.Id, press.About) switch
        {
            RightSettling.Done done => [Settled(done.Request, context)],
            RightSettling.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Answered)],
            _ => [context.NotYours()],
        };

    /// <summary>The data protection contact need not coordinate anything.</summary>
    private static Show Settled(RightsRequest request, FlowContext context)
    {
        var heading = context.Texts.Plain("Settle.Heading");
        var text = context.Texts.Plain("Settle.Text", ("what", MyDataCards.Right(request, context)), ("date", request.SettledOn!.Value));
        return Overseer.Of(context, request.ProgrammeId) is { } there ? there.Done(heading, text, Cards.Verbs.CoordinatorTasks) : context.Receipt(heading, text);
    }
}
