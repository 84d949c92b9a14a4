using System.Text.Json;
using NodaTime.Text;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Benchmarks.Slots;

/// <summary>Searches for the slots of one case again and again, and prints them with the median time of a search beside that of a bare loop.</summary>
internal static class SlotsBenchmark
{
    public static int Run(string path)
    {
        try
        {
            var search = SlotsCase.Read(path, out var remarks);
            foreach (var remark in remarks) Console.Error.WriteLine($"{path}: {remark}");
            var slots = SlotFinder.Find(search);
            var bare = new BareLoop(search);
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                slots = slots.Select(InstantPattern.General.Format),
                count = slots.Count,
                microseconds = Median.Microseconds(() => SlotFinder.Find(search)),
                bareMicroseconds = Median.Microseconds(() => bare.Count()),
            }));
            return 0;
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            Console.Error.WriteLine($"{path}: {reason.Message}");
            return 1;
        }
    }

    /// <summary>The cases whose times are promised, made anew each time from one seed.</summary>
    public static int RunFigures()
    {
        Print("two people, six months, 1,000 busy times each", FigureCases.Two(), limit: 500, goal: 250);
        Print("eight people, one year, 5,000 busy times each, nearly all shared", FigureCases.Eight(), limit: 8000, goal: 6000);

        var (planner, pattern) = FigureCases.Series();
        var plan = planner.Plan(pattern, FigureCases.Occurrences);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            figure = "a series planned and checked against two diaries of 1,000 busy times",
            occurrences = plan.Dates.Count,
            clashes = plan.Dates.Count(date => date is SeriesDate.Clashes),
            microseconds = Median.Microseconds(() => planner.Plan(pattern, FigureCases.Occurrences)),
            limitMicroseconds = 5000,
        }));
        return 0;
    }

    private static void Print(string figure, SlotSearch search, int limit, int goal)
    {
        var bare = new BareLoop(search);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            figure,
            count = SlotFinder.Find(search).Count,
            microseconds = Median.Microseconds(() => SlotFinder.Find(search)),
            bareMicroseconds = Median.Microseconds(() => bare.Count()),
            limitMicroseconds = limit,
            goalMicroseconds = goal,
        }));
    }
}
