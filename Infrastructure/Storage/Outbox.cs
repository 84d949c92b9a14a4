using NodaTime;

namespace PeerBot.Storage;

/// <summary>What waits to be done after a commit, for the loop that delivers it.</summary>
/// <remarks>
/// At least once: a process that dies between delivering and marking leaves its claim to run out, and another delivers again.
/// </remarks>
public sealed class Outbox
{
    private readonly IEngine _engine;
    private readonly DatabaseOptions _options;

    internal Outbox(IEngine engine, DatabaseOptions options)
    {
        _engine = engine;
        _options = options;
    }

    /// <summary>Takes rows that are due and that no process works on, the longest due first. No one else gets them while the claim lasts.</summary>
    public async Task<IReadOnlyList<OutboxRow>> ClaimDueAsync(Instant now, int limit)
    {
        var claimFrom = Instant.FromDateTimeOffset(_options.Time.GetUtcNow());
        var rows = await _engine.ClaimDueAsync(now, limit, claimFrom, claimFrom + _options.Claim).ConfigureAwait(false);
        return [.. rows.OrderBy(r => r.Due).ThenBy(r => r.Id)];
    }

    /// <summary>The rows are done and go. Written within moments, together with other things; not awaited.</summary>
    public void MarkSent(params IEnumerable<long> ids) => _engine.MarkSent(ids);

    /// <summary>Gives a row back, to be taken again at <paramref name="notBefore"/>.</summary>
    /// <param name="attempts">How often it has been tried now.</param>
    public Task RetryAsync(long id, Instant notBefore, int attempts) => _engine.RetryAsync(id, notBefore, attempts);

    /// <summary>When the next row after this instant falls due; null when nothing waits.</summary>
    public Task<Instant?> NextDueAsync(Instant after) => _engine.NextDueAsync(after);
}
