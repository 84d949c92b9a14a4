using System.Globalization;
using NodaTime;

namespace PeerBot.Cards;

/// <summary>C17: the entries of a journal, for its owner; or those that an owner shows their partner.</summary>
public static class JournalListCard
{
    public const int OnePage = 5;

    /// <param name="Owner">Null: the reader. Otherwise the reader sees what this person shares.</param>
    /// <param name="Partner">Whom an entry may be shown to; null: nobody.</param>
    /// <param name="Page">0 first.</param>
    /// <param name="More">There are earlier entries.</param>
    /// <param name="CanWrite">The cycle still runs.</param>
    /// <param name="CommentBy">Who says something to the reader's entries; null: nobody.</param>
    public sealed record View(
        IReadOnlyList<Entry> Entries, string? Owner = null, string? Partner = null, int Page = 0, bool More = false, bool CanWrite = false,
        string? CommentBy = null);

    /// <param name="On">Null: not known.</param>
    /// <param name="Comment">What the partner says to it, or the reader to a partner's; null: nothing.</param>
    public sealed record Entry(string Id, LocalDate? On, string Text, bool Shared = false, string? Comment = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "JournalList", view.Owner is { } owner ? texts.Plain("JournalList.HeadingOf", ("name", owner)) : texts.Plain("JournalList.Heading"),
            [
                Blocks.Text(view switch
                {
                    { Entries.Count: 0, Owner: { } name } => texts.Say("JournalList.NothingShared", ("name", name)),
                    { Entries.Count: 0 } => texts.Say("JournalList.Empty"),
                    { Owner: { } name } => texts.Say("Answers.SharedByOwner", ("name", name)),
                    { Partner: { } partner } => texts.Say("JournalList.MayShare", ("name", partner)),
                    _ => texts.Say("JournalList.OnlyYou"),
                }),
                .. view.Entries.SelectMany(entry => Show(entry, view, frame)),
            ],
            view.CanWrite ? frame.Press(Verbs.JournalOpen, texts.Plain("JournalList.Write")).Main() : null,
            view.More ? frame.Press(Verbs.JournalList, texts.Plain("JournalList.Earlier"), (view.Page + 1).ToString(CultureInfo.InvariantCulture)) : null);
    }

    private static IEnumerable<AdaptiveElement> Show(Entry entry, View view, CardFrame frame)
    {
        var texts = frame.Texts;
        var date = entry.On is { } on ? texts.Date(on) : texts.Plain("JournalList.NoDate");
        yield return Blocks.Subheading(texts.Say("JournalList.On", ("date", date)));
        yield return Blocks.Quote(entry.Text, JournalCard.EntryMost);
        if (entry.Comment is { } comment)
        {
            yield return Blocks.Small(view.Owner is null ? texts.Say("JournalList.CommentOf", ("name", view.CommentBy ?? "")) : texts.Say("JournalList.CommentMine"));
            yield return Blocks.Quote(comment, WriteCard.Most);
        }
        else if (view.Owner is not null)
        {
            yield return new AdaptiveActionSet(
                [frame.Press(Verbs.CommentOpen, texts.Plain("JournalList.Comment"), entry.Id).Means(texts.Plain("JournalList.CommentThat", ("date", date)))]);
        }

        if (view is { Owner: null, Partner: { } partner } && entry.Shared)
        {
            yield return Blocks.Small(texts.Say("JournalList.Shared", ("name", partner)));
        }

        if (view.Owner is null && (entry.Shared || view.Partner is not null))
        {
            yield return new AdaptiveActionSet(
            [
                entry.Shared
                    ? frame.Press(Verbs.JournalUnshare, texts.Plain("Answers.Unshare"), entry.Id).Means(texts.Plain("JournalList.UnshareThat", ("date", date)))
                    : frame.Press(Verbs.JournalShare, texts.Plain("Journal.Share"), entry.Id).Means(texts.Plain("JournalList.ShareThat", ("date", date))),
            ]);
        }
    }
}
