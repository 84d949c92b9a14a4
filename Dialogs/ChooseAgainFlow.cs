using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Beside a request or a cycle: the coordinator is asked to get in touch, or two people are kept apart (U-04, U-16, U-21).</summary>
public sealed class ChooseAgainFlow : OneStepFlow
{
    public override string Name => "choose-again";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.CoordinatorAsk, Cards.Verbs.PairBar];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context) => incoming switch
    {
        Incoming.Pressed { Verb: Cards.Verbs.PairBar } press =>
            [
                await new DeclareConflict(context.Turn).WithPartnerAsync(context.Me.Id, new CycleId(press.About))
                    ? context.Receipt(context.Texts.Plain("Conflict.Noted.Heading"), context.Texts.Plain("Conflict.Noted.Text"))
                    : context.NotYours(),
            ],
        _ => [await AskAsync(context)],
    };

    private static async Task<Show> AskAsync(FlowContext context)
    {
        await new AskCoordinator(context.Turn).TalkAsync(context.Me.Id, context.Programme);
        var contact = context.CoordinatorContact();
        return context.Receipt(
            context.Texts.Plain("Coordinator.Asked.Heading", ("name", contact.Name)),
            context.Texts.Plain("Coordinator.Asked.Text", ("name", contact.Name)), context.LinesOf(contact));
    }
}
