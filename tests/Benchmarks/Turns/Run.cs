using System.Collections.Concurrent;
using System.Diagnostics;

namespace PeerBot.Benchmarks.Turns;

/// <summary>One stretch of time that is measured, and the turns that ended in it.</summary>
internal sealed class Run
{
    private readonly long began = Stopwatch.GetTimestamp();
    private readonly ConcurrentQueue<double> turns = new();
    private readonly TaskCompletionSource full = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int atMostTurns;
    private double seconds;
    private int count;
    private int errors;
    private volatile bool over;

    public Run(TimeSpan time, int atMostTurns)
    {
        this.atMostTurns = atMostTurns;
        Over = EndAsync(time);
    }

    /// <summary>Ends with the time, or with the last turn wanted.</summary>
    public Task Over { get; }

    public bool IsOver => over;

    public double Seconds => seconds;

    public int Errors => Volatile.Read(ref errors);

    public IEnumerable<double> Turns => turns;

    public void Took(TimeSpan turn)
    {
        if (over)
            return;
        turns.Enqueue(turn.TotalMilliseconds);
        if (Interlocked.Increment(ref count) == atMostTurns)
            full.TrySetResult();
    }

    public void Failed() => Interlocked.Increment(ref errors);

    private async Task EndAsync(TimeSpan time)
    {
        await Task.WhenAny(Task.Delay(time), full.Task);
        over = true;
        seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
