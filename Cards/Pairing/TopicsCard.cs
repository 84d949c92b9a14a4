namespace PeerBot.Cards;

/// <summary>Topics that the two would like to talk about: one suggests, the other agrees. Only the pair sees them.</summary>
public static class TopicsCard
{
    public const int TopicMost = 200;

    public sealed record View(string OtherName, IReadOnlyList<Topic> Topics, string? Typed = null, string? Problem = null);

    /// <param name="Mine">The reader has suggested it.</param>
    public sealed record Topic(string Id, string Words, bool Agreed, bool Mine);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Topics", texts.Plain("Topics.Heading"),
            [
                Blocks.Text(texts.Say("Topics.Text", ("name", view.OtherName))),
                texts.Problem(view.Problem),
                .. view.Topics.SelectMany(topic => Show(topic, view, frame)),
                new AdaptiveTextInput(InputIds.Topic, frame.Optional(texts.Plain("Topics.Label", ("most", TopicMost))), TopicMost)
                {
                    Value = Typed.Again(view.Typed), Private = true,
                },
            ],
            frame.Action(Verbs.TopicPropose, texts.Plain("Topics.Propose")).Main(),
            frame.Press(Verbs.ThemesOpen, texts.Plain("Topics.Themes")));
    }

    private static IEnumerable<AdaptiveElement> Show(Topic topic, View view, CardFrame frame)
    {
        var texts = frame.Texts;
        yield return Blocks.Quote(topic.Words, TopicMost);
        yield return Blocks.Small(
            topic.Agreed ? texts.Say("Topics.Agreed")
            : topic.Mine ? texts.Say("Topics.Proposed", ("name", view.OtherName))
            : texts.Say("Topics.ProposedTo", ("name", view.OtherName)));
        if (topic is { Agreed: false, Mine: false })
        {
            yield return new AdaptiveActionSet([frame.Press(Verbs.TopicAgree, texts.Plain("Topics.Agree"), topic.Id)]) { Spacing = AdaptiveSpacing.Small };
        }
    }
}
