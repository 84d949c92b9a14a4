namespace PeerBot.Cards;

/// <summary>A list for whoever oversees: requests, cycles, supporters, tasks, contacts. Who, when and how many; never what anybody wrote.</summary>
public static class OverseenCard
{
    /// <summary>Items on one card, so that it stays short and small.</summary>
    public const int ItemsMost = 5;

    /// <param name="Lines">Shown below <paramref name="Title"/>.</param>
    public sealed record Item(string Title, IReadOnlyList<Line> Lines, IReadOnlyList<Button> Buttons);

    /// <param name="Heading">"Requests".</param>
    /// <param name="Text">One sentence on what is shown, such as "1–5 of 7".</param>
    /// <param name="Problem">What was filled in does not do.</param>
    /// <param name="Filters">Buttons above the items: other states of the same things.</param>
    /// <param name="Buttons">At the end: more, back.</param>
    public sealed record View(
        string Heading, string Text, IReadOnlyList<Item> Items, IReadOnlyList<Button> Filters, IReadOnlyList<Button> Buttons,
        string? Problem = null, string? Note = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Overseen", view.Heading,
            [
                Blocks.Text(Typed.Escape(Typed.Line(view.Text))),
                texts.Problem(view.Problem),
                .. ButtonRows.Of([.. view.Filters.Select(frame.Press)]).Where(row => row.Count > 0).Select(row => new AdaptiveActionSet(row)),
                .. view.Items.SelectMany(item => ShowItem(item, frame)),
                view.Note is { } note ? Blocks.Small(Typed.Escape(Typed.Line(note))) : null,
            ],
            [.. view.Buttons.Select(frame.Press)]);
    }

    private static IEnumerable<AdaptiveElement> ShowItem(Item item, CardFrame frame)
    {
        List<AdaptiveElement> parts = [Blocks.Subheading(Typed.Escape(Typed.Line(item.Title))) with { Spacing = null }];
        if (item.Lines.Count > 0)
        {
            parts.Add(Blocks.Facts(item.Lines));
        }

        parts.AddRange(ButtonRows.Of([.. item.Buttons.Select(button => frame.Press(button).Means(Typed.Line($"{button.Title}: {item.Title}")))])
            .Where(row => row.Count > 0).Select(row => new AdaptiveActionSet(row)));
        return [Blocks.Panel(parts)];
    }

    private static AdaptiveExecuteAction Press(this CardFrame frame, Button button) => frame.Press(button.Verb, button.Title, button.Arg);
}
