using System.Diagnostics;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Benchmarks.Slots;

/// <summary>Searches for the slots of one case again and again, and prints them with the median time of a search.</summary>
internal static class SlotsBenchmark
{
    private const int FewestSearches = 15;
    private const int MostSearches = 20_000;
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(2);

    public static int Run(string path)
    {
        try
        {
            var search = SlotsCase.Read(path);
            var slots = SlotFinder.Find(search);
            Console.WriteLine(JsonSerializer.Serialize(
                new { slots = slots.Select(InstantPattern.General.Format), count = slots.Count, microseconds = MedianMicroseconds(search) }));
            return 0;
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            Console.Error.WriteLine($"{path}: {reason.Message}");
            return 1;
        }
    }

    // The first searches run before the code is compiled for good; among so many the median leaves them out.
    private static double MedianMicroseconds(SlotSearch search)
    {
        var times = new List<double>();
        var began = Stopwatch.GetTimestamp();
        while (times.Count < FewestSearches || (times.Count < MostSearches && Stopwatch.GetElapsedTime(began) < Enough))
        {
            var before = Stopwatch.GetTimestamp();
            SlotFinder.Find(search);
            times.Add(Stopwatch.GetElapsedTime(before).TotalMicroseconds);
        }

        times.Sort();
        return Math.Round(times[times.Count / 2], 1);
    }
}
