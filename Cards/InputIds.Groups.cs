namespace PeerBot.Cards;

public static partial class InputIds
{
    public const string Purpose = "purpose";
    public const string Schools = "schools";
    public const string Smallest = "smallest";
    public const string Largest = "largest";
    public const string VaryBy = "varyBy";
    public const string One = "one";
    public const string Other = "other";

    /// <summary>"shared", "learned" or "both".</summary>
    public const string Part = "part";
    public const string Share = "share";
    public const string Pick = "pick";

    /// <summary>Somebody with whom one would rather never be.</summary>
    public const string Never = "never";
}
