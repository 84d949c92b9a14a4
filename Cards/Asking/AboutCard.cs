namespace PeerBot.Cards;

/// <summary>about: what the scheme is for, and where to read more.</summary>
public static class AboutCard
{
    /// <param name="Links">A name and an address each, from the configuration.</param>
    /// <param name="Sentences">What the definition says of the scheme before its aims; null: nothing.</param>
    /// <param name="Way">How to begin in this scheme; null: nobody begins by themselves.</param>
    public sealed record View(
        string Scheme, string Summary, IReadOnlyList<string> Aims, IReadOnlyList<(string Name, Uri Address)> Links, IReadOnlyList<Signpost> OtherHelp,
        Button? Way = null, IReadOnlyList<string>? Sentences = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "About", view.Scheme,
            [
                Blocks.Text(Typed.Escape(Typed.Line(view.Summary))),
                .. (view.Sentences ?? []).Select(sentence => Blocks.Text(Typed.Escape(sentence))),
                view.Aims.Count == 0 ? null : Blocks.Subheading(texts.Say("About.Aims")),
                view.Aims.Count == 0 ? null : Blocks.Bullets(view.Aims),
                view.OtherHelp.Count == 0 ? null : Blocks.Small(texts.Say("Welcome.OneOfARange", ("list", texts.Signposts(view.OtherHelp)))),
            ],
            [.. view.Links.Select(link => new AdaptiveOpenUrlAction(link.Name, link.Address)), view.Way is { } way ? frame.Press(way.Verb, way.Title, way.Arg) : null]);
    }
}
