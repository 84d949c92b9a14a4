using NodaTime;
using PeerBot.Storage.Rows;

namespace PeerBot.Storage;

/// <summary>What differs between SQLite and PostgreSQL.</summary>
internal interface IEngine : IAsyncDisposable
{
    /// <summary>Brings the tables to what this version of PeerBot needs. Safe to be called by several processes, and to be killed.</summary>
    Task MigrateAsync(CancellationToken cancellation);

    /// <param name="sql">Yields version and body.</param>
    ValueTask<IReadOnlyList<T>> ReadAsync<T>(Table<T> table, string sql, object[] parameters)
        where T : class;

    /// <summary>Null when the key is not known.</summary>
    ValueTask<CommitOutcome.Repeated?> FindAnswerAsync(string hashedKey);

    Task<CommitOutcome> CommitAsync(WriteSet writes);

    /// <param name="claimFrom">Now, on the clock that claims are kept by.</param>
    Task<IReadOnlyList<OutboxRow>> ClaimDueAsync(Instant now, int limit, Instant claimFrom, Instant claimUntil);

    void MarkSent(IEnumerable<long> ids);

    Task RetryAsync(long id, Instant notBefore, int attempts);

    Task<Instant?> NextDueAsync(Instant after);

    Task<int> ForgetInboxAsync(Instant olderThan);

    /// <summary>Empties every table and stores these rows.</summary>
    Task ReplaceAllAsync(IEnumerable<RowWrite> rows);
}
