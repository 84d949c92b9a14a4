using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Either finishes a cycle without a reason; asked once, because it cannot be undone.</summary>
public sealed class FinishCycleFlow : OneStepFlow
{
    /// <summary>Carried by the second press.</summary>
    private const string Sure = "yes";

    public override string Name => "finish-cycle";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.CycleWithdraw];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press
            || await context.Stores.CycleAsync(new CycleId(press.About)) is not { } cycle || !cycle.Has(context.Me.Id))
        {
            return [context.NotYours()];
        }

        context = context.In(cycle);
        var name = await context.OthersAsync(cycle);
        return !cycle.IsOpen ? [context.OutOfDate(OutOfDateCard.Since.Changed)]
            : press.Arg == Sure ? await FinishAsync(cycle, press.Input(InputIds.Bar) == "true", name, context)
            : [new Show.Card(FinishCard.Of(new FinishCard.View(name), context.Frame(cycle.Id)))];
    }

    private static async Task<IReadOnlyList<Show>> FinishAsync(Cycle cycle, bool bar, string name, FlowContext context) =>
        await new FinishCycle(context.Turn).FinishAsync(context.Me.Id, cycle.Id, bar) switch
        {
            Finishing.Finished finished =>
            [
                context.Receipt(
                    context.Texts.Plain("Cycle.Finished.Heading"), context.Texts.Plain("Cycle.Finished.Text", ("name", name)),
                    buttons: FinishCycle.MayChooseAgain(context.Programme, cycle, context.Me.Id)
                        ? [new Button(Cards.Verbs.RequestStart, context.Texts.Plain("Finish.ChooseAgain"))]
                        : null),
                .. await FeedbackCards.FarewellAsync(finished.Cycle, context),
            ],
            Finishing.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            _ => [context.NotYours()],
        };
}
