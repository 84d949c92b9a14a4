using NodaTime;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Benchmarks.Slots;

/// <summary>
/// What a search costs at least when it is written down plainly: all busy times copied, sorted and merged, then slots cut from the open hours.
/// It knows the open hours beforehand, keeps to the instants and no clock change, and gives no reason: a measure to set ours beside.
/// </summary>
internal sealed class BareLoop
{
    private readonly List<(long Start, long End)> _open;
    private readonly (long Start, long End)[][] _busy;
    private readonly long _length;
    private readonly long _step;

    public BareLoop(SlotSearch search)
    {
        _length = search.Minutes * NodaConstants.TicksPerMinute;
        _step = search.StepMinutes * NodaConstants.TicksPerMinute;
        _busy = [.. search.People.Select(person => person.Busy.Select(Ticks).ToArray())];

        // The starts of an empty diary tell where the hours are: a run of them is a stretch.
        _open = [];
        foreach (var start in SlotFinder.Find(search with { People = [.. search.People.Select(person => person with { Busy = [] })] }))
        {
            var ticks = start.ToUnixTimeTicks();
            if (_open.Count > 0 && ticks - (_open[^1].End - _length) == _step) _open[^1] = (_open[^1].Start, ticks + _length);
            else _open.Add((ticks, ticks + _length));
        }
    }

    public int Count()
    {
        var merged = Merged();
        var slots = new List<Instant>();
        var next = 0;
        foreach (var (from, to) in _open)
        {
            for (var start = from; start + _length <= to; start += _step)
            {
                while (next < merged.Count && merged[next].End <= start) next++;
                if (next == merged.Count || merged[next].Start >= start + _length) slots.Add(Instant.FromUnixTimeTicks(start));
            }
        }

        return slots.Count;
    }

    private List<(long Start, long End)> Merged()
    {
        var all = _busy.SelectMany(times => times).ToArray();
        Array.Sort(all);
        List<(long Start, long End)> merged = new(all.Length);
        foreach (var (start, end) in all)
        {
            if (start >= end) continue;
            if (merged.Count > 0 && start <= merged[^1].End) merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, end));
            else merged.Add((start, end));
        }

        return merged;
    }

    private static (long, long) Ticks(Interval interval) => (interval.Start.ToUnixTimeTicks(), interval.End.ToUnixTimeTicks());
}
