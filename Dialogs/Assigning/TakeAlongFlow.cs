using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>At the end of a cycle: whether a partner might train to support others (S1-18).</summary>
public sealed class TakeAlongFlow : OneStepFlow
{
    public override string Name => "take-along";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.MightTrain];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press || await context.Stores.CycleAsync(new CycleId(press.Guid)) is not { } cycle || !cycle.Has(context.Me.Id))
        {
            return [context.NotYours()];
        }

        context = context.In(cycle);
        return await new AskToTrain(context.Turn).SayAsync(context.Me.Id, cycle.Id)
            ? [context.Receipt(context.Texts.Plain("MightTrain.Heading"), context.Texts.Plain("MightTrain.Text", ("name", context.CoordinatorContact().Name)))]
            : [context.NotYours()];
    }
}
