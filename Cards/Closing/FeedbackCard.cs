namespace PeerBot.Cards;

/// <summary>C20: feedback, built from the definition's questions. Sharing with the supporter is a choice that starts at "No".</summary>
public static class FeedbackCard
{
    public const int MessageMost = 500;

    /// <param name="CollectedBy">Who reads it: "the local authority", with the person's name where known.</param>
    /// <param name="Problem">A sentence about what was wrong with the last attempt.</param>
    public sealed record View(
        string CollectedFor, string? CollectedBy, string SupporterName, IReadOnlyList<Question> Questions, bool Reminder = false, bool CanBeReminded = true,
        string? Problem = null);

    /// <param name="Id">Also the id of its input.</param>
    public abstract record Question(string Id, string Text)
    {
        public sealed record Choose(string Id, string Text, IReadOnlyList<Choice> Choices, bool Required = false) : Question(Id, Text);

        public sealed record Write(string Id, string Text, int MaxLength, bool Required = false) : Question(Id, Text);

        /// <summary>May the supporter see it? The value chosen beforehand is <paramref name="No"/>.</summary>
        public sealed record Permission(string Id, string Text, IReadOnlyList<Choice> Choices, string No) : Question(Id, Text);
    }

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
