using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>First contact, and going on, pausing or resuming a cycle.</summary>
public sealed class KeepCycleGoingFlow : OneStepFlow
{
    public override string Name => "keep-cycle-going";

    public override IReadOnlyCollection<string> Verbs =>
        [Cards.Verbs.ContactMade, Cards.Verbs.CycleKeepGoing, Cards.Verbs.CyclePause, Cards.Verbs.CycleResume];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press
            || await context.Stores.CycleAsync(new CycleId(press.About)) is not { } cycle || !cycle.Has(context.Me.Id))
        {
            return [context.NotYours()];
        }

        context = context.In(cycle);
        return press.Verb switch
        {
            Cards.Verbs.ContactMade => await ContactMadeAsync(cycle, context),
            Cards.Verbs.CyclePause => await PauseAsync(cycle, context),
            _ => await GoOnAsync(cycle, context),
        };
    }

    private static async Task<IReadOnlyList<Show>> ContactMadeAsync(Cycle cycle, FlowContext context) =>
        await new WatchCycle(context.Turn).MadeContactAsync(context.Me.Id, cycle.Id) switch
        {
            ContactMade.Noted noted => [new Show.Replace(await PairCards.PairedAsync(noted.Cycle, context))],
            ContactMade.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            _ => [context.NotYours()],
        };

    private static async Task<IReadOnlyList<Show>> PauseAsync(Cycle cycle, FlowContext context) =>
        await new PauseCycle(context.Turn).PauseAsync(context.Me.Id, cycle.Id) is Pausing.Paused paused
            ?
            [
                new Show.Replace(ReceiptCard.Of(
                    new ReceiptCard.View(context.Texts.Plain("Pause.Heading"), context.Texts.Plain("Pause.Text"), Buttons: [Resume(context)]),
                    context.Frame(paused.Cycle.Id))),
            ]
            : [context.OutOfDate(OutOfDateCard.Since.Changed)];

    private static async Task<IReadOnlyList<Show>> GoOnAsync(Cycle cycle, FlowContext context)
    {
        var wasPaused = cycle.Paused;
        if (await new PauseCycle(context.Turn).GoOnAsync(context.Me.Id, cycle.Id) is not Pausing.GoingOn going)
        {
            return [context.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        var name = await context.OthersAsync(cycle);
        return
        [
            context.Receipt(
                context.Texts.Plain(wasPaused ? "Pause.OverHeading" : "KeepGoing.Heading"),
                wasPaused ? context.Texts.Plain("Pause.OverText", ("name", name)) : context.Texts.Plain("KeepGoing.Text", ("name", name))),
            .. going.Cycle.Cadence is { Agreed: true } ? [new Show.Card(await TimeCards.PickAsync(going.Cycle, context))] : Array.Empty<Show>(),
        ];
    }

    internal static Button Resume(FlowContext context) => new(Cards.Verbs.CycleResume, context.Texts.Plain("Status.Resume"));
}
