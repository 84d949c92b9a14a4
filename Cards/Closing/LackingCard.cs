namespace PeerBot.Cards;

/// <summary>C20, one question to somebody whose request led to nothing.</summary>
public static class LackingCard
{
    /// <param name="Choices">Values whose words are texts <c>Lacked.*</c>.</param>
    public sealed record View(string Number, string CollectedFor, IReadOnlyList<string> Choices);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Lacking", texts.Plain("Lacking.Heading"),
            [
                Blocks.Text(texts.Say("Lacking.Text", ("number", view.Number), ("collector", view.CollectedFor))),
                new AdaptiveChoiceSetInput(
                    InputIds.Lacked, frame.Required(texts.Plain("Lacking.Question")),
                    [.. view.Choices.Select(choice => new AdaptiveChoice(texts.Plain("Lacked." + choice), choice))])
                {
                    IsRequired = true,
                    ErrorMessage = texts.Plain("Lacking.Missing"),
                },
            ],
            frame.Action(Verbs.RequestLacked, texts.Plain("Send")).Main());
    }
}
