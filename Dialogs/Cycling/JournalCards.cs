using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>The cards of a journal, for its owner, and for a partner with whom an entry is shared.</summary>
internal static class JournalCards
{
    /// <param name="text">What was written and could not be kept.</param>
    public static async Task<AdaptiveCard> WriteAsync(Cycle cycle, FlowContext context, string? problem = null, string? text = null)
    {
        var bank = context.Turn.Reference.Library.QuestionBanks.GetValueOrDefault(context.Programme.QuestionBank.Ref);
        var most = Math.Min(JournalCard.EntryMost, context.Programme.Journal.MaxLength);
        return JournalCard.Of(
            new JournalCard.View(
                bank?.ForJournal()?.Text.In(context.Me.Locale), text, (await new KeepJournal(context.Turn).EntriesAsync(context.Me.Id, cycle)).Count > 0, problem, most),
            context.Frame(cycle.Id));
    }

    public static async Task<AdaptiveCard> ListAsync(Cycle cycle, FlowContext context, int page)
    {
        var comments = await new CommentOnEntry(context.Turn).CommentsAsync(cycle);
        var entries = (await new KeepJournal(context.Turn).EntriesAsync(context.Me.Id, cycle)).Reverse().Skip(page * JournalListCard.OnePage).ToList();
        return JournalListCard.Of(
            new JournalListCard.View(
                [.. entries.Take(JournalListCard.OnePage).Select(note => EntryOf(note, comments, context))],
                Partner: cycle.IsOpen && KeepJournal.MayShare(context.Programme) ? await context.OthersAsync(cycle) : null,
                Page: page, More: entries.Count > JournalListCard.OnePage,
                CanWrite: cycle.IsOpen && cycle.Has(context.Me.Id) && KeepJournal.IsOn(context.Programme, cycle, context.Me.Id),
                CommentBy: comments.Count > 0 ? await context.OthersAsync(cycle) : null),
            context.Frame(cycle.Id));
    }

    /// <summary>The latest entries that the other one shares, as they stand now.</summary>
    public static async Task<AdaptiveCard> SharedAsync(Cycle cycle, FlowContext context)
    {
        var comments = await new CommentOnEntry(context.Turn).CommentsAsync(cycle);
        var entries = (await new KeepJournal(context.Turn).SharedWithAsync(context.Me.Id, cycle)).Reverse().Take(JournalListCard.OnePage);
        return JournalListCard.Of(
            new JournalListCard.View([.. entries.Select(note => EntryOf(note, comments, context))], Owner: await context.OthersAsync(cycle)),
            context.Frame(cycle.Id));
    }

    private static JournalListCard.Entry EntryOf(PrivateNote note, IReadOnlyDictionary<string, PrivateNote> comments, FlowContext context) => new(
        note.Id.ToString("N"), note.WrittenAt is { } at ? context.Local(at).Date : null, note.Text, note.Shared,
        comments.GetValueOrDefault(note.Id.ToString("N"))?.Text);
}
