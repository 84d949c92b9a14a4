using PeerBot.Cards;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>A milestone of the programme, such as a finished piece of learning, is a good moment to meet: times are offered, within the rules.</summary>
public sealed class ReachMilestoneFlow : OneStepFlow
{
    public override string Name => "reach-milestone";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.MilestoneReached];

    public override bool Wants(string text, FlowContext context) => Typed(text, context) is not null;

    /// <summary>A button for each milestone of the programme that is a moment to meet.</summary>
    internal static IEnumerable<Button> Buttons(Cycle cycle, FlowContext context) =>
        context.Programme.Cycle.Milestones.Where(one => one.OfferMeeting).Select(one => new Button(Cards.Verbs.MilestoneReached, one.Label, $"{cycle.Id}|{one.Id}"));

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press)
        {
            var reached = Typed(((Incoming.Typed)incoming).Text, context);
            var cycles = await context.CyclesAsync();
            return cycles is [var only] ? await OfferAsync(only, reached, context)
                : cycles.Count == 0 ? [context.Say("Time.NoCycle")] : [context.Say("Time.WithWhom"), new Show.Card(await StatusCards.StatusAsync(context))];
        }

        return await context.Stores.CycleAsync(new CycleId(press.About)) is { } cycle && cycle.Has(context.Me.Id)
            ? await OfferAsync(cycle, context.In(cycle).Programme.Cycle.Milestones.FirstOrDefault(one => one.Id == press.Then), context)
            : [context.NotYours()];
    }

    /// <param name="reached">Null: a button of an older card, which did not say.</param>
    private static async Task<IReadOnlyList<Show>> OfferAsync(Cycle cycle, Milestone? reached, FlowContext context)
    {
        context = context.In(cycle);
        IReadOnlyList<Show> shows = cycle switch
        {
            { IsOpen: false } => [context.OutOfDate(OutOfDateCard.Since.Changed)],

            // A group looks at it together, in the session that comes next.
            { IsGroup: true } => [new Show.Card(BringLearningFlow.Card(cycle, context))],
            { Rules.Agreed: false } => [context.Say("Rhythm.RulesFirst"), new Show.Card(await PairCards.RulesAsync(cycle, context))],
            { Cadence: not { Agreed: true } } => [context.Say("Milestone.RhythmFirst"), new Show.Card(await PairCards.RhythmAsync(cycle, context))],
            _ => [context.Say("Milestone.GoodMoment"), new Show.Card(await TimeCards.PickAsync(cycle, context))],
        };
        return cycle.IsOpen && reached?.Question is { } question ? [context.Say("Milestone.Question", ("question", question)), .. shows] : shows;
    }

    /// <summary>
    /// The label itself or how it begins, "I have been on training"; or that the thing which it has in brackets is finished: "I finished a PLA".
    /// </summary>
    private static Milestone? Typed(string text, FlowContext context)
    {
        var words = Words(text);
        return context.Programme.Cycle.Milestones.FirstOrDefault(one => one.OfferMeeting && Says(words, Words(one.Label)))
            ?? context.Programme.Cycle.Milestones.FirstOrDefault(one => one.OfferMeeting && Abbreviation(one.Label) is { } initials && words.Contains(initials) && words.Any(Done.Contains));
    }

    private static bool Says(List<string> words, List<string> label) => label.SequenceEqual(words) || (words.Count > 3 && label.Take(words.Count).SequenceEqual(words));

    private static readonly HashSet<string> Done = ["finished", "finish", "completed", "complete", "done"];

    private static string? Abbreviation(string label) =>
        label.LastIndexOf('(') is >= 0 and var open && label.EndsWith(')') ? label[(open + 1)..^1].ToLowerInvariant() : null;

    private static List<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split([' ', '.', ',', '!', '(', ')'], StringSplitOptions.RemoveEmptyEntries)];
}
