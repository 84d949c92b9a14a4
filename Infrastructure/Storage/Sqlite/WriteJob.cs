namespace PeerBot.Storage.Sqlite;

/// <summary>Something that waits for its place in the writer's next transaction.</summary>
internal abstract class WriteJob
{
    /// <summary>Writes inside the open transaction, in a savepoint of its own.</summary>
    /// <returns>False to take back everything that it wrote.</returns>
    public abstract bool Apply(SqliteSession session);

    /// <summary>Answers who waits, after the commit.</summary>
    public abstract void Done();

    public abstract void Failed(Exception reason);
}

internal abstract class WriteJob<T> : WriteJob
{
    // The waiter must not run on the writer's thread.
    private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Result => _result.Task;

    protected T? Outcome { get; set; }

    public sealed override void Done() => _result.SetResult(Outcome!);

    public sealed override void Failed(Exception reason) => _result.TrySetException(reason);
}

/// <summary>A write that is too rare to deserve a class.</summary>
internal sealed class WriteAction<T>(Func<SqliteSession, T> write) : WriteJob<T>
{
    public override bool Apply(SqliteSession session)
    {
        Outcome = write(session);
        return true;
    }
}
