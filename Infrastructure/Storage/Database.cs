using Microsoft.Data.Sqlite;
using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Storage.Postgres;
using PeerBot.Storage.Rows;
using PeerBot.Storage.Sqlite;

namespace PeerBot.Storage;

/// <summary>The store of everything, in a SQLite file or on a PostgreSQL server.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly DatabaseOptions _options;
    private readonly Rosters _rosters;

    // This process, among those that claim rows of the outbox.
    private readonly string _self = Guid.NewGuid().ToString("N");

    private Database(IEngine engine, DatabaseOptions options)
    {
        Engine = engine;
        _options = options;
        _rosters = new Rosters(engine, options);
    }

    internal IEngine Engine { get; }

    /// <param name="connectionString"><c>Data Source=peerbot.db</c> is SQLite, <c>Host=…;Database=…</c> is PostgreSQL.</param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    /// <exception cref="SqliteException">The file cannot be opened for writing.</exception>
    public static Database Open(string connectionString, DatabaseOptions? options = null)
    {
        options ??= new DatabaseOptions();
        return new Database(
            ConnectionString.IsPostgres(connectionString)
                ? new PostgresEngine(connectionString, options)
                : new SqliteEngine(connectionString, options),
            options);
    }

    /// <summary>
    /// Makes the tables, or brings them to this version. Several processes may do so at once; killed, it has done all or nothing.
    /// </summary>
    public Task MigrateAsync(CancellationToken cancellation = default) => Engine.MigrateAsync(cancellation);

    /// <summary>False for a database that nobody has begun to use.</summary>
    public async Task<bool> HasPeopleAsync() =>
        (await Engine.ReadAsync("SELECT 1 FROM \"People\" LIMIT 1", [], row => true).ConfigureAwait(false)).Count > 0;

    /// <summary>Asks the database something small. Throws when it does not answer or has no tables.</summary>
    public async Task PingAsync() => await Engine.ReadAsync("SELECT \"Id\" FROM \"Outbox\" LIMIT 1", [], row => 0).ConfigureAwait(false);

    /// <summary>For one turn, and one run of it: after a conflict begin another.</summary>
    public TurnWork BeginTurn(Instant now) => new(Engine, _rosters, _self, _options, now);

    /// <summary>What was answered to something that was dealt with before; null when it is new.</summary>
    public async ValueTask<CommitOutcome.Repeated?> FindAnswerAsync(string inboxKey)
    {
        var known = await Engine.ReadAsync(
            OutboxSql.FindAnswer, [InboxKey.HashOf(inboxKey)], row => OutboxSql.Answer(row, _options.PrivateText)).ConfigureAwait(false);
        return known.Count == 0 ? null : known[0];
    }

    /// <summary>Forgets inbox keys and their answers; what comes again after that counts as new.</summary>
    /// <returns>How many keys.</returns>
    public Task<int> ForgetInboxAsync(Instant olderThan) => Engine.ForgetInboxAsync(olderThan);

    // The keys that protect private words. They outlive ReplaceAllAsync.

    /// <summary>XML of every key, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync() =>
        await Engine.ReadAsync("SELECT \"Xml\" FROM \"Keys\" ORDER BY \"CreatedAt\", \"Id\"", [], row => row.Text(0)!).ConfigureAwait(false);

    /// <summary>Keeps a key; one whose id is known is left as it is.</summary>
    public Task AddKeyAsync(string id, string xml, Instant at) =>
        Engine.WriteAsync(
            "INSERT INTO \"Keys\" (\"Id\", \"Xml\", \"CreatedAt\") VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            [id, xml, at.ToUnixTimeTicks()], row => 0);

    /// <summary>Protects rows that were stored before there were keys, a few at a time; nobody has to wait for it.</summary>
    /// <returns>How many.</returns>
    public Task<int> ProtectOldRowsAsync(CancellationToken cancellation) => new OldRows(Engine, _options.PrivateText).ProtectAsync(cancellation);

    // The outbox, for the loop that delivers. At least once: a process that dies between delivering and marking leaves its claim to run
    // out, and another delivers again.

    /// <summary>
    /// Takes rows that are due and that nobody works on, the longest due first. No one else gets them before the lease is over.
    /// </summary>
    public async Task<IReadOnlyList<OutboxRow>> ClaimDueAsync(Instant now, int limit, Duration lease)
    {
        var from = Instant.FromDateTimeOffset(_options.Time.GetUtcNow());
        var rows = await Engine.WriteAsync(
            OutboxSql.ClaimDue(Engine.SkipLocked),
            [now.ToUnixTimeTicks(), from.ToUnixTimeTicks(), (long)limit, _self, (from + lease).ToUnixTimeTicks()],
            row => OutboxSql.Claimed(row, _options.PrivateText)).ConfigureAwait(false);
        return [.. rows.OrderBy(row => row.Due).ThenBy(row => row.Id)];
    }

    /// <summary>Takes whatever else is due for a person after a longer wait and that nobody works on, as <see cref="ClaimDueAsync"/> does.</summary>
    public Task<IReadOnlyList<OutboxRow>> ClaimHeldAsync(PersonId person, Instant now, Duration lease)
    {
        var from = Instant.FromDateTimeOffset(_options.Time.GetUtcNow());
        return Engine.WriteAsync(
            OutboxSql.ClaimHeld(Engine.SkipLocked),
            [now.ToUnixTimeTicks(), from.ToUnixTimeTicks(), person.Value, _self, (from + lease).ToUnixTimeTicks(), Hold.OutOfTerm, Hold.Closed, Hold.Away],
            row => OutboxSql.Claimed(row, _options.PrivateText));
    }

    /// <summary>
    /// The rows are done, or can never be: they go. Written within moments together with other things, hence not awaited.
    /// </summary>
    public void MarkSent(params IEnumerable<long> ids) => Engine.MarkSent(ids);

    /// <summary>
    /// Gives a row back, to be taken again at <paramref name="notBefore"/>; without effect when another process has taken it over.
    /// </summary>
    /// <param name="attempts">How often it has been tried now.</param>
    public Task RetryAsync(long id, Instant notBefore, int attempts) =>
        Engine.WriteAsync(OutboxSql.Retry, [id, _self, notBefore.ToUnixTimeTicks(), (long)attempts], row => 0);

    /// <summary>As <see cref="RetryAsync"/>, for a message that waits for its reader's contact window: when and why is kept with it.</summary>
    public Task HoldAsync(long id, Instant until, Hold hold) =>
        Engine.WriteAsync(OutboxSql.Hold, [id, _self, until.ToUnixTimeTicks(), hold.For.Value, hold.Why], row => 0);

    /// <summary>When the next row after this instant falls due, housekeeping left out; null when nothing waits.</summary>
    public async Task<Instant?> NextDueAsync(Instant after)
    {
        var next = await Engine.ReadAsync(
            OutboxSql.NextDue, [after.ToUnixTimeTicks(), (long)OutboxKind.Upkeep],
            row => Instant.FromUnixTimeTicks(row.Number(0))).ConfigureAwait(false);
        return next.Count == 0 ? null : next[0];
    }

    /// <summary>For whoever watches: the cost grows with the outbox.</summary>
    public async Task<OutboxStanding> OutboxStandingAsync(Instant now) =>
        (await Engine.ReadAsync(
            OutboxSql.Standing, [now.ToUnixTimeTicks()],
            row => new OutboxStanding(row.Number(0), row.Number(1), row.IsNull(2) ? null : Instant.FromUnixTimeTicks(row.Number(2)))).ConfigureAwait(false))[0];

    /// <summary>
    /// Empties every table, outbox and inbox included, and stores this. Other processes have to be started anew after it.
    /// </summary>
    /// <exception cref="ArgumentException">Two rows have one key; nothing has changed.</exception>
    public async Task ReplaceAllAsync(Import import)
    {
        await Engine.ReplaceAllAsync(import.Rows(_options.PrivateText)).ConfigureAwait(false);
        _rosters.Forget();
    }

    /// <summary>Commits what waits, and closes.</summary>
    public ValueTask DisposeAsync() => Engine.DisposeAsync();
}
