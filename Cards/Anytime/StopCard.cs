namespace PeerBot.Cards;

/// <summary>U-06: stop, or keep going?</summary>
public static class StopCard
{
    /// <param name="NothingSent">Nothing has left PeerBot yet, and the card says so.</param>
    public sealed record View(bool NothingSent);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
