namespace PeerBot.Cards;

public static partial class InputIds
{
    public const string From = "from";
    public const string Until = "until";

    /// <summary>"holiday" or "closure".</summary>
    public const string DayKind = "dayKind";
    public const string DayName = "dayName";

    public const string ContactName = "contactName";
    public const string ContactRole = "contactRole";
    public const string ContactEmail = "contactEmail";
    public const string ContactPhone = "contactPhone";
    public const string ContactHours = "contactHours";
    public const string ContactCover = "contactCover";

    /// <summary>Part of the name of somebody to be found.</summary>
    public const string Person = "person";
}
