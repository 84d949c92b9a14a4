using Npgsql;
using PeerBot.Storage;

namespace PeerBot.Infrastructure.Tests.Storage;

/// <summary>A database of its own for one test, with all tables: a file in the temporary folder, or a new schema on the server.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _name = $"peerbot_test_{Guid.NewGuid():N}";
    private readonly Engine _engine;
    private readonly List<Database> _open = [];

    private TestDatabase(Engine engine) => _engine = engine;

    /// <summary>The first that was opened.</summary>
    public Database Store => _open[0];

    public string File => Path.Combine(Path.GetTempPath(), _name, "peerbot.db");

    public string ConnectionString => _engine == Engine.Sqlite
        ? $"Data Source={File}"
        : new NpgsqlConnectionStringBuilder(Server) { SearchPath = _name }.ConnectionString;

    private static string Server => Environment.GetEnvironmentVariable(OnPostgresAttribute.Variable)!;

    public static async Task<TestDatabase> CreateAsync(Engine engine, DatabaseOptions? options = null)
    {
        var database = await CreateEmptyAsync(engine);
        await database.Open(options).MigrateAsync();
        return database;
    }

    public static async Task<TestDatabase> CreateEmptyAsync(Engine engine)
    {
        var database = new TestDatabase(engine);
        if (engine == Engine.Postgres)
            await OnServerAsync($"CREATE SCHEMA {database._name}");
        return database;
    }

    /// <summary>Another process, as far as the database can tell.</summary>
    /// <param name="settings">Put behind the connection string.</param>
    public Database Open(DatabaseOptions? options = null, string settings = "")
    {
        var database = Database.Open($"{ConnectionString};{settings}", options);
        _open.Add(database);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _open)
            await database.DisposeAsync();
        if (_engine == Engine.Postgres)
            await OnServerAsync($"DROP SCHEMA {_name} CASCADE");
        else if (Path.GetDirectoryName(File) is { } folder && Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>A connection beside all of PeerBot's, to stand in their way.</summary>
    public async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Server) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
