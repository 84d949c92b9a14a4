using PeerBot.Domain.Matching.Groups;

namespace PeerBot.Domain.Tests.Matching;

/// <summary>The search for groups, on instances of its own: small ones against every possible division, larger ones against every change.</summary>
public sealed class Diverse_grouping
{
    [Theory]
    [InlineData(8, 1, new[] { 4, 4 }, new[] { 4, 4 })]
    [InlineData(9, 2, new[] { 3, 3, 3 }, new[] { 3, 3, 3 })]
    [InlineData(9, 3, new[] { 2, 2, 2 }, new[] { 3, 5, 4 })]
    [InlineData(7, 4, new[] { 1, 0, 2 }, new[] { 7, 7, 3 })]
    [InlineData(6, 5, new[] { 6 }, new[] { 6 })]
    public void Finds_the_best_of_all_divisions(int people, int seed, int[] fewest, int[] most)
    {
        var distances = Distances(people, seed);

        var (groupOf, value) = DiverseGrouping.Search(new(distances, fewest, most), seed, DiverseGrouping.DefaultEffort(people));

        Assert.Equal(ValueOf(distances, groupOf), value);
        Assert.True(Fits(groupOf, fewest, most));
        Assert.Equal(Divisions(people, fewest.Length).Where(all => Fits(all, fewest, most)).Max(all => ValueOf(distances, all)), value);
    }

    [Theory]
    [Trait("Requirement", "S4-07")]
    [InlineData(60, 1, 6, 10, 10, 0)]
    [InlineData(61, 2, 12, 3, 7, 0)]
    [InlineData(90, 3, 22, 3, 6, 5)]
    [InlineData(40, 4, 10, 4, 4, 3)]
    public void No_allowed_move_or_swap_makes_it_better(int people, int seed, int groups, int fewest, int most, int labels)
    {
        var distances = Distances(people, seed);
        int[] label = [.. Enumerable.Range(0, people).Select(person => labels == 0 ? -1 : (person % (labels + 1)) - 1)];
        int[] lows = [.. Enumerable.Repeat(fewest, groups)], highs = [.. Enumerable.Repeat(most, groups)];

        var (groupOf, value) = DiverseGrouping.Search(
            new(distances, lows, highs, labels == 0 ? null : label), seed, DiverseGrouping.DefaultEffort(people) / 20);

        Assert.True(IsAllowed(groupOf));
        var better = Changes(groupOf, groups).Where(IsAllowed).Where(changed => ValueOf(distances, changed) > value);
        Assert.Empty(better);

        bool IsAllowed(IReadOnlyList<int> division) => Fits(division, lows, highs)
            && (labels == 0 || Enumerable.Range(0, groups).All(group => IsMixed(division, group)));

        bool IsMixed(IReadOnlyList<int> division, int group)
        {
            var held = label.Where((_, person) => division[person] == group).ToList();
            return held.Contains(-1) || held.Distinct().Count() > 1;
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_groups()
    {
        var problem = new GroupingProblem(Distances(50, 7), [.. Enumerable.Repeat(4, 10)], [.. Enumerable.Repeat(6, 10)]);

        var first = DiverseGrouping.Search(problem, 3, 200_000);

        Assert.Equal(first.GroupOf, DiverseGrouping.Search(problem, 3, 200_000).GroupOf);
        Assert.NotEqual(first.GroupOf, DiverseGrouping.Search(problem, 4, 200_000).GroupOf);
    }

    [Fact]
    public void A_distance_far_below_zero_keeps_two_apart()
    {
        var distances = Distances(12, 9);
        for (var other = 1; other < 4; other++)
            distances[other] = distances[other * 12] = -100_000;

        var (groupOf, _) = DiverseGrouping.Search(new(distances, [3, 3, 3], [5, 5, 5]), 1, DiverseGrouping.DefaultEffort(12));

        Assert.DoesNotContain(groupOf[0], groupOf.Skip(1).Take(3));
    }

    [Theory]
    [InlineData(new[] { 3, 3 }, new[] { 3, 2 })]
    [InlineData(new[] { 3, 3 }, new[] { 3, 3 })]
    [InlineData(new[] { 1, 1 }, new[] { 2, 2 })]
    [InlineData(new[] { 1 }, new[] { 6, 6 })]
    public void Sizes_that_do_not_fit_are_no_problem_at_all(int[] fewest, int[] most) =>
        Assert.Throws<ArgumentException>(() => new GroupingProblem(Distances(5, 1), fewest, most));

    [Fact]
    public void Distances_that_would_not_add_up_are_refused() =>
        Assert.Throws<ArgumentException>(() => new GroupingProblem([0, int.MaxValue / 8, int.MaxValue / 8, 0], [2], [2]));

    private static int[] Distances(int people, int seed)
    {
        var choice = new Random(seed);
        var distances = new int[people * people];
        for (var one = 0; one < people; one++)
        {
            for (var other = 0; other < one; other++)
                distances[(one * people) + other] = distances[(other * people) + one] = choice.Next(100);
        }

        return distances;
    }

    private static long ValueOf(int[] distances, IReadOnlyList<int> groupOf)
    {
        long sum = 0;
        for (var one = 0; one < groupOf.Count; one++)
        {
            for (var other = 0; other < one; other++)
                sum += groupOf[one] == groupOf[other] ? distances[(one * groupOf.Count) + other] : 0;
        }

        return sum;
    }

    private static bool Fits(IReadOnlyList<int> groupOf, int[] fewest, int[] most) =>
        Enumerable.Range(0, most.Length).All(group => groupOf.Count(of => of == group) is var size && size >= fewest[group] && size <= most[group]);

    private static IEnumerable<int[]> Divisions(int people, int groups)
    {
        var division = new int[people];
        while (true)
        {
            yield return [.. division];
            var place = 0;
            while (place < people && ++division[place] == groups)
                division[place++] = 0;
            if (place == people)
                yield break;
        }
    }

    private static IEnumerable<int[]> Changes(IReadOnlyList<int> groupOf, int groups)
    {
        for (var person = 0; person < groupOf.Count; person++)
        {
            for (var group = 0; group < groups; group++)
            {
                int[] moved = [.. groupOf];
                moved[person] = group;
                yield return moved;
            }

            for (var other = 0; other < person; other++)
            {
                int[] swapped = [.. groupOf];
                (swapped[person], swapped[other]) = (swapped[other], swapped[person]);
                yield return swapped;
            }
        }
    }
}
