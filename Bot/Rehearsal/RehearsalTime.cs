using NodaTime;

namespace PeerBot.Bot.Rehearsal;

/// <summary>Lets time pass: step by step through everything that falls due, so that each message carries its own time.</summary>
internal sealed class RehearsalTime(
    IRehearsalSource source, RehearsalClock clock, RehearsalChats chats, RehearsalEvents events) : IDisposable
{
    // A delivery that hangs must not hold the clock for ever.
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>False when the target is in the past and something has happened already: then only a reset goes back.</summary>
    public async Task<bool> PassUntilAsync(Instant target, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            // In whole seconds, as the clock is read: to move to the time just read is no step back.
            if (target.ToUnixTimeSeconds() < clock.Now.ToUnixTimeSeconds())
            {
                if (chats.Counts().Count > 0)
                    return false;
                clock.StartAt(target);
            }
            else
            {
                await StepAsync(target, cancellation);
            }

            Tell();
            return true;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Empties the chats, puts the clock to its start and loads the sample data.</summary>
    public async Task BeginAgainAsync(Instant start, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            clock.StartAt(start);
            await source.ResetAsync(cancellation);
            // After the data: what was still on its way from the time before does not stay in the new chats.
            chats.Clear();
            events.Publish("reset", new { now = clock.Now });
            Tell();
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task StepAsync(Instant target, CancellationToken cancellation)
    {
        while (await source.NextDueAsync(clock.Now, cancellation) is { } due && due < target)
        {
            clock.MoveTo(due);
            Tell();
            await SettleAsync(cancellation);
        }

        clock.MoveTo(target);
        await SettleAsync(cancellation);
    }

    private async Task SettleAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestStep);
        try
        {
            await source.SettleAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The delivery loop goes on by itself; what it sends late carries a late time.
        }
    }

    private void Tell() => events.Publish("clock", new { now = clock.Now });
}
