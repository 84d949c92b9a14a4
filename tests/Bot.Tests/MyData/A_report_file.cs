using System.Net;
using NodaTime;
using PeerBot.Bot.MyData;
using PeerBot.Bot.Tests.World;
using PeerBot.Domain.Oversight;
using PeerBot.Storage;

namespace PeerBot.Bot.Tests.MyData;

/// <summary>The file behind ‹Save as a file› on a report.</summary>
public sealed class A_report_file(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private const string Programme = "headteacher-peer-support";
    private Teams teams = null!;

    private Person Sam => teams["Sam Reid"];

    public async Task InitializeAsync() => teams = await stage.BeginAsync();

    public Task DisposeAsync() => stage.EndAsync();

    [Fact]
    [Trait("Requirement", "S2-36")]
    public async Task Is_two_presses_and_a_link_away_and_each_fetching_is_noted()
    {
        await Sam.Says("reports");
        await Sam.Presses(await Sam.HearsCard("Taking part, by term"), "Save as a file");
        var card = await Sam.HearsCard("Save the file");
        var link = new Uri(card.Content.GetProperty("actions").EnumerateArray().Single(one => one.GetProperty("type").GetString() == "Action.OpenUrl").GetProperty("url").GetString()!);

        for (var fetched = 1; fetched <= 2; fetched++)
        {
            using var response = await stage.Bot.Http.GetAsync(link.PathAndQuery);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
            Assert.Equal(("attachment", "peerbot-participation-2026-11-21.csv"), (response.Content.Headers.ContentDisposition!.DispositionType, response.Content.Headers.ContentDisposition.FileName));
            Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            var text = await response.Content.ReadAsStringAsync();
            Assert.Contains("Headteacher peer support", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Amira", text, StringComparison.Ordinal);
            Assert.Equal(fetched, (await ExportsAsync()).Count(entry => entry.Actor == Sam.Key && entry.Subject == nameof(ReportKind.Participation)));
        }
    }

    [Theory]
    [Trait("Requirement", "S2-36")]
    [InlineData("guessed")]
    [InlineData("cut")]
    [InlineData("of-personal-data")]
    [InlineData("over")]
    [InlineData("of-somebody-without-the-role")]
    [InlineData("of-another-programme")]
    [InlineData("of-nobody")]
    public async Task Leads_nowhere_by_any_other_link_and_nothing_is_noted(string kind)
    {
        var links = stage.Bot.Service<PersonalLinks>();
        var now = await stage.Bot.NowAsync();
        var soon = now + Duration.FromHours(1);
        var path = kind switch
        {
            "guessed" => "/reports/CfDJ8Guessed",
            "cut" => links.ToReport(Sam.Key, Programme, ReportKind.Pool, soon)!.AbsolutePath[..^4],
            "of-personal-data" => links.ToFile(Sam.Key, FilePart.All, Guid.NewGuid(), soon)!.AbsolutePath.Replace("/my-data/", "/reports/", StringComparison.Ordinal),
            "over" => links.ToReport(Sam.Key, Programme, ReportKind.Pool, now)!.AbsolutePath,
            "of-somebody-without-the-role" => links.ToReport(teams["Amira Khan"].Key, Programme, ReportKind.Pool, soon)!.AbsolutePath,
            "of-another-programme" => links.ToReport(Sam.Key, "cld-peer-mentoring", ReportKind.Pool, soon)!.AbsolutePath,
            _ => links.ToReport(new("t:nobody"), Programme, ReportKind.Pool, soon)!.AbsolutePath,
        };
        using var response = await stage.Bot.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Empty(await ExportsAsync());
    }

    private async Task<IReadOnlyList<AuditEntry>> ExportsAsync()
    {
        var now = await stage.Bot.NowAsync();
        var made = await stage.Bot.Service<Database>().BeginTurn(now).AuditMadeAsync(new Interval(now - Duration.FromDays(1), now + Duration.FromDays(1)), 1000);
        return [.. made.Where(entry => entry.Action == "report.exported")];
    }
}
