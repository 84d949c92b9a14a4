using System.Reflection;
using NodaTime;
using Npgsql;
using PeerBot.Bot.Tests.Seams;
using Xunit.Sdk;

namespace PeerBot.Bot.Tests.World;

/// <summary>Two hosts of the product over one database, each with a clock of its own, in front of the same Teams.</summary>
internal sealed class TwoBots : IAsyncDisposable
{
    private readonly string? database;

    private TwoBots(FakeConnector connector, RunningBot one, RunningBot other, string? database)
    {
        (Connector, One, Other) = (connector, one, other);
        this.database = database;
    }

    public FakeConnector Connector { get; }

    public RunningBot One { get; }

    public RunningBot Other { get; }

    /// <param name="postgres">On a server; otherwise both share a file.</param>
    public static async Task<TwoBots> StartAsync(bool postgres, params (string Key, string? Value)[] settings)
    {
        var database = postgres ? $"peerbot_two_{Guid.NewGuid():N}" : null;
        if (database is not null)
            await OnServerAsync($"CREATE DATABASE {database}");
        var connector = await FakeConnector.StartAsync();
        var folder = database is null ? new Folder() : InDatabase(database);
        var one = await RunningBot.StartAsync(folder, settings: settings);
        var other = await RunningBot.StartAsync(new Folder { ConnectionString = folder.ConnectionString }, settings: settings);
        return new TwoBots(connector, one, other, database);
    }

    public Task<Teams> TeamsAsync() => Teams.OfAsync(One, Connector);

    public Task MoveToAsync(string instant) => Task.WhenAll(One.MoveToAsync(instant), Other.MoveToAsync(instant));

    public async Task PassAsync(Duration time)
    {
        var until = await One.NowAsync() + time;
        await Task.WhenAll(One.MoveToAsync(until), Other.MoveToAsync(until));
    }

    /// <summary>Returns when nothing is due or under way in either; both must have nothing to complain of.</summary>
    public async Task SettleAsync()
    {
        await Task.WhenAll(One.SettleAsync(), Other.SettleAsync());
        await Task.WhenAll(One.SettleAsync(), Other.SettleAsync());
        IReadOnlyList<string> errors = [.. One.Log.Errors, .. Other.Log.Errors];
        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    public async ValueTask DisposeAsync()
    {
        await Other.DisposeAsync();
        await One.DisposeAsync();
        await Connector.DisposeAsync();
        if (database is not null)
            await OnServerAsync($"DROP DATABASE {database} WITH (FORCE)");
    }

    private static Folder InDatabase(string name) => new()
    {
        ConnectionString = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(PostgresFactAttribute.Variable)!) { Database = name }.ConnectionString,
    };

    private static async Task OnServerAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(PostgresFactAttribute.Variable)!) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>Runs a theory on a SQLite file that both share.</summary>
internal sealed class OverSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[false]];
}

/// <summary>Runs a theory on a PostgreSQL server, where one is named.</summary>
internal sealed class OverPostgresAttribute : DataAttribute
{
    public OverPostgresAttribute() => Skip = new PostgresFactAttribute().Skip;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[true]];
}
