namespace PeerBot.Domain.Scheduling;

/// <summary>A half-open stretch of time in Unix ticks of 100 ns, finer than any calendar keeps.</summary>
/// <remarks>Unless a method says otherwise, stretches of a list are in order and do not touch.</remarks>
internal readonly record struct Stretch(long Start, long End)
{
    /// <summary>Sorts, drops what takes no time and joins what touches. Changes the list that it is given.</summary>
    public static List<Stretch> Merge(List<Stretch> stretches)
    {
        stretches.Sort((one, other) => one.Start.CompareTo(other.Start));
        List<Stretch> merged = new(stretches.Count);
        foreach (var next in stretches)
        {
            if (next.Start >= next.End) continue;
            if (merged.Count > 0 && next.Start <= merged[^1].End)
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, next.End) };
            else
                merged.Add(next);
        }

        return merged;
    }

    public static List<Stretch> Intersect(List<Stretch> one, List<Stretch> other)
    {
        List<Stretch> common = new(Math.Max(one.Count, other.Count));
        for (int i = 0, j = 0; i < one.Count && j < other.Count;)
        {
            var start = Math.Max(one[i].Start, other[j].Start);
            var end = Math.Min(one[i].End, other[j].End);
            if (start < end) common.Add(new Stretch(start, end));
            if (one[i].End < other[j].End) i++;
            else j++;
        }

        return common;
    }

    /// <param name="holes">In any order; may overlap.</param>
    public static List<Stretch> Subtract(List<Stretch> stretches, IEnumerable<Stretch> holes)
    {
        foreach (var hole in holes)
        {
            if (hole.Start >= hole.End) continue;
            List<Stretch> left = new(stretches.Count + 1);
            foreach (var stretch in stretches)
            {
                if (stretch.Start < hole.Start) left.Add(stretch with { End = Math.Min(stretch.End, hole.Start) });
                if (stretch.End > hole.End) left.Add(stretch with { Start = Math.Max(stretch.Start, hole.End) });
            }

            stretches = left;
        }

        return stretches;
    }
}
