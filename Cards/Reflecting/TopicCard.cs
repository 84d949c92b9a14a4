namespace PeerBot.Cards;

/// <summary>C14: pick something to talk about, for the owner alone.</summary>
public static class TopicCard
{
    /// <param name="Topics">Statements with their level in words, those with less confidence first.</param>
    public sealed record View(IReadOnlyList<Choice> Topics, string? Chosen);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
