using PeerBot.Cards;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Both sign how they work together; either may change it, which asks both again.</summary>
public sealed class AgreeGroundRulesFlow : OneStepFlow
{
    public override string Name => "agree-ground-rules";

    public override IReadOnlyCollection<string> Verbs =>
        [Cards.Verbs.RulesOpen, Cards.Verbs.RulesAgree, Cards.Verbs.RulesChange, Cards.Verbs.RulesPropose, Cards.Verbs.RulesBack];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press
            || await context.Stores.CycleAsync(new CycleId(press.About)) is not { } cycle || !cycle.Signers.Contains(context.Me.Id))
        {
            return [context.NotYours()];
        }

        context = context.In(cycle);
        return press.Verb switch
        {
            _ when !cycle.IsOpen => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            Cards.Verbs.RulesAgree => await AgreeAsync(cycle, press, context),
            Cards.Verbs.RulesPropose => await ChangeAsync(cycle, press, context),
            Cards.Verbs.RulesChange when press.Version != cycle.Rules.Revision =>
                [context.Say("Rules.ChangedMeanwhile"), new Show.Replace(await PairCards.RulesAsync(cycle, context))],
            Cards.Verbs.RulesChange => [new Show.Replace(await PairCards.RulesAsync(cycle, context, suggesting: true))],
            _ => [new Show.Replace(await PairCards.RulesAsync(cycle, context))],
        };
    }

    private static async Task<IReadOnlyList<Show>> AgreeAsync(Cycle cycle, Incoming.Pressed press, FlowContext context)
    {
        switch (await new AgreeGroundRules(context.Turn).AgreeAsync(context.Me.Id, cycle.Id, press.Version))
        {
            case RulesAnswer.Ticked { Both: true } agreed when cycle.Cadence is null && context.Me.Id == cycle.Organiser:
                return
                [
                    new Show.Replace(await PairCards.RulesAsync(agreed.Cycle, context)),
                    new Show.Card(await PairCards.RhythmAsync(agreed.Cycle, context)),
                ];
            case RulesAnswer.LeadFirst first:
                return [new Show.Replace(await PairCards.RulesAsync(first.Cycle, context))];
            case RulesAnswer.Ticked ticked:
                return [new Show.Replace(await PairCards.RulesAsync(ticked.Cycle, context))];
            case RulesAnswer.OutOfDate old when old.Cycle.IsOpen:
                return [context.Say("Rules.ChangedMeanwhile"), new Show.Replace(await PairCards.RulesAsync(old.Cycle, context))];
            default:
                return [context.OutOfDate(OutOfDateCard.Since.Changed)];
        }
    }

    private static async Task<IReadOnlyList<Show>> ChangeAsync(Cycle cycle, Incoming.Pressed press, FlowContext context)
    {
        var words = press.Input(InputIds.Change);
        var place = press.Input(InputIds.Place);
        if (UkPhoneNumber.Found($"{words} / {place}"))
        {
            return [new Show.Replace(await PairCards.RulesAsync(cycle, context, suggesting: true, context.Texts.Plain("Problem.Phone")))];
        }

        string[] ways = [.. (press.Input(InputIds.Ways) ?? "").Split(',').Where(ContactWays.All.Contains).Distinct()];
        if (ways.Length == 0)
        {
            return [new Show.Replace(await PairCards.RulesAsync(cycle, context, suggesting: true, context.Texts.Plain("Rules.WaysMissing")))];
        }

        var change = new RulesChange(
            place is null ? null : Typed.Line(place, GroundRulesCard.PlaceMost), ways,
            NotesOf(press.Input(InputIds.Notes)) ?? cycle.Rules.Notes,
            words is null ? null : Typed.Block(words, GroundRulesCard.ChangeMost));
        return await new AgreeGroundRules(context.Turn).ChangeAsync(context.Me.Id, cycle.Id, press.Version, change) switch
        {
            RulesAnswer.Changed changed => [new Show.Replace(await PairCards.RulesAsync(changed.Cycle, context, added: change.Suggestion))],
            RulesAnswer.OutOfDate { Cycle.IsOpen: true } old =>
                [context.Say("Rules.ChangedMeanwhile"), new Show.Replace(await PairCards.RulesAsync(old.Cycle, context))],
            _ => [context.OutOfDate(OutOfDateCard.Since.Changed)],
        };
    }

    private static NotesKeptBy? NotesOf(string? value) => value switch
    {
        "none" => NotesKeptBy.Nobody,
        "requester" => NotesKeptBy.Requester,
        "supporter" => NotesKeptBy.Supporter,
        "each-own" => NotesKeptBy.EachOwn,
        _ => null,
    };
}
