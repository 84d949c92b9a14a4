namespace PeerBot.Cards;

/// <summary>C17: the journal, for its owner alone.</summary>
public static class JournalCard
{
    public const int EntryMost = 1000;

    /// <param name="Prompt">An open question to start from.</param>
    /// <param name="HasEarlier">There are entries to see.</param>
    /// <param name="CanShare">The entry is saved and may be shared with the partner.</param>
    public sealed record View(string? Prompt, string? Entry, bool HasEarlier, bool CanShare);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
