using NodaTime;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Delivery;

/// <summary>The channel says that it could not, or nothing at all, and may have shown the message all the same.</summary>
public sealed class A_message_in_doubt(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private Teams teams = null!;

    private Person Amira => teams["Amira Khan"];

    public async Task InitializeAsync() => teams = await stage.BeginAsync();

    public Task DisposeAsync() => stage.EndAsync();

    [Theory]
    [InlineData(408, "RequestTimeout")]
    [InlineData(502, "BadGateway")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(504, "GatewayTimeout")]
    public async Task Comes_again_in_words_so_that_its_buttons_are_there_once(int status, string code)
    {
        Refuse(new Refusal(status, code), new Refusal(429, "Throttled"), new Refusal(status, code));
        await Amira.Says("hi");

        for (var minute = 0; minute < 10; minute++)
            await stage.Bot.PassAsync(Duration.FromMinutes(1));

        Assert.Equal([status, 429, status, 201], Calls.Select(call => call.Status));
        Assert.Equal([1, 0, 0, 0], Calls.Select(call => call.Cards.Count));
        var words = Calls[^1].Words;
        Assert.Contains("You may have this already", words, StringComparison.Ordinal);
        Assert.Contains("Hello Amira", words, StringComparison.Ordinal);

        await Amira.Says(NumberOf("Ask for support", words));
        await Amira.HearsCard("What would help?");
    }

    [Fact]
    public async Task Comes_again_as_it_is_where_it_has_no_buttons()
    {
        Refuse(new Refusal(503, "ServiceUnavailable"));
        await Amira.Says("brrr");

        await stage.Bot.PassAsync(Duration.FromMinutes(1));

        Assert.Equal([503, 201], Calls.Select(call => call.Status));
        Assert.Equal(Calls[0].Words, Calls[1].Words);
    }

    [Fact]
    public async Task Waits_as_long_as_the_channel_asks()
    {
        Refuse(new Refusal(503, "ServiceUnavailable", RetryAfter: 600));
        await Amira.Says("hi");

        await stage.Bot.PassAsync(Duration.FromMinutes(9));
        Assert.Single(Calls);
        await stage.Bot.PassAsync(Duration.FromMinutes(2));
        Assert.Equal(2, Calls.Count);
    }

    [Fact]
    public async Task Is_given_up_after_six_tries()
    {
        stage.Connector.Refuses = call => call.Conversation == Amira.Chat ? new Refusal(504, "GatewayTimeout") : null;
        await Amira.Says("hi");

        for (var time = 0; time < 10; time++)
            await stage.Bot.PassAsync(Duration.FromHours(3));

        Assert.Equal(6, Calls.Count);
        Assert.Single(Calls, call => call.Cards.Count > 0);
        Assert.Null(await stage.Bot.Database.NextDueAsync(Instant.MinValue));
    }

    private IReadOnlyList<Call> Calls => [.. stage.Connector.Calls.Where(call => call.Conversation == Amira.Chat)];

    private static string NumberOf(string title, string twin) =>
        twin.Split('\n').Single(line => line.Contains(title, StringComparison.Ordinal) && char.IsDigit(line[0]))[..1];

    private void Refuse(params Refusal[] refusals)
    {
        var left = new Queue<Refusal>(refusals);
        stage.Connector.Refuses = call => call.Conversation == Amira.Chat && left.TryDequeue(out var refusal) ? refusal : null;
    }
}
