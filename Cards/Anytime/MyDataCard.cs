namespace PeerBot.Cards;

/// <summary>C34: what is held about the reader, in words.</summary>
public static class MyDataCard
{
    /// <param name="Held">"Requests" – "1, made on 21 November 2026".</param>
    /// <param name="Protection">The data protection contact; null: not set.</param>
    public sealed record View(IReadOnlyList<Line> Held, WorkContact? Protection);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
