namespace PeerBot.Domain.Oversight;

/// <summary>
/// Hides the counts of a row that too few people stand behind, and as many others as it takes that none can be reckoned from the rest and
/// the sum of the row, which may be known from elsewhere. A count of nobody is shown: it points at nobody, and gaps are what some reports are for.
/// </summary>
/// <remarks>A row is looked at by itself: then what is shown of it is the same on every card and in every file, however many rows they have.</remarks>
public static class SmallNumbers
{
    /// <param name="least">Fewest people behind a count that is shown.</param>
    public static ShownRow Hide(IReadOnlyList<int> counts, int least)
    {
        var hidden = counts.Select(count => count > 0 && count < least).ToArray();
        while (true)
        {
            var covered = counts.Where((_, at) => hidden[at]).ToList();
            var small = covered.All(count => count < least);
            var lowest = covered.Contains(0) ? 0 : 1;
            if (covered.Count == 0 || counts.Count == 1 || IsSafe(lowest, small ? least - 1 : int.MaxValue))
                return Row(small);
            if (HideMore(counts, hidden))
                continue;

            // Nothing is left to hide behind. Not to say that they are small may be enough; else nothing of the row can be told.
            return IsSafe(lowest, int.MaxValue) ? Row(fewerThan: false) : ShownRow.Nothing;

            // One by itself is what the sum leaves over. More than one are known too when all are as small, or as large, as they can be.
            // And together they must not be fewer people than may be shown, unless they are all there are.
            bool IsSafe(long lowest, long highest) => covered.Count > 1 && covered.Sum() is var sum
                && sum > lowest * covered.Count && sum < highest * covered.Count && (sum >= least || sum == counts.Sum());
        }

        ShownRow Row(bool fewerThan) => new([.. counts.Select((count, at) => hidden[at] ? (int?)null : count)], fewerThan);
    }

    // All that are alike go together: which of them went would say that the hidden one is less. Empty ones go last, they are what gaps are.
    private static bool HideMore(IReadOnlyList<int> counts, bool[] hidden)
    {
        var open = Enumerable.Range(0, counts.Count).Where(at => !hidden[at]).ToList();
        if (open.Count == 0)
            return false;
        var least = counts[open.MinBy(at => (counts[at] == 0, counts[at]))];
        foreach (var at in open.Where(at => counts[at] == least))
            hidden[at] = true;
        return true;
    }
}

/// <param name="Counts">Null: hidden.</param>
/// <param name="FewerThan">Whether every hidden one is below the least, and that may be said.</param>
public sealed record ShownRow(IReadOnlyList<int?> Counts, bool FewerThan)
{
    /// <summary>Not even which counts there are can be told.</summary>
    public static readonly ShownRow Nothing = new([], FewerThan: false);
}
