using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Storage.Json;
using PeerBot.Storage.Postgres;
using PeerBot.Storage.Rows;
using PeerBot.Storage.Sqlite;

namespace PeerBot.Storage;

/// <summary>The store of everything, in a SQLite file or on a PostgreSQL server.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly DatabaseOptions _options;
    private readonly Rosters _rosters;

    private readonly Claims _claims;

    private Database(IEngine engine, DatabaseOptions options)
    {
        Engine = engine;
        _options = options;
        _rosters = new Rosters(engine, options);
        _claims = new Claims(options.Time);
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

    /// <summary>Does this while no other process on this database does such a thing: what each would make anew, seeing that it is not there.</summary>
    public Task AloneAsync(Func<Task> work) => Engine.AloneAsync(work);

    /// <summary>How far this process's clock is ahead of the database's; negative: behind. Claims run out by the clock of each process.</summary>
    public Task<Duration> ClockApartAsync() => Engine.ClockApartAsync(_options.Time);

    /// <summary>False for a database that nobody has begun to use.</summary>
    public async Task<bool> HasPeopleAsync() =>
        (await Engine.ReadAsync("SELECT 1 FROM \"People\" LIMIT 1", [], row => true).ConfigureAwait(false)).Count > 0;

    /// <summary>Asks the database something small. Throws when it does not answer or has no tables.</summary>
    public async Task PingAsync() => await Engine.ReadAsync("SELECT \"Id\" FROM \"Outbox\" LIMIT 1", [], row => 0).ConfigureAwait(false);

    /// <summary>For one turn, and one run of it: after a conflict begin another.</summary>
    public TurnWork BeginTurn(Instant now) => new(Engine, _rosters, _claims, _options, now);

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

    /// <summary>The definitions that something still runs under. For a start: the cost grows with what runs.</summary>
    public async Task<IReadOnlyList<ProgrammeKey>> ProgrammesInUseAsync() =>
        await Engine.ReadAsync(
            OversightSql.ProgrammesInUse(Engine.BodyAsJson), [],
            row => JsonSerializer.Deserialize(row.Text(0)!, StoredJson.Default.ProgrammeKey)).ConfigureAwait(false);

    // The keys that protect private words. They outlive ReplaceAllAsync.

    /// <summary>XML of every key, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync() =>
        await Engine.ReadAsync("SELECT \"Xml\" FROM \"Keys\" ORDER BY \"CreatedAt\", \"Id\"", [], row => row.Text(0)!).ConfigureAwait(false);

    /// <summary>Keeps a key; one whose id is known is left as it is.</summary>
    public Task AddKeyAsync(string id, string xml, Instant at) =>
        Engine.WriteAsync(
            "INSERT INTO \"Keys\" (\"Id\", \"Xml\", \"CreatedAt\") VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            [id, xml, at.ToUnixTimeTicks()], row => 0);

    /// <summary>
    /// Brings rows of an earlier version to how this one writes them, a few at a time; nobody has to wait for it. To be done again now and then
    /// until it is over: processes of the version before may still write.
    /// </summary>
    public Task<Sweep> SweepOldRowsAsync(CancellationToken cancellation) => new OldRows(Engine, _options.PrivateText, _options.Time).SweepAsync(cancellation);

    // The outbox, for the loop that delivers. At least once: a process that dies between delivering and marking leaves its claim to run
    // out, and another delivers again.

    /// <summary>
    /// Takes rows that are due and that nobody works on, the longest due first. No one else gets them before the lease is over. Of one
    /// conversation it takes one: the next when that is settled.
    /// </summary>
    /// <param name="exceptTenant">Whose messages wait already; null to take everybody's.</param>
    public async Task<IReadOnlyList<OutboxRow>> ClaimDueAsync(Instant now, int limit, Duration lease, string? exceptTenant = null) =>
        (await LookAsync(now, limit, lease, exceptTenant).ConfigureAwait(false)).Claimed;

    /// <summary>As <see cref="ClaimDueAsync"/>.</summary>
    /// <returns>Also whether something more is due, and waits for an earlier row that somebody works on.</returns>
    public async Task<(IReadOnlyList<OutboxRow> Claimed, bool Behind)> LookAsync(Instant now, int limit, Duration lease, string? exceptTenant = null)
    {
        var claim = _claims.Next(lease);
        var rows = await Engine.WriteAsync(
            OutboxSql.ClaimDue(Engine.SkipLocked),
            [
                now.ToUnixTimeTicks(), _claims.Now.ToUnixTimeTicks(), (long)limit, claim.By, claim.Until.ToUnixTimeTicks(), .. PersonId.RangeOf(exceptTenant),
                Claims.InOrderUpTo(now).ToUnixTimeTicks(), _claims.BehindUntil.ToUnixTimeTicks(),
            ],
            row => row.IsNull(10) ? ((OutboxRow, byte[])?)null : OutboxSql.Read(row, claim)).ConfigureAwait(false);
        return ([.. rows.OfType<(OutboxRow, byte[])>().Select(Open).OrderBy(row => row.Due).ThenBy(row => row.Id)], rows.Contains(null));
    }

    /// <summary>Takes whatever else is due for a person after a longer wait and that nobody works on, as <see cref="ClaimDueAsync"/> does.</summary>
    public async Task<IReadOnlyList<OutboxRow>> ClaimHeldAsync(PersonId person, Instant now, Duration lease)
    {
        var claim = _claims.Next(lease);
        var rows = await Engine.WriteAsync(
            OutboxSql.ClaimHeld(Engine.SkipLocked),
            [
                now.ToUnixTimeTicks(), _claims.Now.ToUnixTimeTicks(), person.Value, claim.By, claim.Until.ToUnixTimeTicks(), Hold.OutOfTerm,
                Hold.Closed, Hold.Away,
            ],
            row => OutboxSql.Read(row, claim)).ConfigureAwait(false);
        return [.. rows.Select(Open)];
    }

    /// <summary>Those of these rows that are still there, in their order, whoever works on them: without a claim.</summary>
    public async Task<IReadOnlyList<OutboxRow>> RowsAsync(IEnumerable<long> ids)
    {
        var rows = new List<OutboxRow>();
        foreach (var id in ids.Order())
            rows.AddRange((await Engine.ReadAsync(OutboxSql.Find, [id], row => OutboxSql.Read(row, claim: null)).ConfigureAwait(false)).Select(Open));
        return rows;
    }

    /// <summary>One that cannot be opened fails by itself when it is carried, and keeps back nobody else's.</summary>
    private OutboxRow Open((OutboxRow Row, byte[] Body) read)
    {
        try
        {
            return read.Row with { Body = Encoding.UTF8.GetString(_options.PrivateText.Reveal(Tables.Outbox.Name, read.Body)) };
        }
#pragma warning disable CA1031 // Whatever it is: damage, a key that is gone, a vault that does not answer.
        catch (Exception why)
#pragma warning restore CA1031
        {
            return read.Row with { Unopened = why };
        }
    }

    /// <summary>
    /// Asked just before something leaves: a process that was stopped for a while may find that another has taken the row over. While the
    /// claim has time left nobody is asked; after that it is renewed, if it still stands.
    /// </summary>
    /// <returns>False: leave the row alone, it is another's.</returns>
    public async Task<bool> StillHoldsAsync(OutboxRow row, Duration lease)
    {
        if (row.Claim is not { } claim || _claims.HasTimeLeft(claim))
            return true;
        var renewed = await Engine.WriteAsync(
            OutboxSql.Renew, [row.Id, claim.By, (_claims.Now + lease).ToUnixTimeTicks()], found => true).ConfigureAwait(false);
        return renewed.Count > 0;
    }

    /// <summary>
    /// Keeps a row that still waits in this process from being taken by another, once half of its claim is over; without effect when it is
    /// settled, or another's.
    /// </summary>
    public Task KeepAsync(OutboxRow row, Duration lease) => row.Claim is { } claim && _claims.IsHalfOver(claim, lease)
        ? Engine.WriteAsync(OutboxSql.Renew, [row.Id, claim.By, (_claims.Now + lease).ToUnixTimeTicks()], _ => 0)
        : Task.CompletedTask;

    /// <summary>
    /// The rows are done, or can never be: they go. Written within moments together with other things, hence not awaited. Whoever has
    /// delivered a row marks it also when its claim has run out: it must not go out again.
    /// </summary>
    public void MarkSent(params IEnumerable<long> ids) => Engine.MarkSent(ids);

    /// <summary>
    /// The channel did not take it: to be tried again at <paramref name="notBefore"/>. Without effect when another has taken the row over.
    /// </summary>
    /// <param name="attempts">How often it has been tried now.</param>
    /// <param name="status">What the channel said.</param>
    public Task RetryAsync(OutboxRow row, Instant notBefore, int attempts, int status) => row.Claim is { } claim
        ? Engine.WriteAsync(OutboxSql.Retry, [row.Id, claim.By, notBefore.ToUnixTimeTicks(), (long)attempts, (long)status], _ => 0)
        : Task.CompletedTask;

    /// <summary>Gives a row back that was not tried, to be taken again at its time; without effect when another has taken it over.</summary>
    /// <param name="attempts">How often it has been tried.</param>
    public Task GiveBackAsync(OutboxRow row, Instant notBefore, int attempts) => row.Claim is { } claim
        ? Engine.WriteAsync(OutboxSql.GiveBack, [row.Id, claim.By, notBefore.ToUnixTimeTicks(), (long)attempts], _ => 0)
        : Task.CompletedTask;

    /// <summary>As <see cref="GiveBackAsync"/>, where it may not be tried before then: how long it is tried for counts from there.</summary>
    public Task GiveBackUntilWindowAsync(OutboxRow row, Instant opens) => row.Claim is { } claim
        ? Engine.WriteAsync(OutboxSql.GiveBackUntilWindow, [row.Id, claim.By, opens.ToUnixTimeTicks(), (long)row.Attempts], _ => 0)
        : Task.CompletedTask;

    /// <summary>As <see cref="GiveBackAsync"/>, for a message that waits for its reader's contact window: when and why is kept with it.</summary>
    public Task HoldAsync(OutboxRow row, Instant until, Hold hold) => row.Claim is { } claim
        ? Engine.WriteAsync(OutboxSql.Hold, [row.Id, claim.By, until.ToUnixTimeTicks(), hold.For.Value, hold.Why], _ => 0)
        : Task.CompletedTask;

    // Limits of the channel, shared by all processes.

    /// <summary>
    /// Takes room for some messages at once, if the first need not wait for longer than that: whoever goes away to come back later would
    /// otherwise keep others waiting for what nobody uses.
    /// </summary>
    /// <param name="longest">Null: it may wait for as long as it takes.</param>
    /// <param name="overall">A slower pace that holds as well; null: none.</param>
    /// <returns>How long the first has to wait; each further one goes <see cref="Pace.Every"/> later.</returns>
    public async Task<Room> TakeRoomAsync(string key, int count, Pace pace, Pace? overall = null, Duration? longest = null)
    {
        var (step, slow) = (pace.Every.BclCompatibleTicks * count, (overall?.Every.BclCompatibleTicks ?? 0) * count);
        var taken = await Engine.WriteAsync(
            LimitsSql.Take(Engine.ClockOfRoom), [key, step, slow, Latest(pace), Latest(overall), .. NowOfRoom], Read).ConfigureAwait(false);
        if (taken.Count > 0)
            return new Room(Wait(taken[0].Next - step, taken[0].Long - slow), IsTaken: true);
        var full = await Engine.ReadAsync(LimitsSql.Look(Engine.ClockOfRoom), [key, .. NowOfRoom], Read).ConfigureAwait(false);
        return new Room(full.Count == 0 ? Duration.Zero : Wait(full[0].Next, full[0].Long), IsTaken: false);

        // From now on, by whichever clock.
        static (long Next, long Long) Read(IRow row) => (row.Number(0) - row.Number(2), row.Number(1) - row.Number(2));

        long Latest(Pace? at) => longest is { } most ? (most + Burst(at)).BclCompatibleTicks : long.MaxValue;

        Duration Wait(long next, long slower) => Duration.Max(Duration.Zero, Duration.Max(First(next, pace), overall is null ? Duration.Zero : First(slower, overall)));

        static Duration First(long next, Pace pace) => Duration.FromTicks(next) - Burst(pace);

        static Duration Burst(Pace? pace) => pace is null ? Duration.Zero : pace.Every * pace.AtOnce;
    }

    /// <summary>Forgets counts that nobody has to wait for any more.</summary>
    public Task ForgetRoomAsync() => Engine.WriteAsync(LimitsSql.Forget(Engine.ClockOfRoom), NowOfRoom, _ => 0);

    /// <summary>Nothing where the engine has a clock of its own.</summary>
    private object[] NowOfRoom => Engine.HasClockOfRoom ? [] : [_claims.Now.ToUnixTimeTicks()];

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
