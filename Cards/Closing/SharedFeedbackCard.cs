namespace PeerBot.Cards;

/// <summary>C20, for the supporter: exactly what the requester chose to share, and nothing where they chose nothing.</summary>
public static class SharedFeedbackCard
{
    public abstract record View(string From)
    {
        public sealed record Message(string From, string Text) : View(From);

        /// <param name="Text">The message, if one was written.</param>
        public sealed record All(string From, IReadOnlyList<Line> Answers, string? Text) : View(From);
    }

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        var written = view switch
        {
            View.Message message => message.Text,
            View.All all => all.Text,
            _ => null,
        };
        return frame.Card(
            "SharedFeedback", texts.Plain("SharedFeedback.Heading", ("name", view.From)),
            [
                Blocks.Text(texts.Say(view is View.All ? "SharedFeedback.All" : "SharedFeedback.Message", ("name", view.From))),
                string.IsNullOrWhiteSpace(written) ? null : Blocks.Panel(Blocks.Quote(written, FeedbackCard.MessageMost)),
                .. view is View.All answers ? answers.Answers.SelectMany(Answer) : [],
            ]);
    }

    private static AdaptiveElement[] Answer(Line answer) =>
        [Blocks.Subheading(Typed.Escape(answer.Title)), Blocks.Quote(answer.Value, FeedbackCard.MessageMost)];
}
