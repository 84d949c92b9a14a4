namespace PeerBot.Domain.Scheduling;

/// <summary>A half-open stretch of time in Unix ticks of 100 ns, finer than any calendar keeps. Lists of spans are in order and do not touch.</summary>
internal readonly record struct Span(long Start, long End)
{
    /// <summary>Sorts, drops what takes no time and joins what touches. Changes the list that it is given.</summary>
    public static List<Span> Merge(List<Span> spans)
    {
        spans.Sort((one, other) => one.Start.CompareTo(other.Start));
        List<Span> merged = new(spans.Count);
        foreach (var next in spans)
        {
            if (next.Start >= next.End) continue;
            if (merged.Count > 0 && next.Start <= merged[^1].End) merged[^1] = new Span(merged[^1].Start, Math.Max(merged[^1].End, next.End));
            else merged.Add(next);
        }

        return merged;
    }

    public static List<Span> Intersect(List<Span> one, List<Span> other)
    {
        List<Span> common = new(Math.Max(one.Count, other.Count));
        for (int i = 0, j = 0; i < one.Count && j < other.Count;)
        {
            var start = Math.Max(one[i].Start, other[j].Start);
            var end = Math.Min(one[i].End, other[j].End);
            if (start < end) common.Add(new Span(start, end));
            if (one[i].End < other[j].End) i++;
            else j++;
        }

        return common;
    }

    /// <param name="holes">In any order; may overlap.</param>
    public static List<Span> Subtract(List<Span> spans, IEnumerable<Span> holes)
    {
        foreach (var hole in holes)
        {
            if (hole.Start >= hole.End) continue;
            List<Span> left = new(spans.Count + 1);
            foreach (var span in spans)
            {
                if (span.Start < hole.Start) left.Add(span with { End = Math.Min(span.End, hole.Start) });
                if (span.End > hole.End) left.Add(span with { Start = Math.Max(span.Start, hole.End) });
            }

            spans = left;
        }

        return spans;
    }
}
