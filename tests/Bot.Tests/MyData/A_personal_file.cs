using System.Net;
using System.Text.Json;
using NodaTime;
using PeerBot.Bot.MyData;
using PeerBot.Bot.Tests.World;
using PeerBot.Domain.Oversight;

namespace PeerBot.Bot.Tests.MyData;

/// <summary>The page behind ‹Download›.</summary>
public sealed class A_personal_file(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private Teams teams = null!;

    private Person Amira => teams["Amira Khan"];

    public async Task InitializeAsync() => teams = await stage.BeginAsync();

    public Task DisposeAsync() => stage.EndAsync();

    [Fact]
    [Trait("Requirement", "A-19")]
    public async Task Is_one_press_and_one_link_away_and_made_afresh_each_time()
    {
        await Amira.Says("my data");
        var answer = await Amira.Presses(await Amira.HearsCard("This is what I keep about you"), "Download");
        var card = await Amira.HearsCard("Open the page");
        var link = new Uri(card.Content.GetProperty("actions").EnumerateArray().Single(one => one.GetProperty("type").GetString() == "Action.OpenUrl").GetProperty("url").GetString()!);
        Assert.StartsWith("/my-data/", link.AbsolutePath, StringComparison.Ordinal);

        var (_, page) = await GetAsync(link.PathAndQuery);
        Assert.Contains("Amira Khan", page, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-001", page, StringComparison.Ordinal);
        await Amira.AsksForSupport("Marmalade", "Peter Lloyd");
        (_, page) = await GetAsync(link.PathAndQuery);
        Assert.Contains("2026-001", page, StringComparison.Ordinal);
        Assert.Contains("Marmalade", page, StringComparison.Ordinal);
        Assert.NotNull(answer);
    }

    [Fact]
    [Trait("Requirement", "A-19")]
    public async Task Is_also_JSON_to_keep()
    {
        await Amira.AsksForSupport("Marmalade", "Peter Lloyd");
        var (response, text) = await GetAsync(await LinkAsync() + "?format=json");

        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        using var json = JsonDocument.Parse(text);
        var request = json.RootElement.GetProperty("requests")[0];
        Assert.Equal("Asking", request.GetProperty("state").GetString());
        Assert.Equal("Marmalade", json.RootElement.GetProperty("notes")[0].GetProperty("note").GetString());
        Assert.Equal(Amira.Email, json.RootElement.GetProperty("profile")[0].GetProperty("email").GetString());
    }

    [Fact]
    [Trait("Requirement", "A-19")]
    public async Task Is_kept_by_nobody_on_the_way_and_runs_nothing()
    {
        var (response, _) = await GetAsync(await LinkAsync());

        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.StartsWith("default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("inline", response.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Theory]
    [Trait("Requirement", "A-19")]
    [InlineData("guessed")]
    [InlineData("cut")]
    [InlineData("of-the-feed")]
    [InlineData("over")]
    [InlineData("of-nobody")]
    public async Task Leads_nowhere_by_any_other_link(string kind)
    {
        var links = stage.Bot.Service<PersonalLinks>();
        var now = await stage.Bot.NowAsync();
        var path = kind switch
        {
            "guessed" => "/my-data/CfDJ8Guessed",
            "cut" => (await LinkAsync())[..^4],
            "of-the-feed" => stage.Bot.Service<PeerBot.Bot.Calendar.CalendarFeeds>().LinkFor(Amira.Key, 0)!.AbsolutePath.Replace("/calendar/", "/my-data/", StringComparison.Ordinal).Replace(".ics", "", StringComparison.Ordinal),
            "over" => links.ToFile(Amira.Key, FilePart.All, Guid.NewGuid(), now)!.AbsolutePath,
            _ => links.ToFile(new("t:nobody"), FilePart.All, Guid.NewGuid(), now + Duration.FromHours(1))!.AbsolutePath,
        };
        using var response = await stage.Bot.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Of_the_journal_is_the_journal_alone()
    {
        var (_, page) = await GetAsync(await stage.LinkToFileAsync(Amira, FilePart.Journal) + "?format=html");
        Assert.Contains("Your journal", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Amira.Email, page, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Requirement", "A-19")]
    [InlineData("json")]
    [InlineData("html")]
    public async Task Can_be_kept_once_by_one_link(string format)
    {
        var path = await LinkAsync();
        await GetAsync(path);
        await GetAsync($"{path}?format={format}");

        await LeadsNowhereAsync($"{path}?format={format}");
        await LeadsNowhereAsync(path);
    }

    [Fact]
    [Trait("Requirement", "A-19")]
    public async Task Is_reached_by_the_link_that_was_made_last_alone()
    {
        var old = await LinkAsync();
        var path = await LinkAsync();

        await LeadsNowhereAsync(old);
        await GetAsync(path);
    }

    private Task<string> LinkAsync() => stage.LinkToFileAsync(Amira);

    private async Task LeadsNowhereAsync(string path)
    {
        using var response = await stage.Bot.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<(HttpResponseMessage Response, string Text)> GetAsync(string path)
    {
        var response = await stage.Bot.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (response, await response.Content.ReadAsStringAsync());
    }
}
