namespace PeerBot.Cards;

public static partial class InputIds
{
    /// <summary>Id of the tz database.</summary>
    public const string TimeZone = "timeZone";
}
