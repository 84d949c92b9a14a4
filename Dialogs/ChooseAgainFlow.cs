using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Beside a request or a cycle: the coordinator is asked to get in touch (U-16).</summary>
public sealed class ChooseAgainFlow : OneStepFlow
{
    public override string Name => "choose-again";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.CoordinatorAsk];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        await new AskCoordinator(context.Turn).TalkAsync(context.Me.Id, context.Programme);
        var contact = context.CoordinatorContact();
        return
        [
            context.Receipt(
                context.Texts.Plain("Coordinator.Asked.Heading", ("name", contact.Name)),
                context.Texts.Plain("Coordinator.Asked.Text", ("name", contact.Name)), context.LinesOf(contact)),
        ];
    }
}
