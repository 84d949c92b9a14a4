using System.Diagnostics;

namespace PeerBot.Benchmarks.Slots;

/// <summary>The median time of something done again and again.</summary>
internal static class Median
{
    private const int Fewest = 15;
    private const int Most = 20_000;
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(2);

    // The first runs are before the code is compiled for good; among so many the median leaves them out.
    public static double Microseconds(Action once)
    {
        var times = new List<double>();
        var began = Stopwatch.GetTimestamp();
        while (times.Count < Fewest || (times.Count < Most && Stopwatch.GetElapsedTime(began) < Enough))
        {
            var before = Stopwatch.GetTimestamp();
            once();
            times.Add(Stopwatch.GetElapsedTime(before).TotalMicroseconds);
        }

        times.Sort();
        return Math.Round(times[times.Count / 2], 1);
    }
}
