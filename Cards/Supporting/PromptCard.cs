namespace PeerBot.Cards;

/// <summary>A few sentences, what they rest on, and what can be done: C24, the home of a supporter, and questions with two answers.</summary>
public static class PromptCard
{
    /// <param name="Heading">Plain words.</param>
    /// <param name="Text">One short paragraph.</param>
    /// <param name="Note">What else to know, in small print; null: nothing.</param>
    /// <param name="Buttons">The first is the one that most people want.</param>
    public sealed record View(string Heading, string Text, IReadOnlyList<Line> Lines, IReadOnlyList<Button> Buttons, string? Note = null);

    public static AdaptiveCard Of(View view, CardFrame frame) => frame.Card(
        "Prompt", view.Heading,
        [
            Blocks.Text(Typed.Escape(Typed.Line(view.Text))),
            view.Lines.Count == 0 ? null : Blocks.Facts(view.Lines),
            view.Note is null ? null : Blocks.Small(Typed.Escape(Typed.Line(view.Note))),
        ],
        [
            .. view.Buttons.Select((button, index) =>
                index == 0 ? frame.Press(button.Verb, button.Title, button.Arg).Main() : frame.Press(button.Verb, button.Title, button.Arg)),
        ]);
}
