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
            RightSettling.Done done =>
            [
                context.Receipt(
                    context.Texts.Plain("Settle.Heading"),
                    context.Texts.Plain("Settle.Text", ("what", MyDataCards.Right(done.Request, context)), ("date", done.Request.SettledOn!.Value))),
            ],
            RightSettling.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Answered)],
            _ => [context.NotYours()],
        };
}
