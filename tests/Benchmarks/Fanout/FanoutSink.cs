using System.Buffers.Text;
using System.Diagnostics;

namespace PeerBot.Benchmarks.Fanout;

/// <summary>Counts each message by the number in its text.</summary>
internal sealed class FanoutSink : IAsyncDisposable
{
    private readonly int[] times;
    private readonly Connector connector;
    private readonly long began = Stopwatch.GetTimestamp();
    private readonly HashSet<long> busySeconds = [];
    private readonly Lock counting = new();
    private int arrived;
    private long first;
    private long last;

    public FanoutSink(int messages)
    {
        times = new int[messages];
        connector = new Connector((_, body, _) => Take(body));
    }

    public string ServiceUrl => connector.ServiceUrl;

    /// <summary>Different messages so far.</summary>
    public int Arrived => Volatile.Read(ref arrived);

    public TimeSpan SinceLast => Stopwatch.GetElapsedTime(Volatile.Read(ref last));

    /// <summary>From the first message to the last, without the seconds in which none came.</summary>
    public double Seconds
    {
        get
        {
            var whole = Stopwatch.GetElapsedTime(first, last).TotalSeconds;
            var seconds = Second(last) - Second(first) + 1;
            return whole - (seconds - busySeconds.Count);
        }
    }

    public int Lost => times.Count(one => one == 0);

    /// <summary>Second and further copies.</summary>
    public int Doubled => times.Sum(one => Math.Max(0, one - 1));

    public static string Text(int number) => $"Message {number}.";

    public ValueTask DisposeAsync() => connector.DisposeAsync();

    private void Take(ReadOnlySpan<byte> body)
    {
        var text = body[(body.IndexOf("\"Message "u8) + 9)..];
        if (!Utf8Parser.TryParse(text, out int number, out _))
            throw new InvalidOperationException("Somebody sent a message that is none of this benchmark's.");
        var now = Stopwatch.GetTimestamp();
        lock (counting)
        {
            if (times[number]++ == 0)
                arrived++;
            first = first == 0 ? now : first;
            last = now;
            busySeconds.Add(Second(now));
        }
    }

    private long Second(long at) => (at - began) / Stopwatch.Frequency;
}
