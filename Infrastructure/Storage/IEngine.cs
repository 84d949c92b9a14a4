using NodaTime;
using PeerBot.Storage.Rows;

namespace PeerBot.Storage;

/// <summary>What differs between SQLite and PostgreSQL. Statements are the same but for what is passed in.</summary>
internal interface IEngine : IAsyncDisposable
{
    /// <summary>What a select has to say so that rows that another process is taking are stepped over.</summary>
    string SkipLocked { get; }

    /// <summary>A body that is text, so that <c>-></c> and <c>->></c> look into it.</summary>
    string BodyAsJson { get; }

    /// <summary>
    /// Brings the tables to what this version of PeerBot needs. Safe to be called by several processes, and to be killed.
    /// </summary>
    Task MigrateAsync(CancellationToken cancellation);

    /// <summary>Does this while no other process does it.</summary>
    Task AloneAsync(Func<Task> work);

    /// <summary>How far this process's clock is ahead of the one that all processes on this database can see; negative: behind.</summary>
    Task<Duration> ClockApartAsync(TimeProvider time);

    /// <param name="parameters">Text or numbers, <c>$1</c> first.</param>
    ValueTask<IReadOnlyList<T>> ReadAsync<T>(string sql, object[] parameters, Func<IRow, T> read);

    /// <summary>Several selects at once, each with its rows, in this order.</summary>
    Task VisitAsync(IReadOnlyList<Select> selects);

    /// <summary>One statement that stands for itself, with the rows that it returns.</summary>
    Task<IReadOnlyList<T>> WriteAsync<T>(string sql, object[] parameters, Func<IRow, T> read);

    /// <returns>A repeat comes without the answer of the first time.</returns>
    Task<CommitOutcome> CommitAsync(WriteSet writes);

    void MarkSent(IEnumerable<long> ids);

    Task<int> ForgetInboxAsync(Instant olderThan);

    /// <summary>Empties every table and stores these rows.</summary>
    Task ReplaceAllAsync(IEnumerable<RowWrite> rows);
}

/// <param name="Read">Is given each row.</param>
internal sealed record Select(string Sql, object[] Parameters, Action<IRow> Read);

/// <summary>One row of a result. What it hands out as bytes is gone at the next row.</summary>
internal interface IRow
{
    bool IsNull(int column);

    long Number(int column);

    /// <summary>Null for a null.</summary>
    string? Text(int column);

    /// <summary>Bytes, or a text in UTF-8.</summary>
    ReadOnlySpan<byte> Bytes(int column);
}
