using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>What a cycle is about, in the words of whoever is supported: one subject, to be changed but never a second one (S1-13).</summary>
public sealed class SayCycleSubjectFlow : OneStepFlow
{
    public override string Name => "say-cycle-subject";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.SubjectOpen, Cards.Verbs.SubjectSave, Cards.Verbs.SubjectChange];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press || await context.Stores.CycleAsync(new CycleId(press.About)) is not { } cycle || cycle.Requester != context.Me.Id)
        {
            return [context.NotYours()];
        }

        context = context.In(cycle);
        if (press.Verb == Cards.Verbs.SubjectOpen)
        {
            return cycle.IsOpen && context.Programme.Relationship.OneSubjectPerCycle
                ? [await CardAsync(cycle, context)]
                : [context.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        var typed = press.Input(InputIds.CycleSubject) is { } text ? Typed.Line(text, ChooseSubject.Longest) : null;
        return await new ChooseSubject(context.Turn).WriteAsync(context.Me.Id, cycle.Id, typed, change: press.Verb == Cards.Verbs.SubjectChange) switch
        {
            SubjectAnswer.Saved saved => [await SavedAsync(cycle, saved.Subject, context)],
            SubjectAnswer.HasOne => [await CardAsync(cycle, context, typed, second: true)],
            SubjectAnswer.Empty => [await CardAsync(cycle, context, problem: context.Texts.Plain("Problem.Subject"))],
            SubjectAnswer.PhoneNumber => [await CardAsync(cycle, context, typed, problem: context.Texts.Plain("Problem.Phone"))],
            SubjectAnswer.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            _ => [context.NotYours()],
        };
    }

    private static async Task<Show> CardAsync(Cycle cycle, FlowContext context, string? typed = null, bool second = false, string? problem = null) =>
        new Show.Replace(SubjectCard.Of(
            new SubjectCard.View(
                await context.NameAsync(cycle.Supporter), (await new ChooseSubject(context.Turn).OfAsync(cycle))?.Text, typed, second, problem),
            context.Frame(cycle.Id)));

    private static async Task<Show> SavedAsync(Cycle cycle, PrivateNote subject, FlowContext context) =>
        PhaseNow.Of(context.Programme, cycle) is { } now
            ? new Show.Replace(await PhaseCards.PhaseAsync(cycle, now, context, subject: subject.Text))
            : context.Receipt(context.Texts.Plain("Subject.Saved.Heading"), context.Texts.Plain("Subject.Saved.Text"), written: subject.Text);
}
