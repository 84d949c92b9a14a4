using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
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
        var said = await ready.Content.ReadAsStringAsync();
        Assert.StartsWith("Unhealthy\ndatabase: ", said, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings:PeerBot", said, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Folder.Path, said, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    [Fact]
    public async Task Is_not_ready_while_the_keys_cannot_be_used()
    {
        await using var bot = await RunningBot.StartAsync(replace: services => services.AddSingleton<IDataProtectionProvider, NoKeys>());

        ((NoKeys)bot.Service<IDataProtectionProvider>()).AreGone = true;

        var said = await RefusalAsync(bot);

        ((NoKeys)bot.Service<IDataProtectionProvider>()).AreGone = false;
        Assert.StartsWith("Unhealthy\nkeys: ", said, StringComparison.Ordinal);
        Assert.Contains("DataProtection:Certificate", said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret of the ring", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_ready_while_Graph_cannot_be_reached_and_names_no_address()
    {
        int port;
        using (var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            taken.Start();
            port = ((IPEndPoint)taken.LocalEndpoint).Port;
        }

        var address = $"http://127.0.0.1:{port}";
        await using var bot = await RunningBot.StartAsync(settings: [("Calendar:Provider", "Graph"), ("Graph:BaseUrl", address), ("Graph:Credential", "None")]);

        var said = await RefusalAsync(bot);

        Assert.StartsWith("Unhealthy\ncalendar: ", said, StringComparison.Ordinal);
        Assert.Contains("Graph:BaseUrl", said, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", said, StringComparison.Ordinal);
        using var graph = new System.Net.Sockets.TcpListener(IPAddress.Loopback, port);
        graph.Start();
        using var ready = await bot.Http.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    private static async Task<string> RefusalAsync(RunningBot bot)
    {
        using var ready = await bot.Http.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        return await ready.Content.ReadAsStringAsync();
    }

    private sealed class NoKeys : IDataProtectionProvider, IDataProtector
    {
        public bool AreGone { get; set; }

        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => !AreGone ? plaintext : throw new System.Security.Cryptography.CryptographicException("secret of the ring");

        public byte[] Unprotect(byte[] protectedData) => protectedData;
    }
}
