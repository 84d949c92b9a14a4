namespace PeerBot.Cards;

/// <summary>The first card of a message that brings several things at once: after a holiday, or after somebody was away.</summary>
public static class DigestCard
{
    /// <param name="News">Sentences that need no card of their own; Markdown.</param>
    /// <param name="Things">What stands beside this card, a line for each.</param>
    public sealed record View(IReadOnlyList<string> News, IReadOnlyList<string> Things);

    public static AdaptiveCard Of(View view, CardFrame frame) => frame.Card(
        "Digest", frame.Texts.Plain("Digest.Heading"),
        [
            Blocks.Text(frame.Texts.Say("Digest.Text", ("count", view.News.Count + view.Things.Count))),
            .. view.News.Select(Blocks.Text),
            view.Things.Count == 0 ? null : Blocks.Text(frame.Texts.Say("Digest.Beside")),
            view.Things.Count == 0 ? null : Blocks.Bullets(view.Things),
        ],
        frame.Press(Verbs.StatusShow, frame.Texts.Plain("Digest.Status")));
}
