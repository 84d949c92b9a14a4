using System.Collections.Concurrent;

namespace PeerBot.Benchmarks.Turns;

/// <summary>Takes every message of the bot, and tells the one who waits for it.</summary>
internal sealed class ReplySink : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, Awaited> awaited = new();
    private readonly Connector connector;
    private int unexpected;

    public ReplySink() => connector = new Connector(Take);

    /// <summary>Messages that nobody waited for: sent twice, too late, or something else than the step's reply.</summary>
    public int Unexpected => Volatile.Read(ref unexpected);

    public string ServiceUrl => connector.ServiceUrl;

    /// <summary>The id of the conversation's next message, once it has come; to be asked for before its cause is posted.</summary>
    /// <param name="words">What it must contain.</param>
    public Task<string> NextAsync(int conversation, byte[] words)
    {
        var next = new Awaited(words);
        awaited[conversation] = next;
        return next.Id.Task;
    }

    public void GiveUp(int conversation) => awaited.TryRemove(conversation, out _);

    public ValueTask DisposeAsync() => connector.DisposeAsync();

    private void Take(int conversation, ReadOnlySpan<byte> body, string id)
    {
        if (awaited.TryGetValue(conversation, out var next) && body.IndexOf(next.Words) >= 0)
        {
            awaited.TryRemove(conversation, out _);
            next.Id.TrySetResult(id);
        }
        else
        {
            Interlocked.Increment(ref unexpected);
        }
    }

    private sealed record Awaited(byte[] Words)
    {
        public TaskCompletionSource<string> Id { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
