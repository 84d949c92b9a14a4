namespace PeerBot.Cards;

/// <summary>One to choose from a list, such as whom to add to a group.</summary>
public static class PickOneCard
{
    /// <param name="Verb">What the press does with the choice.</param>
    public sealed record View(string Heading, string Text, string Label, IReadOnlyList<Choice> Choices, string Verb, string Do, Button Back, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "PickOne", view.Heading,
            [
                Blocks.Text(Typed.Escape(Typed.Line(view.Text))),
                texts.Problem(view.Problem),
                view.Choices.Count == 0 ? null : new AdaptiveChoiceSetInput(
                    InputIds.Pick, frame.Required(view.Label), [.. view.Choices.Select(choice => new AdaptiveChoice(choice.Text, choice.Value))])
                {
                    Style = AdaptiveChoiceInputStyle.Compact,
                    IsRequired = true,
                    ErrorMessage = texts.Plain("PickOne.Missing"),
                },
            ],
            view.Choices.Count == 0 ? null : frame.Action(view.Verb, view.Do).Main(),
            frame.Press(view.Back.Verb, view.Back.Title, view.Back.Arg));
    }
}
