using System.Text;
using System.Text.Json;
using NodaTime;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Storage.Json;
using PeerBot.Storage.Rows;

namespace PeerBot.Storage;

/// <summary>
/// What one run of one turn reads and writes. Nothing is written before <see cref="CommitAsync"/>, and then all of it or nothing.
/// Not for several threads.
/// </summary>
public sealed partial class TurnWork : IStores
{
    private readonly IEngine _engine;
    private readonly Rosters _rosters;
    private readonly Claims _claims;
    private readonly DatabaseOptions _options;

    // What this turn has read or saved by key; null for what is not there.
    private readonly Dictionary<(AggregateTable Table, string Key), object?> _known = [];
    private readonly Dictionary<(AggregateTable Table, string Key), Func<long, RowWrite>> _saved = [];
    private readonly List<OutboxRow> _outbox = [];

    // Sets: named twice, a key would make the turn a repeat of itself.
    private readonly HashSet<long> _completed = [];
    private readonly HashSet<string> _inboxKeys = [];
    private string? _answer;
    private bool _committed;
    private bool _forgetsRosters;

    // One thing was read at two versions, or read as missing and then found in a list: someone else wrote in between.
    private bool _torn;

    internal TurnWork(IEngine engine, Rosters rosters, Claims claims, DatabaseOptions options, Instant now)
    {
        _engine = engine;
        _rosters = rosters;
        _claims = claims;
        _options = options;
        Now = now;
    }

    public Instant Now { get; }

    /// <summary>
    /// Makes this turn one that happens once: a second one with the same key has no effect and gets the answer of this one.
    /// </summary>
    /// <param name="answer">The turn's answer, the same for all its keys; null when there is none.</param>
    public void Receive(string inboxKey, string? answer)
    {
        _inboxKeys.Add(InboxKey.HashOf(inboxKey));
        _answer = answer ?? _answer;
    }

    /// <param name="activity">The channel's JSON.</param>
    /// <param name="person">Whom it is for; null when that is not known.</param>
    public void Send(string activity, PersonId? person, string conversationId, Instant due) =>
        _outbox.Add(new OutboxRow(0, OutboxKind.Activity, person, conversationId, due, activity, 0, Now));

    public void Send(Errand errand, Instant due, Hold? hold = null) =>
        _outbox.Add(new OutboxRow(
            0, errand is Errand.DeleteOld ? OutboxKind.Upkeep : OutboxKind.Errand, hold?.For, null, due, JsonSerializer.Serialize(errand, StoredJson.Default.Errand), 0, Now, hold?.Why));

    /// <summary>
    /// This turn is what the row asked for: the row goes with the commit, and if it is gone already the turn is a repeat.
    /// </summary>
    public void Complete(OutboxRow row) => _completed.Add(row.Id);

    /// <summary>Writes everything of the turn in one transaction.</summary>
    /// <exception cref="InvalidOperationException">The turn was committed before.</exception>
    public async Task<CommitOutcome> CommitAsync()
    {
        if (_committed)
            throw new InvalidOperationException("A turn commits once; after a conflict begin another.");
        _committed = true;
        if (_torn)
            return new CommitOutcome.Conflict();
        var claim = _options.TakesMore() ? _claims.Next(_options.Lease) : null;
        var stamp = _claims.Now.ToUnixTimeTicks();
        var outcome = await _engine.CommitAsync(new WriteSet
        {
            Rows =
            [
                .. _saved.Values.Select(write => write(stamp++))
                    .OrderBy(row => row.Table.Name, StringComparer.Ordinal).ThenBy(row => row.Key, StringComparer.Ordinal),
            ],
            Outbox = [.. _outbox.Select(row => Insert(row, claim))],
            Completed = [.. _completed],
            InboxKeys = [.. _inboxKeys],
            Answer = _answer is null ? null : _options.PrivateText.Protect(Tables.Answers.Name, Encoding.UTF8.GetBytes(_answer)),
            Now = Now.ToUnixTimeTicks(),
        }).ConfigureAwait(false);
        if (_forgetsRosters)
            _rosters.Forget();
        return outcome is CommitOutcome.Repeated ? await RepeatedAsync().ConfigureAwait(false) : outcome;
    }

    // Here and not inside the commit: revealing may have to fetch keys from this very database.
    private async Task<CommitOutcome.Repeated> RepeatedAsync()
    {
        foreach (var key in _inboxKeys)
        {
            var known = await _engine.ReadAsync(
                OutboxSql.FindAnswer, [key], row => OutboxSql.Answer(row, _options.PrivateText)).ConfigureAwait(false);
            if (known.Count > 0)
                return known[0];
        }

        return new CommitOutcome.Repeated(null);
    }

    private OutboxInsert Insert(OutboxRow row, Claim? claim)
    {
        var body = _options.PrivateText.Protect(Tables.Outbox.Name, Encoding.UTF8.GetBytes(row.Body));
        return new OutboxInsert(row.Due <= Now ? row with { Claim = claim } : row, body, _claims.Self, Claims.InOrderUpTo(Now).ToUnixTimeTicks());
    }

    private async Task<T?> FindAsync<T>(Table<T> table, params object[] key)
        where T : class
    {
        var at = (table, string.Join('\n', key));
        if (_known.TryGetValue(at, out var known))
            return (T?)known;
        var rows = await ListAsync(new Query<T>(table, table.Find), key).ConfigureAwait(false);
        var found = rows.Count == 0 ? null : rows[0];
        _known[at] = found;
        return found;
    }

    private async Task<IReadOnlyList<T>> ListAsync<T>(Query<T> query, params object[] parameters)
        where T : class =>
        await _engine.ReadAsync(
            query.Sql, parameters, row => query.Table.Read(row.Number(0), row.Bytes(1), _options.PrivateText)).ConfigureAwait(false);

    private void Save<T>(Table<T> table, T item)
        where T : class
    {
        var at = (table, table.KeyOf(item));
        if (_known.TryGetValue(at, out var known) && table.VersionOf((T?)known) != table.VersionOf(item))
            _torn = true;
        if (known is T before && !table.KeepsFixed(before, item))
            throw new InvalidOperationException($"A column of {table.Name} that updates leave alone would have to change.");
        _known[at] = item;
        _saved[at] = stamp => table.Write(item, stamp, _options.PrivateText);
    }

    /// <summary>Takes a row away for good, if it still is as it was read; of a row without versions it does not matter whether it is there.</summary>
    private void Remove<T>(Table<T> table, T item)
        where T : class
    {
        var at = (table, table.KeyOf(item));
        _known[at] = null;
        _saved[at] = stamp => table.Write(item, stamp, _options.PrivateText) with { Removed = true };
        _forgetsRosters |= table == (AggregateTable)Tables.Supporters || table == (AggregateTable)Tables.People;
    }
}
