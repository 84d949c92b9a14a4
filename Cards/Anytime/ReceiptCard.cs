namespace PeerBot.Cards;

/// <summary>receipt: a card that is settled: what was answered, and no button but Help.</summary>
public static class ReceiptCard
{
    /// <param name="Heading">"You said yes".</param>
    /// <param name="Text">One sentence on what happens now.</param>
    /// <param name="Lines">What was answered.</param>
    /// <param name="Written">What the reader wrote themselves and may see again, such as their message.</param>
    public sealed record View(string Heading, string Text, IReadOnlyList<Line>? Lines = null, string? Written = null);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
