using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime;
using Npgsql;

namespace PeerBot.Bot.Tests.Crash;

public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>The database that the processes share, looked at from outside.</summary>
internal sealed class Stores : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("peerbot-crash-").FullName;
    private readonly string name = $"peerbot_crash_{Guid.NewGuid():N}";
    private readonly Engine engine;

    private Stores(Engine engine) => this.engine = engine;

    public string ConnectionString => engine == Engine.Sqlite
        ? $"Data Source={Path.Combine(folder, "peerbot.db")}"
        : new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 30, Timeout = 600, CommandTimeout = 600 }.ConnectionString;

    private static string Server => Environment.GetEnvironmentVariable(Seams.PostgresFactAttribute.Variable)!;

    public static async Task<Stores> CreateAsync(Engine engine)
    {
        var stores = new Stores(engine);
        if (engine == Engine.Postgres)
            await stores.OnServerAsync($"CREATE DATABASE {stores.name}");
        return stores;
    }

    public Task<int> VersionOfChatAsync(string chat) => NumberAsync($"SELECT \"Version\" FROM \"Conversations\" WHERE \"Id\" = '{chat}'");

    /// <summary>Rows that are due, and rows that somebody claims to work on.</summary>
    public Task<int> WaitingAsync(Instant now) =>
        NumberAsync($"SELECT count(*) FROM \"Outbox\" WHERE \"Due\" <= {now.ToUnixTimeTicks()} OR \"ClaimedBy\" IS NOT NULL");

    public Task<int> ClaimedAsync() => NumberAsync("SELECT count(*) FROM \"Outbox\" WHERE \"ClaimedBy\" IS NOT NULL");

    public async Task<IReadOnlyList<JsonElement>> MeetingsAsync() =>
        [.. (await ColumnAsync("SELECT \"Body\" FROM \"Meetings\"")).Select(body => JsonSerializer.Deserialize<JsonElement>((string)body))];

    /// <summary>Ids of the meetings that stand in PeerBot's own calendar.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync() => [.. (await ColumnAsync("SELECT \"Meeting\" FROM \"LocalEvents\"")).Cast<string>()];

    public async Task AssertSoundAsync()
    {
        if (engine == Engine.Sqlite)
            Assert.Equal(["ok"], (await ColumnAsync("PRAGMA integrity_check")).Cast<string>());
    }

    public async Task<IReadOnlyList<object>> ColumnAsync(string sql)
    {
        await using DbConnection connection = engine == Engine.Sqlite ? new SqliteConnection($"{ConnectionString};Pooling=False") : new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Our own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        var values = new List<object>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            values.Add(reader.GetValue(0));
        return values;
    }

    public async ValueTask DisposeAsync()
    {
        if (engine == Engine.Postgres)
            await OnServerAsync($"DROP DATABASE {name} WITH (FORCE)");
        Directory.Delete(folder, recursive: true);
    }

    private async Task<int> NumberAsync(string sql) =>
        Convert.ToInt32((await ColumnAsync(sql)).Single(), System.Globalization.CultureInfo.InvariantCulture);

    private async Task OnServerAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Server) { Pooling = false, Timeout = 600, CommandTimeout = 600 });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
