using PeerBot.Cards;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Something from training or a visit goes onto the group's next agenda, to be looked at with a critical eye (S4-08).</summary>
public sealed class BringLearningFlow : OneStepFlow
{
    public override string Name => "bring-learning";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.ShareSave];

    public static AdaptiveCard Card(Cycle cycle, FlowContext context, string? problem = null, string? typed = null) =>
        ShareItemCard.Of(new ShareItemCard.View(typed, problem), context.Frame(cycle.Id));

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press
            || await context.Stores.CycleAsync(new CycleId(press.Guid)) is not { IsGroup: true } cycle || !cycle.Has(context.Me.Id))
        {
            return [context.NotYours()];
        }

        context = context.In(cycle.Programme);
        if (!cycle.IsOpen)
        {
            return [context.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        var words = Typed.Line(press.Input(InputIds.Share) ?? "", ShareItemCard.Most);
        if (UkPhoneNumber.Found(words))
        {
            return [new Show.Replace(Card(cycle, context, context.Texts.Plain("Problem.Phone"), words))];
        }

        var items = await context.Stores.NotesAsync(NoteKind.ShareItem, cycle.Id.ToString());
        var added = new PrivateNote(
            Guid.NewGuid(), context.Me.Id, NoteKind.ShareItem, cycle.Id.ToString(), words, Shared: true, WrittenAt: context.Now);
        context.Stores.Save(added);
        var others = GroupSession.Waiting(items, await context.Stores.MeetingsAsync(cycle.Id), context.Now);
        return
        [
            context.Receipt(
                context.Texts.Plain("ShareItem.Saved.Heading"),
                context.Texts.Plain(others.Count > 0 ? "ShareItem.Saved.Together" : "ShareItem.Saved.Text"), written: words.Length > 0 ? words : null),
        ];
    }
}
