namespace PeerBot.Cards;

/// <summary>Sentences to read, such as one's own role or what to think about, with links and what can be done.</summary>
public static class LeafletCard
{
    /// <param name="Heading">Plain words.</param>
    /// <param name="Text">One short paragraph.</param>
    /// <param name="Points">Sentences of the definition.</param>
    /// <param name="Note">In small print; null: nothing.</param>
    /// <param name="Links">A name and an address each, from the configuration.</param>
    /// <param name="Buttons">The first is the one that most people want.</param>
    public sealed record View(
        string Heading, string Text, IReadOnlyList<string> Points, string? Note = null, IReadOnlyList<(string Name, Uri Address)>? Links = null,
        IReadOnlyList<Button>? Buttons = null);

    public static AdaptiveCard Of(View view, CardFrame frame) => frame.Card(
        "Leaflet", view.Heading,
        [
            Blocks.Text(Typed.Escape(Typed.Line(view.Text))),
            view.Points.Count == 0 ? null : Blocks.Bullets(view.Points),
            view.Note is null ? null : Blocks.Small(Typed.Escape(Typed.Line(view.Note))),
        ],
        [
            .. (view.Links ?? []).Select(link => new AdaptiveOpenUrlAction(link.Name, link.Address)),
            .. (view.Buttons ?? []).Select((button, index) =>
                index == 0 ? frame.Press(button.Verb, button.Title, button.Arg).Main() : frame.Press(button.Verb, button.Title, button.Arg)),
        ]);
}
