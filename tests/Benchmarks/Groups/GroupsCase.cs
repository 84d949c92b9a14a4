using System.Globalization;
using PeerBot.Domain.Matching.Groups;

namespace PeerBot.Benchmarks.Groups;

/// <summary>
/// An instance of the maximally diverse grouping problem: "people groups ss|ds fewest most …", then "one other distance" for each two people.
/// </summary>
internal sealed record GroupsCase(GroupingProblem Problem, double[] Distances, int Decimals)
{
    private const int MostDecimals = 6;

    public static GroupsCase Read(TextReader text)
    {
        var heading = Words(text.ReadLine());
        var (people, groups) = (Whole(heading[0]), Whole(heading[1]));
        var sizes = heading[3..].Select(Whole).ToArray();
        if (sizes.Length != 2 * groups)
            throw new InvalidDataException($"{groups} groups need {2 * groups} sizes, found {sizes.Length}.");

        var distances = new double[people * people];
        while (text.ReadLine() is { } line)
        {
            if (Words(line) is not { Length: >= 3 } words)
                continue;
            var (one, other) = (Whole(words[0]), Whole(words[1]));
            distances[(one * people) + other] = distances[(other * people) + one] = double.Parse(words[2], CultureInfo.InvariantCulture);
        }

        var decimals = DecimalsOf(distances, sizes.Max());
        var scale = Math.Pow(10, decimals);
        return new(
            new GroupingProblem(
                Array.ConvertAll(distances, distance => (int)Math.Round(distance * scale)),
                [.. sizes.Where((_, i) => i % 2 == 0)], [.. sizes.Where((_, i) => i % 2 == 1)]),
            distances, decimals);
    }

    /// <summary>The objective, from the distances as they were read.</summary>
    public double Objective(IReadOnlyList<int> groupOf)
    {
        var sum = 0.0;
        for (var one = 0; one < groupOf.Count; one++)
        {
            for (var other = one + 1; other < groupOf.Count; other++)
                sum += groupOf[one] == groupOf[other] ? Distances[(one * groupOf.Count) + other] : 0;
        }

        return Math.Round(sum, Decimals);
    }

    // As many as make the distances whole, as far as sums of them fit.
    private static int DecimalsOf(double[] distances, int mostInGroup)
    {
        var largest = distances.Max(Math.Abs);
        var decimals = 0;
        while (decimals < MostDecimals && largest * Math.Pow(10, decimals + 1) * (mostInGroup + 1) < int.MaxValue / 4
            && distances.Any(distance => Math.Abs((distance * Math.Pow(10, decimals)) - Math.Round(distance * Math.Pow(10, decimals))) > 1e-7))
            decimals++;
        return decimals;
    }

    private static string[] Words(string? line) => (line ?? "").Split([' ', '\t', ';'], StringSplitOptions.RemoveEmptyEntries);

    private static int Whole(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
