using System.Text.Json.Nodes;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Door;

/// <summary>A script in somebody's name asks more of the bot than a person can.</summary>
public sealed class Too_much_at_once : IAsyncLifetime
{
    private const int Most = 5;

    private FakeConnector connector = null!;
    private RunningBot bot = null!;
    private Teams teams = null!;

    private Person Amira => teams["Amira Khan"];

    public async Task InitializeAsync()
    {
        connector = await FakeConnector.StartAsync();
        bot = await RunningBot.StartAsync(settings: [(PersonLimit.Setting, $"{Most}")]);
        teams = await Teams.OfAsync(bot, connector);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Fact]
    public async Task Words_beyond_the_limit_are_429_and_others_are_served()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4 * Most).Select(_ => Amira.Sends(Amira.Message("status"))));

        Assert.Equal(Most, answers.Count(answer => answer.Status == 200));
        Assert.All(answers.Where(answer => answer.Status != 200), answer => Assert.Equal((429, ""), (answer.Status, answer.Raw)));
        await bot.SettleAsync();
        Assert.Equal(Most, Amira.Received.Count);
        await teams["Peter Lloyd"].Says("hi");
    }

    [Fact]
    public async Task Presses_beyond_the_limit_are_answered_with_a_sentence()
    {
        var help = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "help", ["data"] = new JsonObject { ["verb"] = "help" } };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4 * Most).Select(_ => Amira.Sends(Amira.Invoke(help.DeepClone()))));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(3 * Most, answers.Count(answer => answer.Sentence?.StartsWith("That was a lot at once", StringComparison.Ordinal) == true));
    }

    [Theory]
    [InlineData("many")]
    [InlineData("-1")]
    public async Task A_limit_that_is_no_number_stops_the_start(string limit)
    {
        using var folder = new Folder();
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningBot.StartAsync(folder, settings: [(PersonLimit.Setting, limit)]));

        Assert.Contains($"Set {PersonLimit.Setting}", refusal.Message, StringComparison.Ordinal);
    }
}
