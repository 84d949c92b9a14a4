using System.Collections.Concurrent;
using System.Diagnostics;

namespace PeerBot.Benchmarks.Turns;

/// <summary>One stretch of time that is measured, and the turns that ended in it.</summary>
internal sealed class Run
{
    private readonly long began = Stopwatch.GetTimestamp();
    private readonly ConcurrentQueue<double> turns = new();
    private readonly ConcurrentQueue<double> invokes = new();
    private double seconds;
    private int errors;
    private volatile bool over;

    public Run(TimeSpan time) => Over = EndAsync(time);

    public Task Over { get; }

    public bool IsOver => over;

    public double Seconds => seconds;

    public int Errors => Volatile.Read(ref errors);

    public IEnumerable<double> Turns => turns;

    public IEnumerable<double> Invokes => invokes;

    public void Took(TimeSpan turn, bool isInvoke)
    {
        if (over)
            return;
        turns.Enqueue(turn.TotalMilliseconds);
        if (isInvoke)
            invokes.Enqueue(turn.TotalMilliseconds);
    }

    public void Failed() => Interlocked.Increment(ref errors);

    private async Task EndAsync(TimeSpan time)
    {
        await Task.Delay(time);
        over = true;
        seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
