namespace PeerBot.Cards;

/// <summary>C17: the journal, for its owner alone.</summary>
public static class JournalCard
{
    public const int EntryMost = 1000;

    /// <param name="Prompt">An open question to start from.</param>
    /// <param name="Entry">What was written and could not be kept; null on the first try.</param>
    /// <param name="HasEarlier">There are entries to see.</param>
    /// <param name="Problem">A sentence about what was wrong with the last attempt.</param>
    /// <param name="Most">Longest entry that the programme keeps.</param>
    public sealed record View(string? Prompt, string? Entry, bool HasEarlier, string? Problem = null, int Most = EntryMost);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Journal", texts.Plain("Journal.Heading"),
            [
                Blocks.Text(texts.Say("Journal.OnlyYou")),
                texts.Problem(view.Problem),
                view.Prompt is { } prompt ? Blocks.Text(texts.Say("Journal.Prompt", ("prompt", prompt))) : null,
                new AdaptiveTextInput(InputIds.Entry, texts.Plain("Journal.Entry", ("most", view.Most)), view.Most)
                {
                    IsMultiline = true,
                    Value = view.Entry is { } entry ? Typed.Block(entry, view.Most) : null,
                    Private = true,
                },
            ],
            frame.Action(Verbs.JournalSave, texts.Plain("Save")).Main(),
            frame.Press(Verbs.JournalSkip, texts.Plain("Skip")),
            view.HasEarlier ? frame.Press(Verbs.JournalList, texts.Plain("Journal.List")) : null);
    }
}
