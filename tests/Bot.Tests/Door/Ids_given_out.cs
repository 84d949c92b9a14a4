using System.Text.Json;
using System.Text.RegularExpressions;
using PeerBot.Bot.Tests.Architecture;
using PeerBot.Bot.Tests.World;
using PeerBot.Cards;

namespace PeerBot.Bot.Tests.Door;

/// <summary>What stands on cards and in links names things by ids that nobody can guess: 122 bits and more, each by chance and none in a row.</summary>
public sealed partial class Ids_given_out(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private static readonly HashSet<string> Schemes = [.. Repository.Files("*.json", "Domain").Select(file => Path.GetFileNameWithoutExtension(file))];

    private Teams teams = null!;

    public async Task InitializeAsync() => teams = await stage.BeginAsync();

    public Task DisposeAsync() => stage.EndAsync();

    [Fact]
    [Trait("Requirement", "U-09")]
    public async Task On_buttons_are_random_and_never_a_number_of_a_row()
    {
        await WalkAsync();

        var buttons = teams.Calls.SelectMany(call => call.Cards).SelectMany(card => card.Buttons).Select(button => button.GetProperty("data")).ToList();
        Assert.True(buttons.Count > 60, $"Only {buttons.Count} buttons were looked at.");
        var things = buttons.Select(data => Text(data, "id")).Where(id => !IsScheme(id)).ToList();
        Assert.True(things.Distinct().Count() >= 4, string.Join(' ', things.Distinct()));
        Assert.All(things, id => Assert.True(IsRandom(id.Split('.')[0]), $"“{id}” can be guessed."));
        Assert.All(buttons, data => Assert.Matches("^[0-9a-f]{32}$", Text(data, "nonce")));
        Assert.Equal(teams.Calls.Sum(call => call.Cards.Count(card => card.Buttons.Count > 0)), buttons.Select(data => Text(data, "nonce")).Distinct().Count());

        // An argument is a choice, a time, a page or an id; of the last kind only random ones.
        Assert.All(buttons.Select(data => Text(data, "arg")).SelectMany(arg => Ids().Matches(arg).Select(match => match.Value)), id => Assert.True(IsRandom(id), id));
    }

    [Fact]
    [Trait("Requirement", "U-09")]
    public async Task In_links_are_locked_and_random()
    {
        await using var bot = await RunningBot.StartAsync(settings: [("PublicAddress", "https://peerbot.council.example"), ("Calendar:Feed:PublicAddress", "https://peerbot.council.example")]);
        await using var connector = await FakeConnector.StartAsync();
        var amira = (await Teams.OfAsync(bot, connector))["Amira Khan"];
        await amira.Says("busy times");
        await amira.Says("my data");
        var mine = (await amira.Hears("what I keep about you")).Cards.First(card => card.Has(Verbs.MyDataDownload));
        await amira.Presses(mine, Verbs.MyDataDownload);
        await amira.Presses(mine, Verbs.MyDataDownload);
        await bot.SettleAsync();

        var links = amira.Received.SelectMany(call => Links().Matches(call.Body).Select(match => match.Groups[1].Value)).Distinct().ToList();
        Assert.True(links.Count >= 2, amira.Read);
        // Longer than 122 bits by far, and no two that have more in common than what says which lock it is.
        Assert.All(links, link => Assert.True(link.Length > 100, link));
        Assert.All(links.SelectMany(one => links.Where(other => other != one), (one, other) => one.Zip(other).Count(pair => pair.First == pair.Second)), same => Assert.InRange(same, 0, 60));
        Assert.All(links, link => Assert.DoesNotContain(amira.Key.Value.Split(':')[1], link, StringComparison.Ordinal));
    }

    /// <summary>A guid of the fourth kind comes from the machine's cryptographic source.</summary>
    [Fact]
    [Trait("Requirement", "U-09")]
    public void Are_made_by_nothing_that_can_be_foretold()
    {
        var code = new[] { "Domain", "Cards", "Dialogs", "Infrastructure", "Bot" }.SelectMany(folder => Repository.Files("*.cs", folder));

        Assert.DoesNotContain(code, path => Foretold().IsMatch(Repository.Read(path)));
    }

    /// <summary>From the first word to a booked meeting, and what each of three can open beside it.</summary>
    private async Task WalkAsync()
    {
        var (amira, grace, sam) = (teams["Amira Khan"], teams["Grace Obi"], teams["Sam Reid"]);
        var times = await Journey.AgreeToMeet(amira, grace, await grace.SaysYes(await grace.IsAskedBy(amira, stage.Bot, "Two years in.")));
        await amira.Presses(times, times.Buttons.First(button => button.GetProperty("verb").GetString() == Verbs.SlotPick).GetProperty("title").GetString()!);
        foreach (var words in new[] { "status", "my data", "self-evaluation", "busy times", "help", "concern", "journal", "programmes", "support" })
            await amira.Says(words);
        await grace.Says("availability");
        await sam.Says("coordinator");
        await stage.Bot.SettleAsync();
    }

    private static string Text(JsonElement data, string field) => data.TryGetProperty(field, out var value) ? value.ToString() : "";

    /// <summary>A card about nothing stored is about a scheme, which everybody knows.</summary>
    private static bool IsScheme(string id) => Schemes.Contains(id.Split('.')[0]);

    private static bool IsRandom(string id) => Guid.TryParse(id, out var guid) && guid is { Version: 4, Variant: >= 8 and <= 11 };

    [GeneratedRegex("[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}")]
    private static partial Regex Ids();

    [GeneratedRegex("https://peerbot\\.council\\.example/(?:my-data|calendar)/([^\"\\\\ ?]+)")]
    private static partial Regex Links();

    [GeneratedRegex(@"new Random\(|\bRandom\.Shared|CreateVersion7")]
    private static partial Regex Foretold();
}
