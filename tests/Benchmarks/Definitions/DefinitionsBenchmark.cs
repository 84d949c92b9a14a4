using System.Diagnostics;
using System.Text.Json;
using PeerBot.Benchmarks.Slots;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;

namespace PeerBot.Benchmarks.Definitions;

/// <summary>How long the shipped definitions take to be read and checked, the first time in a process and from then on.</summary>
internal static class DefinitionsBenchmark
{
    public static int Run()
    {
        var began = Stopwatch.GetTimestamp();
        var programmes = Load();
        var first = Stopwatch.GetElapsedTime(began);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            programmes,
            firstMs = Math.Round(first.TotalMilliseconds, 1),
            medianMs = Math.Round(Median.Microseconds(() => Load()) / 1000, 2),
        }));
        return 0;
    }

    private static int Load() =>
        ProgrammeCatalogue.Load(ProgrammeCatalogue.ShippedFolder, ReflectionLibrary.Load(ReflectionLibrary.ShippedFolder).OrThrow()).OrThrow().Programmes.Count;
}
