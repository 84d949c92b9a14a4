namespace PeerBot.Cards;

public static partial class InputIds
{
    /// <summary>Name or work e-mail of a colleague.</summary>
    public const string Colleague = "colleague";

    public const string Authority = "authority";
    public const string Section = "section";

    /// <summary>"true" when ticked.</summary>
    public const string Member = "member";
}
