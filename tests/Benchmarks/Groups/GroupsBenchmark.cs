using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using PeerBot.Domain.Matching;
using PeerBot.Domain.Matching.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;

namespace PeerBot.Benchmarks.Groups;

/// <summary>How good the groups of a published instance become, and how soon.</summary>
internal static class GroupsBenchmark
{
    public static int Run(string path, GroupsOptions options)
    {
        if (!File.Exists(path))
        {
            Console.Error.WriteLine($"There is no file {path}.");
            return 2;
        }

        GroupsCase instance;
        using (var text = Open(path))
            instance = GroupsCase.Read(text);
        WarmUp();

        var began = Stopwatch.GetTimestamp();
        var (groupOf, _) = Search(instance.Problem, options, began);
        var took = Stopwatch.GetElapsedTime(began);

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            objective = instance.Objective(groupOf),
            groups = Enumerable.Range(0, instance.Problem.Groups).Select(
                group => Enumerable.Range(0, groupOf.Count).Where(person => groupOf[person] == group)),
            milliseconds = Math.Round(took.TotalMilliseconds, 1),
        }));
        return 0;
    }

    /// <summary>The promised figure: 500 people of four schools, with line managers, into groups of the programme.</summary>
    public static int RunFigures()
    {
        WarmUp();
        var library = ReflectionLibrary.Load(ReflectionLibrary.ShippedFolder).OrThrow();
        var programme = ProgrammeCatalogue.Load(ProgrammeCatalogue.ShippedFolder, library).OrThrow().Current("peer-learning-groups")!;
        var choice = new Random(1);
        var ids = Enumerable.Range(0, 500).Select(i => new PersonId($"tenant:{i}")).ToList();
        GroupMember[] pool =
        [
            .. ids.Select((id, i) => new GroupMember(
                id,
                new Workplace(new OrganisationId(new Guid(choice.Next(4), 0, 0, new byte[8])), Department: $"department {choice.Next(12)}"),
                [.. Enumerable.Range(0, 1 + choice.Next(3)).Select(_ => $"skill {choice.Next(30)}")],
                $"role {choice.Next(6)}", $"band {choice.Next(4)}", i < 40 ? null : ids[choice.Next(40)])),
        ];

        var began = Stopwatch.GetTimestamp();
        var formed = ((GroupProposal.Proposed)FormGroups.From(programme, pool)).Groups;
        var took = Stopwatch.GetElapsedTime(began);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            people = pool.Length,
            groups = formed.Groups.Count,
            fewestSkills = formed.FewestSkills,
            together = formed.Together.Count,
            milliseconds = Math.Round(took.TotalMilliseconds, 1),
        }));
        return 0;
    }

    // Without a time, the product's own effort.
    private static (IReadOnlyList<int> GroupOf, long Value) Search(GroupingProblem problem, GroupsOptions options, long began) =>
        options.Seconds is { } seconds
            ? DiverseGrouping.Search(problem, options.Seed, _ => Stopwatch.GetElapsedTime(began).TotalSeconds / seconds)
            : DiverseGrouping.Search(problem, options.Seed, DiverseGrouping.DefaultEffort(problem.People));

    // The code is compiled for good before the time is taken: the figure leaves the start out.
    private static void WarmUp()
    {
        var choice = new Random(1);
        const int People = 48;
        var distances = new int[People * People];
        for (var one = 0; one < People; one++)
        {
            for (var other = 0; other < one; other++)
                distances[(one * People) + other] = distances[(other * People) + one] = choice.Next(100);
        }

        var problem = new GroupingProblem(distances, [.. Enumerable.Repeat(5, 8)], [.. Enumerable.Repeat(8, 8)]);
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < TimeSpan.FromMilliseconds(400);)
            DiverseGrouping.Search(problem, 1, DiverseGrouping.DefaultEffort(People) / 20);
    }

    private static StreamReader Open(string path) =>
        path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress))
            : new(path);
}

internal sealed record GroupsOptions(double? Seconds, int Seed)
{
    /// <summary>Null: not understood.</summary>
    public static GroupsOptions? Read(string[] args)
    {
        var options = new GroupsOptions(null, 1);
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = args.ElementAtOrDefault(i + 1);
            if (args[i] == "--seconds" && double.TryParse(value, CultureInfo.InvariantCulture, out var seconds) && seconds > 0)
                options = options with { Seconds = seconds };
            else if (args[i] == "--seed" && int.TryParse(value, CultureInfo.InvariantCulture, out var seed))
                options = options with { Seed = seed };
            else
                return null;
        }

        return options;
    }
}
