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

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
