using Npgsql;
using PeerBot.Bot.Tests.Seams;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Turns;

/// <summary>A server that is away for a moment, such as while it moves to another machine, or for longer.</summary>
public sealed class A_database_that_goes_away : IAsyncLifetime
{
    private const string Button = "Ask for support";

    private readonly string name = $"peerbot_away_{Guid.NewGuid():N}";
    private FakeConnector connector = null!;
    private WireToPostgres? wire;

    private static string Server => Environment.GetEnvironmentVariable(PostgresFactAttribute.Variable)!;

    public async Task InitializeAsync()
    {
        connector = await FakeConnector.StartAsync();
        await OnServerAsync($"CREATE DATABASE {name}");
        wire = new WireToPostgres(new NpgsqlConnectionStringBuilder(Server) { Database = name }.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await connector.DisposeAsync();
        await wire!.DisposeAsync();
        await OnServerAsync($"DROP DATABASE {name} WITH (FORCE)");
    }

    [PostgresFact]
    [Trait("Requirement", "U-07")]
    public async Task In_the_middle_of_a_commit_is_asked_again_and_the_press_is_answered_as_it_was()
    {
        await using var bot = await StartAsync();
        var (amira, card) = await GreetedAsync(bot);

        wire!.LoseNextCommit(forGood: false);
        var answer = await amira.Presses(card, Button);

        Assert.True(answer.Card.Says("What would help?"));
        Assert.True(bot.Log.Errors.Count == 0, string.Join('\n', bot.Log.Errors));
        Assert.Contains(bot.Log.Entries, entry => entry.Text.Contains("database that was away", StringComparison.Ordinal));
    }

    [PostgresFact]
    public async Task In_the_middle_of_a_commit_and_stays_away_leaves_it_open_whether_the_press_was_saved()
    {
        await using var bot = await StartAsync();
        var (amira, card) = await GreetedAsync(bot);
        var press = amira.Press(card, Button);

        wire!.LoseNextCommit(forGood: true);
        var answer = await amira.Sends(press);

        Assert.Contains("I cannot tell whether that was saved", answer.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing was changed", answer.Sentence, StringComparison.Ordinal);
        wire.Mend();
        Assert.True((await amira.Sends(press)).Card.Says("What would help?"));
    }

    [PostgresFact]
    public async Task Before_anything_was_saved_leaves_everything_as_it_was_and_says_so()
    {
        await using var bot = await StartAsync();
        var (amira, card) = await GreetedAsync(bot);

        wire!.Cut();
        var answer = await amira.Presses(card, Button);

        Assert.Contains("nothing was changed", answer.Sentence, StringComparison.Ordinal);
        wire.Mend();
        Assert.True((await amira.Presses(card, Button)).Card.Says("What would help?"));
    }

    private Task<RunningBot> StartAsync() => RunningBot.StartAsync(new Folder { ConnectionString = wire!.ConnectionString });

    private async Task<(Person Amira, Card Card)> GreetedAsync(RunningBot bot)
    {
        var amira = (await World.Teams.OfAsync(bot, connector))["Amira Khan"];
        await amira.Says("hi");
        var card = await amira.HearsCard("Hello Amira");
        await bot.SettleAsync();
        bot.Log.Clear();
        return (amira, card);
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Server) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
