using PeerBot.Cards;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Words at the side: one comment to an entry that the partner has shown (S0-21), and what somebody learned from supporting (S0-27).</summary>
public sealed class WriteBesideFlow : OneStepFlow
{
    public override string Name => "write-beside";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.CommentOpen, Cards.Verbs.CommentSave, Cards.Verbs.LearnedOpen, Cards.Verbs.LearnedSave];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press
            || await context.Stores.CycleAsync(new CycleId(press.Guid)) is not { } cycle || !cycle.Has(context.Me.Id))
        {
            return [context.NotYours()];
        }

        context = context.In(cycle);
        return press.Verb switch
        {
            Cards.Verbs.CommentOpen => await OpenCommentAsync(cycle, press.About, context),
            Cards.Verbs.CommentSave => await SaveCommentAsync(cycle, press, context),
            _ when context.Me.Id != cycle.Supporter && !context.Programme.Stance.Reciprocal => [context.NotYours()],
            Cards.Verbs.LearnedSave => SaveLearned(cycle, press.Input(InputIds.Entry), context),
            _ => [new Show.Card(Learned(cycle, context))],
        };
    }

    private static async Task<IReadOnlyList<Show>> OpenCommentAsync(Cycle cycle, Guid entry, FlowContext context)
    {
        var commenting = new CommentOnEntry(context.Turn);
        return await commenting.EntryAsync(context.Me.Id, cycle, entry) is null ? [context.NotYours()]
            : (await commenting.CommentsAsync(cycle)).ContainsKey(entry.ToString("N")) ? [context.OutOfDate(OutOfDateCard.Since.Answered)]
            : [new Show.Card(await CommentAsync(cycle, entry, context))];
    }

    private static async Task<AdaptiveCard> CommentAsync(Cycle cycle, Guid entry, FlowContext context, string? written = null, string? problem = null) => WriteCard.Of(
        new WriteCard.View(
            context.Texts.Plain("Comment.Heading"), context.Texts.Plain("Comment.Text", ("name", await context.OthersAsync(cycle))), null,
            context.Texts.Plain("Comment.Label"), Cards.Verbs.CommentSave, entry.ToString("N"), written, problem),
        context.Frame(cycle.Id));

    private static async Task<IReadOnlyList<Show>> SaveCommentAsync(Cycle cycle, Incoming.Pressed press, FlowContext context)
    {
        var words = press.Input(InputIds.Entry);
        if (words is not null && Disclosure.Mentions(words, context.Texts))
        {
            return await ShareConcern.NoticedAsync(context);
        }

        var kept = words is null ? null : Typed.Block(words, WriteCard.Most);
        return await new CommentOnEntry(context.Turn).SayAsync(context.Me.Id, cycle.Id, press.About, kept) switch
        {
            CommentAnswer.Saved =>
            [
                context.Receipt(
                    context.Texts.Plain("Comment.Saved.Heading"),
                    context.Texts.Plain("Comment.Saved.Text", ("name", await context.OthersAsync(cycle))), written: kept),
            ],
            CommentAnswer.Empty => [new Show.Replace(await CommentAsync(cycle, press.About, context, problem: context.Texts.Plain("Journal.Empty")))],
            CommentAnswer.PhoneNumber => [new Show.Replace(await CommentAsync(cycle, press.About, context, words, context.Texts.Plain("Problem.Phone")))],
            CommentAnswer.Already => [context.OutOfDate(OutOfDateCard.Since.Answered)],
            _ => [context.NotYours()],
        };
    }

    private static AdaptiveCard Learned(Cycle cycle, FlowContext context, string? written = null, string? problem = null) => WriteCard.Of(
        new WriteCard.View(
            context.Texts.Plain("Learned.Heading"), context.Texts.Plain("Learned.Text"), context.Texts.Plain("Thanks.WhatYouLearned"),
            context.Texts.Plain("Learned.Label"), Cards.Verbs.LearnedSave, Written: written, Problem: problem),
        context.Frame(cycle.Id));

    private static IReadOnlyList<Show> SaveLearned(Cycle cycle, string? words, FlowContext context)
    {
        if (words is null || UkPhoneNumber.Found(words))
        {
            return [new Show.Replace(Learned(cycle, context, words, context.Texts.Plain(words is null ? "Journal.Empty" : "Problem.Phone")))];
        }

        var kept = Typed.Block(words, WriteCard.Most);
        context.Stores.Save(new PrivateNote(Guid.NewGuid(), context.Me.Id, NoteKind.Learned, cycle.Id.ToString(), kept, WrittenAt: context.Now));
        return
        [
            new Show.Replace(ReceiptCard.Of(
                new ReceiptCard.View(
                    context.Texts.Plain("Learned.Saved.Heading"), context.Texts.Plain("Learned.Saved.Text"), Written: kept,
                    Buttons: [new Button(Cards.Verbs.RecordShow, context.Texts.Plain("Record.Button"))]),
                context.Frame(cycle.Id))),
        ];
    }
}
