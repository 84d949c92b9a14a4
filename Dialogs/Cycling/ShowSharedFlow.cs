using PeerBot.Cards;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>
/// What the partner shares, fetched each time. It is drawn only on a card that was pressed, whose message is remembered, so that it can be
/// covered when sharing stops.
/// </summary>
public sealed class ShowSharedFlow : OneStepFlow
{
    private const string Journal = "journal";

    public override string Name => "show-shared";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.SharedShow, Cards.Verbs.SharedOpen];

    public override bool Wants(string text, FlowContext context) => context.Texts.Means(text, "Typed.Shared");

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is Incoming.Typed)
        {
            return await TypedAsync(context);
        }

        if (incoming is not Incoming.Pressed press
            || await context.Stores.CycleAsync(new CycleId(press.About)) is not { } cycle || !cycle.Has(context.Me.Id))
        {
            return [context.NotYours()];
        }

        context = context.In(cycle);
        var content = cycle.IsOpen && press.Verb == Cards.Verbs.SharedOpen && press.Card is { } ? await ContentAsync(cycle, press.Arg, context) : null;
        if (content is null)
        {
            return [new Show.Replace(await CoverAsync(cycle, context))];
        }

        new ShareWithPartner(context.Turn).Opened(cycle, context.Me.Id, press.Card!);
        return [new Show.Replace(content)];
    }

    /// <summary>What there is, without any of it.</summary>
    public static async Task<AdaptiveCard> CoverAsync(Cycle cycle, FlowContext context)
    {
        var evaluations = await new ShareWithPartner(context.Turn).EvaluationsAsync(context.Me.Id, cycle);
        var entries = await new KeepJournal(context.Turn).SharedWithAsync(context.Me.Id, cycle);
        return SharedWithMeCard.Of(
            new SharedWithMeCard.View(
                await context.OthersAsync(cycle),
                [
                    .. evaluations.Select(evaluation => new Button(
                        Cards.Verbs.SharedOpen, context.Texts.Plain(NameOf(evaluation.Occasion)), evaluation.Occasion.ToString())),
                    .. entries.Count > 0 ? [new Button(Cards.Verbs.SharedOpen, context.Texts.Plain("Shared.Journal"), Journal)] : Array.Empty<Button>(),
                ]),
            context.Frame(cycle.Id));
    }

    public static async Task<bool> AnythingAsync(Cycle cycle, FlowContext context) =>
        (await new ShareWithPartner(context.Turn).EvaluationsAsync(context.Me.Id, cycle)).Count > 0
        || (await new KeepJournal(context.Turn).SharedWithAsync(context.Me.Id, cycle)).Count > 0;

    private static async Task<IReadOnlyList<Show>> TypedAsync(FlowContext context)
    {
        foreach (var cycle in (await context.Stores.OpenCyclesAsync(context.Me.Id)).OrderBy(cycle => cycle.Programme.Id != context.Programme.Id))
        {
            var there = context.In(cycle);
            if (await AnythingAsync(cycle, there))
            {
                return [new Show.Card(await CoverAsync(cycle, there))];
            }
        }

        return [context.Say("Shared.NoCycle")];
    }

    /// <returns>Null when it is not shared now.</returns>
    private static async Task<AdaptiveCard?> ContentAsync(Cycle cycle, string? what, FlowContext context)
    {
        if (what == Journal)
        {
            return (await new KeepJournal(context.Turn).SharedWithAsync(context.Me.Id, cycle)).Count == 0 ? null : await JournalCards.SharedAsync(cycle, context);
        }

        var shared = await new ShareWithPartner(context.Turn).EvaluationsAsync(context.Me.Id, cycle);
        return SelfEvaluationCards.InstrumentOf(context) is { } instrument && shared.FirstOrDefault(one => one.Occasion.ToString() == what) is { } evaluation
            ? await new SelfEvaluationCards(context, cycle, instrument, evaluation).SharedAsync(shared)
            : null;
    }

    private static string NameOf(Occasion occasion) => occasion switch
    {
        Occasion.Before => "Shared.Answers.Before",
        Occasion.Midway => "Shared.Answers.Midway",
        _ => "Shared.Answers.After",
    };
}
