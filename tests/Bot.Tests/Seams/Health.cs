using System.Net;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Seams;

public sealed class Health(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Is_said_to_whoever_asks(string path)
    {
        using var answer = await stage.Bot.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Healthy", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Is_not_ready_without_a_database_and_alive_all_the_same()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.Database.DisposeAsync();
        File.Delete(Path.Combine(bot.Folder.Path, "peerbot.db"));

        using var ready = await bot.Http.GetAsync("/health/ready");
        using var live = await bot.Http.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("Unhealthy", await ready.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }
}
