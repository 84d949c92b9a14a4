namespace PeerBot.Cards;

/// <summary>What a card about a session of a group shows beside the time: why they meet, whose turn it is, the agenda, a tip.</summary>
/// <param name="LedBy">Who leads it; null: nobody, or the reader.</param>
/// <param name="Agenda">What members bring along from training, in their words.</param>
/// <param name="Tip">Null where the scheme has none.</param>
public sealed record SessionNotes(string Purpose, string? LedBy, bool YouLead, IReadOnlyList<string> Agenda, SessionTip? Tip);

/// <param name="Number">1 for the first of <paramref name="Count"/>.</param>
public sealed record SessionTip(int Number, int Count, string Words);

internal static class SessionBlocks
{
    /// <summary>Nothing for two who meet.</summary>
    /// <param name="over">The session has been: nobody's turn is to come.</param>
    public static IEnumerable<AdaptiveElement> Of(SessionNotes? notes, Texts texts, bool over = false)
    {
        if (notes is null)
        {
            yield break;
        }

        yield return Blocks.Text(texts.Say("Session.Why", ("purpose", notes.Purpose)));
        if (notes.YouLead && !over)
        {
            yield return Blocks.Notice(texts.Say("Session.YouLead"));
        }
        else if (notes.LedBy is { } name && !over)
        {
            yield return Blocks.Text(texts.Say("Session.Leads", ("name", name)));
        }

        if (notes.Agenda.Count > 0)
        {
            yield return Blocks.Subheading(texts.Say("Session.Agenda"));
            yield return Blocks.Bullets(notes.Agenda);
            yield return Blocks.Small(texts.Say("Session.Critical"));
        }

        if (notes.Agenda.Count > 1)
        {
            yield return Blocks.Text(texts.Say("Session.FitTogether"));
        }

        if (notes.Tip is { } tip)
        {
            yield return Blocks.Small(texts.Say("Session.Tip", ("number", tip.Number), ("count", tip.Count), ("tip", tip.Words)));
        }
    }
}
