using NodaTime;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Seams;

/// <summary>With MicrosoftAppId set, tokens are asked for in Development as anywhere else.</summary>
public sealed class A_registered_bot : IAsyncLifetime
{
    private FakeConnector connector = null!;
    private RunningBot bot = null!;
    private Teams teams = null!;

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

    [Fact]
    public async Task Turns_away_an_activity_without_a_token()
    {
        var answer = await bot.PostAsync(teams["Amira Khan"].Message("hi"));

        Assert.Equal((401, ""), (answer.Status, answer.Raw));
        await NothingHappened();
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public async Task Turns_away_what_is_no_token(string token)
    {
        Assert.Equal(401, (await bot.PostAsync(teams["Amira Khan"].Message("hi"), token)).Status);
        await NothingHappened();
    }

    [Fact]
    public async Task Turns_away_a_token_for_another_bot()
    {
        var token = TokenIssuer.Token(connector.ServiceUrl, audience: "11111111-2222-3333-4444-555555555555");

        Assert.Equal(401, (await bot.PostAsync(teams["Amira Khan"].Message("hi"), token)).Status);
        await NothingHappened();
    }

    [Fact]
    public async Task Turns_away_a_token_for_another_service()
    {
        var token = TokenIssuer.Token("https://smba.trafficmanager.net/uk/");

        Assert.Equal(403, (await bot.PostAsync(teams["Amira Khan"].Message("hi"), token)).Status);
        await NothingHappened();
    }

    [Fact]
    public async Task Answers_Teams_and_says_who_it_is()
    {
        var amira = teams["Amira Khan"];

        Assert.Equal(200, (await bot.PostAsync(amira.Message("hi"), TokenIssuer.Token(connector.ServiceUrl))).Status);

        Assert.Equal($"Bearer {TokenIssuer.BotToken}", (await amira.Hears("Hello Amira")).Authorization);
    }

    [Fact]
    public async Task Whose_secret_has_expired_sends_everything_as_it_is_once_it_has_a_new_one()
    {
        var amira = teams["Amira Khan"];
        connector.RefusesLogin = true;
        Assert.Equal(200, (await bot.PostAsync(amira.Message("hi"), TokenIssuer.Token(connector.ServiceUrl))).Status);
        for (var time = 0; time < 10; time++)
            await bot.PassAsync(Duration.FromHours(3));
        Assert.Empty(connector.Calls);

        connector.RefusesLogin = false;
        await bot.PassAsync(Duration.FromHours(3));
        await amira.HearsCard("Hello Amira");
        Assert.Single(connector.Calls);
    }

    private async Task NothingHappened()
    {
        await bot.SettleAsync();
        Assert.Empty(connector.Calls);
    }
}
