using System.Net;
using System.Text;
using NodaTime;
using PeerBot.Bot.Calendar;
using PeerBot.Bot.MyData;
using PeerBot.Bot.Tests.World;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Oversight;
using SupporterApplication = PeerBot.Domain.People.SupporterApplication;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Bot.Tests.Privacy;

/// <summary>A word that stands nowhere else is put into every place that takes free text, and looked for everywhere.</summary>
public sealed class Planted_secrets(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private Teams teams = null!;

    private Person Amira => teams["Amira Khan"];

    private Person Grace => teams["Grace Obi"];

    private Person Sam => teams["Sam Reid"];

    public async Task InitializeAsync() => teams = await stage.BeginAsync();

    public Task DisposeAsync() => stage.EndAsync();

    [Fact]
    [Trait("Requirement", "A-14")]
    [Trait("Requirement", "A-15")]
    [Trait("Requirement", "U-22")]
    public async Task Are_on_no_disk_in_no_log_and_in_nobody_elses_chat_file_or_calendar()
    {
        await Sam.GetsTheApp();
        await Secrets.PlantAsync(stage.Bot, teams);
        await Amira.Says("my data");
        await Sam.Says("my data");
        await stage.Bot.PassAsync(Duration.FromHours(1));

        var bytes = stage.Bot.Folder.DatabaseBytes();
        var stored = stage.Bot.Stored();
        var (mine, hers, officers) = (await FileAsync(Amira), await FileAsync(Grace), await FileAsync(Sam));
        using var feed = await stage.Bot.Http.GetAsync(stage.Bot.Service<CalendarFeeds>().LinkFor(Amira.Key, 0)!.PathAndQuery);
        var calendar = await feed.Content.ReadAsStringAsync();
        foreach (var secret in Secrets.All)
        {
            Assert.True(secret == Secrets.Place || stored.Contains(secret, StringComparison.Ordinal), $"{secret} was not planted.");
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"{secret} lies open in the database.");
            Assert.True(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(secret)) < 0, $"{secret} lies open in the database.");
            Assert.DoesNotContain(stage.Bot.Log.Entries, entry => entry.Text.Contains(secret, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(secret, calendar, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, officers, StringComparison.Ordinal);
            Assert.Contains(secret, mine, StringComparison.Ordinal);
            Assert.DoesNotContain(teams.Calls.Where(call => call.Conversation == Sam.Chat), call => call.Body.Contains(secret, StringComparison.Ordinal));
        }

        // Grace has accepted, so she has read the note, and they agreed on the place; nothing else of Amira's is hers.
        Assert.All(Secrets.All.Except([Secrets.Place]), secret => Assert.DoesNotContain(secret, hers, StringComparison.Ordinal));
        Assert.All(
            Secrets.All.Except(["Quillfeather", Secrets.Place]),
            secret => Assert.DoesNotContain(teams.Calls.Where(call => call.Conversation == Grace.Chat), call => call.Body.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Requirement", "U-22")]
    public async Task Markup_in_them_is_text_on_the_page()
    {
        await Secrets.PlantAsync(stage.Bot, teams, "<script>alert(1)</script>");

        var page = await FileAsync(Amira);

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    private async Task<string> FileAsync(Person person)
    {
        using var response = await stage.Bot.Http.GetAsync(await stage.LinkToFileAsync(person));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
