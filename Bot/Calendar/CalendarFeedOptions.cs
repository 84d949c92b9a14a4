namespace PeerBot.Bot.Calendar;

/// <summary>Section <c>Calendar:Feed</c>.</summary>
internal sealed class CalendarFeedOptions
{
    public const string Section = "Calendar:Feed";

    /// <summary>Where readers reach PeerBot, such as <c>https://peerbot.council.example</c>; absent: nobody is given a link to a feed.</summary>
    public Uri? PublicAddress { get; init; }
}
