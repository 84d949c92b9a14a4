namespace PeerBot.Domain.Matching.Groups;

/// <summary>Groups in which the people differ the most, as far as a given effort finds them; no allowed move or swap makes them better.</summary>
/// <remarks>
/// An iterated local search: a few people change places by lot, the rest is put right by <see cref="LocalSearch"/>, and the outcome is kept
/// when it is better or not much worse. How much is set as the search goes, so that at first one in five outcomes that are worse is kept and at
/// the end one in fifty: by that it needs no knowledge of how large distances are. It takes the neighbourhoods of move and swap from the
/// published heuristics for this problem (Lai and Hao, EJOR 254, 2016; Yang et al., EJOR 302, 2022), and reaches their values sooner because
/// it looks only at groups that have changed.
/// </remarks>
public static class DiverseGrouping
{
    private const long MostEffort = 400_000_000;
    private const int FewestChanges = 2;
    private const int MostChanges = 8;
    private const double KeptAtFirst = 0.2;
    private const double KeptAtLast = 0.02;
    private const double Step = 0.05;

    /// <param name="effort">How much is reckoned; see <see cref="DefaultEffort"/>.</param>
    /// <returns>The group of each person, and the sum of the distances inside groups.</returns>
    public static (IReadOnlyList<int> GroupOf, long Value) Search(GroupingProblem problem, int seed, long effort) =>
        Search(problem, seed, work => (double)work / effort);

    /// <param name="progress">From what was reckoned so far, how far the search is: from 0 to 1, which ends it.</param>
    public static (IReadOnlyList<int> GroupOf, long Value) Search(GroupingProblem problem, int seed, Func<long, double> progress) =>
        SearchFrom(problem, Start(problem, seed), seed, progress);

    /// <summary>What the product spends: well under a second for a few hundred people.</summary>
    public static long DefaultEffort(int people) => Math.Min(MostEffort, (1000L + (15L * people)) * people * people);

    internal static (IReadOnlyList<int> GroupOf, long Value) SearchFrom(GroupingProblem problem, ReadOnlySpan<int> start, int seed, Func<long, double> progress)
    {
        var partition = new Partition(problem, start);
        var search = new LocalSearch(problem, partition);
        var choice = new SeededChoice(seed);
        Mix(problem, partition, search);
        search.ImproveAll();

        var (best, bestValue, value) = (partition.GroupOf.ToArray(), partition.Value, partition.Value);
        var tolerance = (double)Math.Max(1, value / Math.Max(1, problem.People * 100));
        while (problem.Groups > 1 && progress(search.Work) is < 1 and var done)
        {
            Disturb(problem, partition, search, ref choice);
            search.Improve();
            var kept = KeptAtFirst + ((KeptAtLast - KeptAtFirst) * done);
            if (partition.Value > bestValue)
            {
                bestValue = partition.Value;
                partition.GroupOf.CopyTo(best);
            }

            if (partition.Value >= value - tolerance)
            {
                if (partition.Value < value)
                    tolerance *= 1 - (Step * (1 - kept));
                value = partition.Value;
                search.Keep();
            }
            else
            {
                tolerance *= 1 + (Step * kept);
                search.Undo();
            }
        }

        return (best, bestValue);
    }

    private static int[] Start(GroupingProblem problem, int seed)
    {
        var choice = new SeededChoice(~seed);
        var order = Enumerable.Range(0, problem.People).ToArray();
        choice.Shuffle(order);
        var sizes = (int[])problem.Fewest.Clone();
        for (var left = problem.People - sizes.Sum(); left > 0;)
        {
            var group = choice.Below(problem.Groups);
            if (sizes[group] == problem.Most[group])
                continue;
            sizes[group]++;
            left--;
        }

        var groupOf = new int[problem.People];
        var next = 0;
        for (var group = 0; group < sizes.Length; group++)
        {
            for (var i = 0; i < sizes[group]; i++)
                groupOf[order[next++]] = group;
        }

        return groupOf;
    }

    // Where everybody in a group is alike, the swap that costs least and leaves neither group alike; there is none where it cannot be avoided.
    private static void Mix(GroupingProblem problem, Partition partition, LocalSearch search)
    {
        for (var group = 0; group < problem.Groups; group++)
        {
            if (!partition.IsAlike(group))
                continue;
            var (best, one, other) = (int.MinValue, -1, -1);
            foreach (var member in partition.Members(group))
            {
                for (var person = 0; person < problem.People; person++)
                {
                    if (partition.GroupOf[person] == group || !partition.MaySwap(member, person))
                        continue;
                    if (partition.GainOfSwap(member, person) > best)
                        (best, one, other) = (partition.GainOfSwap(member, person), member, person);
                }
            }

            if (one >= 0)
                search.Swap(one, other);
        }
    }

    private static void Disturb(GroupingProblem problem, Partition partition, LocalSearch search, ref SeededChoice choice)
    {
        for (var changes = FewestChanges + choice.Below(MostChanges - FewestChanges + 1); changes > 0; changes--)
        {
            var person = choice.Below(problem.People);
            var group = choice.Below(problem.Groups);
            if (group == partition.GroupOf[person])
                group = (group + 1) % problem.Groups;
            if (partition.MayMove(person, group) && choice.Below(2) == 0)
            {
                search.Move(person, group);
            }
            else if (partition.Size(group) > 0)
            {
                var other = partition.Members(group)[choice.Below(partition.Size(group))];
                if (partition.MaySwap(person, other))
                    search.Swap(person, other);
            }
        }

        // What is worth a look is counted, so that a search ends even where nothing may be changed.
        search.Count(MostChanges);
    }
}
