namespace PeerBot.Bot.Turns;

/// <summary>
/// Lets the turns of one chat run one after another in this process: side by side they would only meet each other's versions and run
/// again. Between processes the versions in the database see to it.
/// </summary>
internal sealed class OneAtATime
{
    // Chats share gates, so that none has to be cleared away; two chats at one gate wait for each other for a moment.
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 1024).Select(_ => new SemaphoreSlim(1))];

    /// <returns>To be disposed when the turn is over.</returns>
    public async ValueTask<Passage> EnterAsync(string chat)
    {
        var gate = gates[(uint)string.GetHashCode(chat, StringComparison.Ordinal) % gates.Length];
        await gate.WaitAsync();
        return new Passage(gate);
    }

    public readonly struct Passage(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
