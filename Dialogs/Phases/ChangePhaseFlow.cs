using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Either of the two takes their cycle through its phases, back and forth, and round again with the same partner.</summary>
public sealed class ChangePhaseFlow : OneStepFlow
{
    public override string Name => "change-phase";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.PhaseOpen, Cards.Verbs.PhaseMove, Cards.Verbs.CycleAnother];

    public override bool Wants(string text, FlowContext context) => context.Programme.Cycle.Phases.Count > 0 && context.Texts.Means(text, "Typed.Phase");

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press)
        {
            // What a word can mean depends on which cycle is meant, and where it stands: the card shows both.
            return (await context.Stores.OpenCyclesAsync(context.Me.Id)) is [var only] && PhaseNow.Of(context.In(only).Programme, only) is { } at
                ? [new Show.Card(await PhaseCards.PhaseAsync(only, at, context.In(only)))]
                : [new Show.Card(await StatusCards.StatusAsync(context))];
        }

        if (await context.Stores.CycleAsync(new CycleId(press.About)) is not { } cycle || !cycle.Has(context.Me.Id))
        {
            return [context.NotYours()];
        }

        return press.Verb switch
        {
            Cards.Verbs.PhaseMove => await MoveAsync(cycle, press.Then?.Split('|') ?? [], context),
            Cards.Verbs.CycleAnother => await AnotherAsync(cycle, context),
            _ when cycle.IsOpen => [await ShowAsync(cycle, context)],
            _ => [context.OutOfDate(OutOfDateCard.Since.Changed)],
        };
    }

    private static async Task<IReadOnlyList<Show>> MoveAsync(Cycle cycle, string[] step, FlowContext context) => step is [var from, var to]
        ? await new ChangePhase(context.Turn).MoveAsync(context.Me.Id, cycle.Id, from, to) switch
        {
            PhaseStep.Moved moved => [await ShowAsync(moved.Cycle, context)],
            PhaseStep.There there => [await ShowAsync(there.Cycle, context)],
            PhaseStep.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            _ => [context.NotYours()],
        }
        : [context.OutOfDate(OutOfDateCard.Since.Changed)];

    private static async Task<IReadOnlyList<Show>> AnotherAsync(Cycle cycle, FlowContext context)
    {
        switch (await new StartAnotherCycle(context.Turn).StartAsync(context.Me.Id, cycle.Id))
        {
            case AnotherCycle.Started started:
                var there = context.In(started.Next);
                var name = await there.OthersAsync(cycle);
                return
                [
                    new Show.Replace(await PhaseCards.PhaseAsync(
                        started.Next, PhaseNow.Of(there.Programme, started.Next)!, there, there.Texts.Plain("Phase.Begun", ("name", name)))),
                    .. await FeedbackCards.FarewellAsync(started.Closed, context.In(started.Closed)),
                ];
            case AnotherCycle.NotTakingRequests:
                return [context.Say("Request.NotTaken", ("name", context.Programme.Name.In(context.Me.Locale)))];
            case AnotherCycle.OutOfDate:
                return [context.OutOfDate(OutOfDateCard.Since.Changed)];
            default:
                return [context.NotYours()];
        }
    }

    private static async Task<Show> ShowAsync(Cycle cycle, FlowContext context)
    {
        context = context.In(cycle);
        return PhaseNow.Of(context.Programme, cycle) is { } now
            ? new Show.Replace(await PhaseCards.PhaseAsync(cycle, now, context))
            : context.OutOfDate(OutOfDateCard.Since.Changed);
    }
}
