namespace PeerBot.Cards;

/// <summary>programmes: the schemes that the reader is in, to choose which one the next words are about.</summary>
public static class SchemesCard
{
    /// <param name="Present">Name of the scheme spoken about now.</param>
    /// <param name="Summary">Its own sentence about itself.</param>
    /// <param name="Others">The reader's other schemes; empty: there are none.</param>
    public sealed record View(string Present, string Summary, IReadOnlyList<Choice> Others);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Schemes", texts.Plain("Schemes.Heading"),
            [
                Blocks.Text(texts.Say(view.Others.Count == 0 ? "Schemes.One" : "Schemes.Several", ("scheme", view.Present))),
                Blocks.Small(Typed.Escape(view.Summary)),
                view.Others.Count == 0 ? null : Blocks.Small(texts.Say("Schemes.Status")),
            ],
            [
                .. frame.Schemes(view.Others),
                frame.Press(Verbs.StatusShow, texts.Plain("Schemes.WhereIStand")),
            ]);
    }

    /// <summary>A button for each other scheme; its words are the scheme's own name.</summary>
    internal static IEnumerable<AdaptiveExecuteAction> Schemes(this CardFrame frame, IReadOnlyList<Choice> others) =>
        others.Select(other => frame.Press(Verbs.SchemeChoose, Typed.Line(other.Text), other.Value));
}
