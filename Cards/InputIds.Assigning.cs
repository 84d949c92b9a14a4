namespace PeerBot.Cards;

public static partial class InputIds
{
    /// <summary>What a supporter has learned, for themselves alone.</summary>
    public const string Learned = "learned";
}
