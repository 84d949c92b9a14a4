using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Calendar;

/// <summary>Seen as the people see it: through the feed whose address the bot tells them.</summary>
public sealed partial class Meetings_in_PeerBots_own_calendar : CalendarJourney
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    [Fact]
    public async Task The_address_of_the_feed_is_told_to_its_owner_alone()
    {
        Assert.NotEqual(await FeedOfAsync(Amira), await FeedOfAsync(Grace));
    }

    private protected override IEnumerable<(string Key, string? Value)> Settings() =>
        [("Calendar:Feed:PublicAddress", "https://peerbot.council.example")];

    private protected override async Task<IReadOnlyList<Instant>> StandingAsync(Person person)
    {
        var feed = await Bot.Http.GetStringAsync(await FeedOfAsync(person));
        return
        [
            .. Events().Matches(feed).Select(match => match.Value).Where(one => one.Contains("STATUS:CONFIRMED", StringComparison.Ordinal))
                .Select(one => Utc.Parse(Start().Match(one).Groups[1].Value).Value),
        ];
    }

    private static async Task<string> FeedOfAsync(Person person)
    {
        await person.Says("busy times");
        var card = await person.HearsCard("Subscribe from web");
        return new Uri(Address().Match(card.Words).Value).AbsolutePath;
    }

    [GeneratedRegex(@"https://peerbot\.council\.example/calendar/\S+\.ics")]
    private static partial Regex Address();

    [GeneratedRegex("BEGIN:VEVENT.*?END:VEVENT", RegexOptions.Singleline)]
    private static partial Regex Events();

    [GeneratedRegex("DTSTART:(.*?)\r\n")]
    private static partial Regex Start();
}
