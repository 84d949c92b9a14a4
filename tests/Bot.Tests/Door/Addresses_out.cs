using System.Text.Json.Nodes;
using NodaTime;
using PeerBot.Bot.Tests.World;
using PeerBot.Bot.Turns;

namespace PeerBot.Bot.Tests.Door;

/// <summary>Where messages go is stored. Somebody who could write into the database, or a forged activity of long ago, must not get the bot's token by it.</summary>
public sealed class Addresses_out : IAsyncLifetime
{
    private FakeConnector connector = null!;
    private RunningBot bot = null!;
    private Teams teams = null!;

    private Person Amira => teams["Amira Khan"];

    private Person Peter => teams["Peter Lloyd"];

    public async Task InitializeAsync()
    {
        connector = await FakeConnector.StartAsync();
        bot = await RunningBot.StartAsync(settings: TokenIssuer.Settings(connector));
        teams = await Teams.OfAsync(bot, connector);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Theory]
    [InlineData("https://attacker.example/teams/")]
    [InlineData("https://smba.trafficmanager.net.attacker.example/")]
    [InlineData("https://anybody.trafficmanager.net/uk/")]
    [InlineData("http://smba.trafficmanager.net/uk/")]
    [InlineData("https://smba.trafficmanager.net:8443/uk/")]
    [InlineData("http://169.254.169.254/latest/")]
    public async Task That_are_none_of_Teams_get_no_message_and_no_token(string stored)
    {
        Assert.Equal(200, (await SendsAsync(Peter.Message("hi"))).Status);
        await Peter.Hears("Hello Peter");
        await bot.SettleAsync();
        var work = bot.Database.BeginTurn(await bot.NowAsync());
        var chat = (await work.ConversationOfAsync(Peter.Key))!;
        var forged = Address.Read(chat.Reference) with { ServiceUrl = stored };
        work.Save(chat with { Reference = forged.ToJson() });
        work.Send(new Outgoing(forged, "A reminder.", null, null, null, Started: true).ToJson(), Peter.Key, chat.Id, work.Now + Duration.FromMinutes(1));
        await work.CommitAsync();
        var before = connector.Calls.Count;

        await bot.PassAsync(Duration.FromMinutes(2));

        Assert.Equal(before, connector.Calls.Count);
        Assert.Contains(bot.Log.Entries, entry => entry.Text.Contains("ServiceUrlRefused", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log.Entries, entry => entry.Text.Contains(stored, StringComparison.Ordinal));
        Assert.Empty(bot.Log.Errors);

        // Once they write again their address is right again.
        Assert.Equal(200, (await SendsAsync(Peter.Message("hi"))).Status);
        await Peter.Hears("Hello Peter");
    }

    [Fact]
    public async Task That_Teams_redirects_to_are_not_followed()
    {
        connector.RedirectsTo = $"{connector.Root}/elsewhere";

        Assert.Equal(200, (await SendsAsync(Amira.Message("hi"))).Status);
        await bot.SettleAsync();

        Assert.Empty(connector.Strays);
    }

    [Fact]
    public async Task That_are_renewed_by_a_forged_activity_stay_as_they_were()
    {
        Assert.Equal(200, (await SendsAsync(Amira.Message("hi"))).Status);
        await Amira.Hears("Hello Amira");
        var forged = Amira.Message("hi");
        forged["serviceUrl"] = "https://attacker.example/";

        Assert.Equal(403, (await SendsAsync(forged)).Status);

        var chat = await bot.Database.BeginTurn(await bot.NowAsync()).ConversationOfAsync(Amira.Key);
        Assert.Equal(connector.ServiceUrl, Address.Read(chat!.Reference).ServiceUrl);
    }

    [Fact]
    [Trait("Requirement", "U-08")]
    public async Task A_request_that_was_recorded_and_is_sent_again_does_nothing_twice()
    {
        var token = TokenIssuer.Token(connector.ServiceUrl);
        var message = Amira.Message("hi");
        Assert.Equal(200, (await bot.PostAsync(message, token)).Status);
        await Amira.Hears("Hello Amira");

        Assert.Equal(200, (await bot.PostAsync(message, token)).Status);

        await bot.SettleAsync();
        Assert.Single(Amira.Received);
        message["serviceUrl"] = "https://smba.trafficmanager.net/uk/";
        Assert.Equal(403, (await bot.PostAsync(message, token)).Status);
    }

    private Task<Answer> SendsAsync(JsonObject activity) => bot.PostAsync(activity, TokenIssuer.Token(connector.ServiceUrl));
}
