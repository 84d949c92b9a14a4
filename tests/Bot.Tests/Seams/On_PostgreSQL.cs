using NodaTime;
using Npgsql;
using PeerBot.Bot.Tests.World;
using PeerBot.Storage;

namespace PeerBot.Bot.Tests.Seams;

/// <summary>The same product with many processes in mind: the engine is chosen by the connection string alone.</summary>
public sealed class On_PostgreSQL : IAsyncLifetime
{
    private readonly string name = $"peerbot_bot_{Guid.NewGuid():N}";

    private FakeConnector connector = null!;

    private static string Server => Environment.GetEnvironmentVariable(PostgresFactAttribute.Variable)!;

    public async Task InitializeAsync()
    {
        connector = await FakeConnector.StartAsync();
        await OnServerAsync($"CREATE DATABASE {name}");
    }

    public async Task DisposeAsync()
    {
        await connector.DisposeAsync();
        await OnServerAsync($"DROP DATABASE {name} WITH (FORCE)");
    }

    [PostgresFact]
    public async Task A_head_asks_and_a_supporter_says_yes()
    {
        await using var bot = await RunningBot.StartAsync(Folder());
        var teams = await Teams.OfAsync(bot, connector);
        var (amira, peter) = (teams["Amira Khan"], teams["Peter Lloyd"]);
        await amira.Says("hi");
        await amira.Hears("Hello Amira");

        var ask = await peter.IsAskedBy(amira, bot, "Two years in.");
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => peter.Presses(ask, "Yes, I will")));

        Assert.All(answers, answer => Assert.Equal(answers[0].Body, answer.Body));
        Assert.True((await peter.HearsCard("You are paired with Amira Khan")).Says("Two years in."));
        await amira.Hears("You are paired with Peter Lloyd");
        await bot.SettleAsync();
        Assert.True(bot.Log.Errors.Count == 0, string.Join('\n', bot.Log.Errors));
    }

    [PostgresFact]
    public async Task Two_processes_send_each_message_once()
    {
        await using var one = await RunningBot.StartAsync(Folder());
        var teams = await Teams.OfAsync(one, connector);
        var (amira, peter) = (teams["Amira Khan"], teams["Peter Lloyd"]);
        await peter.GetsTheApp();
        await amira.AsksForSupport("Two years in.", peter.Name);
        await using var other = await RunningBot.StartAsync(Folder());

        await Task.WhenAll(one.MoveToAsync(Journey.MondayMorning), other.MoveToAsync(Journey.MondayMorning));

        await peter.Hears("Amira Khan, Oakfield Primary");
        await Task.WhenAll(one.SettleAsync(), other.SettleAsync());
        Assert.Single(peter.Received);
    }

    [PostgresFact]
    [Trait("Requirement", "A-04")]
    public async Task The_last_place_goes_to_one_though_two_processes_take_the_presses()
    {
        await using var one = await RunningBot.StartAsync(Folder());
        await using var other = await RunningBot.StartAsync(Folder());
        var teams = await Teams.OfAsync(one, connector);
        var (amira, zainab, peter) = (teams["Amira Khan"], teams["Zainab Hussain"], teams["Peter Lloyd"]);
        await zainab.AsksForSupport("Zainab's own words", peter.Name);
        var fromAmira = await peter.IsAskedBy(amira, one, "Amira's own words");
        var fromZainab = await peter.HearsCard($"{zainab.Name}, {zainab.Organisation}");
        await other.MoveToAsync(Journey.MondayMorning);
        var there = teams.With(other)[peter.Name];

        var answers = await Task.WhenAll(peter.Presses(fromAmira, "Yes, I will"), there.Presses(fromZainab, "Yes, I will"));

        Assert.Single(answers, answer => answer.Card.Says("You said yes"));
        Assert.Single(answers, answer => answer.Card.Says("The last place has just been filled"));
        var work = one.Database.BeginTurn(await one.NowAsync());
        Assert.Single(await work.OpenCyclesAsync(peter.Key));
    }

    [PostgresFact]
    public async Task A_process_makes_no_first_key_while_another_is_at_it()
    {
        await using var server = NpgsqlDataSource.Create(Folder().ConnectionString);
        await using var other = await server.OpenConnectionAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await using var alone = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({0x5065_6572_426F_75})", other);
        await alone.ExecuteNonQueryAsync();

        var starts = RunningBot.StartAsync(Folder());
        await using var waits = server.CreateCommand(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
        while (!starts.IsCompleted && (long)(await waits.ExecuteScalarAsync())! == 0)
            await Task.Delay(50);
        await using var keys = server.CreateCommand("SELECT count(*) FROM \"Keys\"");
        Assert.Equal(0L, await keys.ExecuteScalarAsync());

        await transaction.CommitAsync();
        await using var bot = await starts;
        Assert.Equal(1L, await keys.ExecuteScalarAsync());
    }

    [PostgresFact]
    public async Task A_process_says_so_when_its_clock_is_not_the_databases()
    {
        using var log = new LogBook();
        await using var wrong = Database.Open(Folder().ConnectionString, new DatabaseOptions { Time = new TimeThere(Duration.FromMinutes(1)) });
        await ClockCheck.RunAsync(wrong, log.CreateLogger("clock"));
        Assert.Contains("ahead of the database's", Assert.Single(log.Errors), StringComparison.Ordinal);

        log.Clear();
        await using var right = Database.Open(Folder().ConnectionString);
        await ClockCheck.RunAsync(right, log.CreateLogger("clock"));
        Assert.Empty(log.Errors);
    }

    private sealed class TimeThere(Duration ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead.ToTimeSpan();
    }

    private Folder Folder() => new() { ConnectionString = new NpgsqlConnectionStringBuilder(Server) { Database = name }.ConnectionString };

    private static async Task OnServerAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Server) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A test that needs a PostgreSQL server; where none is named it says how to name one.</summary>
internal sealed class PostgresFactAttribute : FactAttribute
{
    public const string Variable = "PEERBOT_TEST_POSTGRES";

    public PostgresFactAttribute()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)))
        {
            Skip = $"Needs PostgreSQL: set {Variable} to a connection string of somebody who may create databases, " +
                "for example Host=localhost;Username=postgres, or use .ci/run.";
        }
    }
}
