namespace PeerBot.Cards;

/// <summary>U-09: a forwarded card: nothing is revealed.</summary>
public static class NotForYouCard
{
    public sealed record View;

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
