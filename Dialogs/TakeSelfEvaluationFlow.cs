using NodaTime.Text;
using PeerBot.Cards;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>
/// A look at one's own confidence, section by section; blanks are fine, stopping is fine. Where the owner is stands in the evaluation
/// itself, so it goes on after any interruption, on any day.
/// </summary>
public sealed class TakeSelfEvaluationFlow : OneStepFlow
{
    public override string Name => "take-self-evaluation";

    public override IReadOnlyCollection<string> Verbs =>
    [
        Cards.Verbs.SelfEvaluationBegin, Cards.Verbs.SelfEvaluationSkip, Cards.Verbs.SelfEvaluationLater, Cards.Verbs.SelfEvaluationNext,
        Cards.Verbs.SelfEvaluationStop, Cards.Verbs.SelfEvaluationBack, Cards.Verbs.SelfEvaluationShow, Cards.Verbs.SelfEvaluationShare,
        Cards.Verbs.SelfEvaluationUnshare, Cards.Verbs.TopicPick, Cards.Verbs.TopicSave, Cards.Verbs.SelfEvaluationContinue,
    ];

    public override bool Wants(string text, FlowContext context) => Continues(text, context);

    internal static bool Continues(string text, FlowContext context) => context.Texts.Means(text, "Typed.Confidence");

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press)
        {
            return await ContinueAsync(context);
        }

        if (SelfEvaluationCards.Read(press.Id) is not var (cycleId, occasion)
            || await context.Stores.CycleAsync(cycleId) is not { } cycle || !cycle.Has(context.Me.Id))
        {
            return [context.NotYours()];
        }

        context = context.In(cycle);
        if (SelfEvaluationCards.InstrumentOf(context) is not { } instrument)
        {
            return [context.Say("SelfEvaluation.NotOffered")];
        }

        var evaluation = await context.Stores.SelfEvaluationAsync(context.Me.Id, cycleId, occasion)
            ?? SelfEvaluation.Start(context.Me.Id, cycleId, occasion, instrument, context.Now);
        var cards = new SelfEvaluationCards(context, cycle, instrument, evaluation);
        return press.Verb switch
        {
            Cards.Verbs.SelfEvaluationBegin => await BeginAsync(press, cards),
            Cards.Verbs.SelfEvaluationContinue => [new Show.Card(await cards.WhereItStandsAsync())],
            Cards.Verbs.SelfEvaluationNext or Cards.Verbs.SelfEvaluationStop or Cards.Verbs.SelfEvaluationBack => await SaveAsync(press, cards),
            Cards.Verbs.SelfEvaluationSkip => [context.Receipt(context.Texts.Plain("SelfEvaluation.Skipped.Heading"), context.Texts.Plain("SelfEvaluation.Skipped.Text"))],
            Cards.Verbs.SelfEvaluationLater => [context.Receipt(context.Texts.Plain("SelfEvaluation.Later.Heading"), context.Texts.Plain("SelfEvaluation.Later.Text"))],
            Cards.Verbs.SelfEvaluationShare or Cards.Verbs.SelfEvaluationUnshare => await ShareAsync(press.Verb == Cards.Verbs.SelfEvaluationShare, cards),
            Cards.Verbs.TopicPick => [new Show.Replace(await cards.TopicAsync())],
            Cards.Verbs.TopicSave => await SaveTopicAsync(press, cards),
            _ => [new Show.Replace(await cards.SummaryAsync())],
        };
    }

    private static async Task<IReadOnlyList<Show>> ContinueAsync(FlowContext context)
    {
        foreach (var cycle in (await context.Stores.OpenCyclesAsync(context.Me.Id)).OrderBy(cycle => cycle.Programme.Id != context.Programme.Id))
        {
            var there = context.In(cycle);
            if (SelfEvaluationCards.InstrumentOf(there) is not { } instrument)
            {
                continue;
            }

            foreach (var occasion in there.Programme.SelfEvaluation.Occasions.Reverse())
            {
                if (await context.Stores.SelfEvaluationAsync(context.Me.Id, cycle.Id, occasion) is { } begun)
                {
                    var cards = new SelfEvaluationCards(there, cycle, instrument, begun);
                    return [new Show.Card(await cards.WhereItStandsAsync()), .. await MidwayAsync(begun, cycle, instrument, there)];
                }
            }

            var first = there.Programme.SelfEvaluation.Occasions[0];
            var fresh = SelfEvaluation.Start(context.Me.Id, cycle.Id, first, instrument, context.Now);
            return [new Show.Card(new SelfEvaluationCards(there, cycle, instrument, fresh).Start())];
        }

        return [context.Say("SelfEvaluation.NoCycle")];
    }

    /// <summary>Somebody who asks for it may look again once they have met, where the scheme has a look on the way.</summary>
    private static async Task<IReadOnlyList<Show>> MidwayAsync(SelfEvaluation begun, Cycle cycle, SelfEvaluationInstrument instrument, FlowContext context) =>
        begun is { Occasion: Occasion.Before, IsComplete: true } && context.Programme.SelfEvaluation.Occasions.Contains(Occasion.Midway)
        && (await context.Stores.MeetingsAsync(cycle.Id)).Any(meeting => meeting.State == MeetingState.Held)
            ? [new Show.Card(new SelfEvaluationCards(context, cycle, instrument, SelfEvaluation.Start(context.Me.Id, cycle.Id, Occasion.Midway, instrument, context.Now)).Start())]
            : [];

    private static async Task<IReadOnlyList<Show>> BeginAsync(Incoming.Pressed press, SelfEvaluationCards cards)
    {
        if (press.Input(InputIds.Name) is { } typed && UkPhoneNumber.Found(typed))
        {
            return [cards.Context.Say("Problem.Phone"), new Show.Replace(cards.Start())];
        }

        var date = LocalDatePattern.Iso.Parse(press.Input(InputIds.DateCompleted) ?? "");
        if (press.Input(InputIds.Name) is { } name || date.Success)
        {
            cards.Keep(cards.Evaluation.Record(press.Input(InputIds.Name), date.Success ? date.Value : null, cards.Context.Now));
        }

        return [new Show.Replace(await cards.NextAsync())];
    }

    private static async Task<IReadOnlyList<Show>> SaveAsync(Incoming.Pressed press, SelfEvaluationCards cards)
    {
        var texts = cards.Context.Texts;
        if (cards.Instrument.Sections.FirstOrDefault(section => section.Order == press.Version) is not { } section)
        {
            return [cards.Context.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        var answers = new Dictionary<string, Confidence>();
        foreach (var statement in section.Statements)
        {
            if (int.TryParse(press.Input(statement.Id), out var level) && Enum.IsDefined((Confidence)level))
            {
                answers[statement.Id] = (Confidence)level;
            }
        }

        // What cannot be kept stays out; the answers beside it are kept, so that they are on the card when it comes again.
        var evidence = press.Input(InputIds.Evidence);
        var problem = evidence is null ? null
            : UkPhoneNumber.Found(evidence) ? cards.Context.Say("Problem.Phone")
            : evidence.Length > SelfEvaluation.MaxEvidence ? cards.Context.Say("SelfEvaluation.TooLong", ("most", SelfEvaluation.MaxEvidence))
            : null;
        var kept = problem is null ? evidence : cards.Evaluation.Evidence.GetValueOrDefault(section.Id);
        switch (cards.Evaluation.AnswerSection(cards.Instrument, section.Id, answers, kept, cards.Context.Now))
        {
            case SectionSave.Saved saved when problem is not null:
                cards.Keep(saved.Evaluation);
                return [problem, new Show.Replace(cards.Section(section.Order, press.Inputs))];
            case SectionSave.Saved saved:
                cards.Keep(saved.Evaluation);
                return press.Verb == Cards.Verbs.SelfEvaluationStop
                    ? [cards.Context.Receipt(texts.Plain("SelfEvaluation.Saved.Heading"), texts.Plain("SelfEvaluation.Saved.Text"))]
                    : press.Verb == Cards.Verbs.SelfEvaluationBack ? [new Show.Replace(cards.Section(Math.Max(1, section.Order - 1)))]
                    : [new Show.Replace(saved.Next is { } next ? cards.Section(next.Order) : await cards.SummaryAsync())];
            default:
                return [cards.Context.OutOfDate(OutOfDateCard.Since.Changed)];
        }
    }

    private static async Task<IReadOnlyList<Show>> ShareAsync(bool shared, SelfEvaluationCards cards)
    {
        var before = cards.Evaluation.Shared;
        cards.Keep(cards.Evaluation.Share(shared, cards.Context.Programme.SelfEvaluation, cards.Context.Now));
        if (cards.Evaluation.Shared != before)
        {
            await new ShareWithPartner(cards.Context.Turn).ChangedAsync(cards.Cycle, cards.Context.Me.Id, cards.Evaluation.Shared);
        }

        return [new Show.Replace(await cards.SummaryAsync())];
    }

    private static async Task<IReadOnlyList<Show>> SaveTopicAsync(Incoming.Pressed press, SelfEvaluationCards cards)
    {
        var context = cards.Context;
        if (press.Input(InputIds.Topic) is not { } id
            || cards.Instrument.Sections.SelectMany(section => section.Statements).FirstOrDefault(statement => statement.Id == id) is not { } statement)
        {
            return [new Show.Replace(await cards.TopicAsync())];
        }

        var mine = (await context.Stores.NotesAsync(NoteKind.Topic, cards.Cycle.Id.ToString())).FirstOrDefault(note => note.Owner == context.Me.Id);
        context.Stores.Save((mine ?? new PrivateNote(Guid.NewGuid(), context.Me.Id, NoteKind.Topic, cards.Cycle.Id.ToString(), "")) with
        {
            Text = statement.DisplayText,
        });
        return
        [
            context.Receipt(
                context.Texts.Plain("Topic.Saved.Heading"), context.Texts.Plain("Topic.Saved.Text"), written: statement.DisplayText),
        ];
    }
}
