namespace PeerBot.Cards;

/// <summary>One optional box, and a press to leave it out.</summary>
public static class WriteCard
{
    public const int Most = 1000;

    /// <param name="Text">Who reads it.</param>
    /// <param name="Question">An open question to write from; null: none.</param>
    /// <param name="Verb">Of the button that saves.</param>
    /// <param name="Arg">What it carries; null: nothing.</param>
    public sealed record View(string Heading, string Text, string? Question, string Label, string Verb, string? Arg = null, string? Written = null, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Write", view.Heading,
            [
                Blocks.Text(Typed.Escape(Typed.Line(view.Text))),
                texts.Problem(view.Problem),
                view.Question is { } question ? Blocks.Text(Typed.Escape(question)) : null,
                new AdaptiveTextInput(InputIds.Entry, frame.Optional(texts.Plain("Write.Label", ("label", view.Label), ("most", Most))), Most)
                {
                    IsMultiline = true, Value = Typed.Again(view.Written), Private = true,
                },
            ],
            frame.Action(view.Verb, texts.Plain("Save"), view.Arg).Main(),
            frame.Press(Verbs.CardOk, texts.Plain("Skip")));
    }
}
