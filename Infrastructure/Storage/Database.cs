using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using NodaTime;
using PeerBot.Storage.Postgres;
using PeerBot.Storage.Rows;
using PeerBot.Storage.Sqlite;

namespace PeerBot.Storage;

/// <summary>The store of everything, in a SQLite file or on a PostgreSQL server.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly IEngine _engine;
    private readonly DatabaseOptions _options;

    private Database(IEngine engine, string self, DatabaseOptions options)
    {
        _engine = engine;
        _options = options;
        Self = self;
        Outbox = new Outbox(engine, options);
    }

    /// <summary>Claims and deliveries. Rows come in by a turn.</summary>
    public Outbox Outbox { get; }

    internal IEngine Engine => _engine;

    /// <summary>This process, among those that claim rows.</summary>
    internal string Self { get; }

    /// <param name="connectionString"><c>Data Source=peerbot.db</c> is SQLite, <c>Host=…;Database=…</c> is PostgreSQL.</param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    /// <exception cref="SqliteException">The file cannot be opened for writing.</exception>
    public static Database Open(string connectionString, DatabaseOptions? options = null)
    {
        options ??= new DatabaseOptions();
        var self = Guid.NewGuid().ToString("N");
        return new Database(ConnectionString.IsPostgres(connectionString)
            ? new PostgresEngine(connectionString, self, options)
            : new SqliteEngine(connectionString, self, options), self, options);
    }

    /// <summary>Makes the tables, or brings them to this version. Several processes may do so at once; killed, it has done all or nothing.</summary>
    public Task MigrateAsync(CancellationToken cancellation = default) => _engine.MigrateAsync(cancellation);

    /// <summary>For one turn, and one run of it: after a conflict begin another.</summary>
    public TurnWork BeginTurn(Instant now) => new(_engine, Self, _options, now);

    /// <summary>What was answered to something that was dealt with before; null when it is new.</summary>
    public ValueTask<CommitOutcome.Repeated?> FindAnswerAsync(string inboxKey) => _engine.FindAnswerAsync(HashOf(inboxKey));

    /// <summary>Forgets inbox keys and their answers; what comes again after that counts as new.</summary>
    /// <returns>How many keys.</returns>
    public Task<int> ForgetInboxAsync(Instant olderThan) => _engine.ForgetInboxAsync(olderThan);

    /// <summary>Empties every table, outbox and inbox included, and stores this.</summary>
    /// <exception cref="ArgumentException">Two rows have one key; nothing has changed.</exception>
    public Task ReplaceAllAsync(Import import) => _engine.ReplaceAllAsync(import.Rows(_options.PrivateText));

    /// <summary>Commits what waits, and closes.</summary>
    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    /// <summary>Keys are long and tell who talked when; 128 bits of a hash are neither, and make the inbox a small table.</summary>
    internal static string HashOf(string inboxKey)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(inboxKey), hash);
        return Convert.ToHexStringLower(hash[..16]);
    }
}
