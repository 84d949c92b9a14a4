namespace PeerBot.Cards;

/// <summary>C17: the journal, for its owner alone.</summary>
public static class JournalCard
{
    public const int EntryMost = 1000;

    /// <param name="Prompt">An open question to start from.</param>
    /// <param name="HasEarlier">There are entries to see.</param>
    /// <param name="CanShare">The entry is saved and may be shared with the partner.</param>
    public sealed record View(string? Prompt, string? Entry, bool HasEarlier, bool CanShare);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Journal", texts.Plain("Journal.Heading"),
            [
                Blocks.Text(texts.Say("Journal.OnlyYou")),
                view.Prompt is { } prompt ? Blocks.Text(texts.Say("Journal.Prompt", ("prompt", prompt))) : null,
                new AdaptiveTextInput(InputIds.Entry, texts.Plain("Journal.Entry", ("most", EntryMost)), EntryMost)
                {
                    IsMultiline = true,
                    Value = view.Entry,
                    Private = true,
                },
            ],
            frame.Action(Verbs.JournalSave, texts.Plain("Save")).Main(),
            frame.Press(Verbs.JournalSkip, texts.Plain("Skip")),
            view.HasEarlier ? frame.Press(Verbs.JournalList, texts.Plain("Journal.List")) : null,
            view.CanShare ? frame.Action(Verbs.JournalShare, texts.Plain("Journal.Share")) : null);
    }
}
