namespace PeerBot.Cards;

/// <summary>S2-13, for a coordinator: for whom the new request is.</summary>
public static class StartForCard
{
    /// <param name="People">What the press carries, and "Amira Khan, Oakfield Primary".</param>
    public sealed record View(IReadOnlyList<Choice> People);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "StartFor", texts.Plain("StartFor.Heading"),
            [
                Blocks.Text(texts.Say("StartFor.Text")),
                .. view.People.Select(person => new AdaptiveActionSet(
                    [frame.Press(Verbs.BehalfStart, Typed.Line(person.Text), person.Value).Means(texts.Plain("StartFor.Means", ("name", person.Text)))])),
            ]);
    }
}
