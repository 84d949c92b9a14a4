namespace PeerBot.Cards;

/// <summary>C14: pick something to talk about, for the owner alone.</summary>
public static class TopicCard
{
    /// <param name="Topics">Statements with their level in words, those with less confidence first.</param>
    public sealed record View(IReadOnlyList<Choice> Topics, string? Chosen);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Topic", texts.Plain("Topic.Heading"),
            [
                Blocks.Text(texts.Say("Topic.Text")),
                new AdaptiveChoiceSetInput(InputIds.Topic, frame.Optional(texts.Plain("Topic.Label")),
                    [.. view.Topics.Select(topic => new AdaptiveChoice(topic.Text, topic.Value))])
                {
                    Value = view.Chosen,
                    Private = true,
                },
            ],
            frame.Action(Verbs.TopicSave, texts.Plain("Save")).Main(),
            frame.Press(Verbs.SelfEvaluationShow, texts.Plain("Back")));
    }
}
