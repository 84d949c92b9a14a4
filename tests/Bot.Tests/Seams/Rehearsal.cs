using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Seams;

/// <summary>What is there for trying the product, and for checking it from outside. Its form stays.</summary>
public sealed class Rehearsal(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private Teams teams = null!;

    public async Task InitializeAsync() => teams = await stage.BeginAsync();

    public Task DisposeAsync() => stage.EndAsync();

    [Fact]
    public async Task Lists_the_sample_people_as_Teams_knows_them()
    {
        var people = await GetAsync("/rehearsal/people");

        var amira = people.EnumerateArray().Single(person => person.GetProperty("name").GetString() == "Amira Khan");
        Assert.StartsWith("29:", amira.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.True(Guid.TryParse(amira.GetProperty("aadObjectId").GetString(), out _));
        Assert.True(Guid.TryParse(amira.GetProperty("tenantId").GetString(), out _));
        Assert.Equal("Oakfield Primary", amira.GetProperty("organisation").GetString());
        Assert.EndsWith("@example.org", amira.GetProperty("email").GetString(), StringComparison.Ordinal);
        Assert.Contains("requester", amira.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        Assert.All(
            new[] { "Peter Lloyd", "Grace Obi", "Sam Reid", "Jo Price" },
            name => Assert.Contains(people.EnumerateArray(), person => person.GetProperty("name").GetString() == name));
        Assert.True(people.EnumerateArray().Count(Supports) > 10);

        static bool Supports(JsonElement person) => person.GetProperty("roles").EnumerateArray().Any(role => role.GetString() == "supporter");
    }

    [Fact]
    public async Task Reads_and_moves_the_clock()
    {
        Assert.StartsWith("2026-11-21T19:0", await NowAsync(), StringComparison.Ordinal);

        using var moved = await stage.Bot.Http.PostAsJsonAsync("/rehearsal/clock", new { now = "2026-11-23T08:30:00Z" });

        Assert.StartsWith("2026-11-23T08:30:0", (await moved.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("now").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("2026-11-23T08:30:0", await NowAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"now\":\"tomorrow\"}")]
    [InlineData("{\"now\":\"2026-02-31T08:30:00Z\"}")]
    public async Task Says_what_a_clock_can_be_set_to(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var refused = await stage.Bot.Http.PostAsync("/rehearsal/clock", content);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("2026-11-23T08:30:00Z", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Begins_again_with_the_sample_on_its_Saturday()
    {
        var amira = teams["Amira Khan"];
        await amira.AsksForSupport("A note.", "Peter Lloyd");
        await stage.Bot.MoveToAsync("2026-12-01T12:00:00Z");

        using var reset = await stage.Bot.Http.PostAsync("/rehearsal/reset", null);

        Assert.Equal(HttpStatusCode.OK, reset.StatusCode);
        Assert.StartsWith("2026-11-21T19:0", await NowAsync(), StringComparison.Ordinal);
        await amira.Says("status");
        await amira.Hears("You have no request");
    }

    [Theory]
    [InlineData("Host", "attacker.example")]
    [InlineData("Origin", "https://attacker.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Is_shut_to_pages_from_elsewhere(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/rehearsal/reset");
        request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await stage.Bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<string> NowAsync() => (await GetAsync("/rehearsal/clock")).GetProperty("now").GetString()!;

    private Task<JsonElement> GetAsync(string path) => stage.Bot.Http.GetFromJsonAsync<JsonElement>(path);
}
