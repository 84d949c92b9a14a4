using System.Buffers;
using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>Finds every time at which all can meet.</summary>
/// <remarks>
/// Busy times are neither sorted nor merged: each one marks, by a table of the candidates, the run of candidates that it rules out.
/// So the work is linear in busy times and in candidates. The tables come from a pool: what is allocated is the answer, and nothing for
/// a candidate or for a busy time.
/// </remarks>
public static class SlotFinder
{
    /// <summary>Starts of all slots, soonest first; empty when there are none.</summary>
    /// <remarks>
    /// A slot starts at a local time of the search's zone that is a multiple of the step after midnight: a skipped local time is no slot,
    /// of a repeated one the first is. It lies wholly in the window and in everybody's hours, and outside busy times and closures.
    /// Hours and closures run from the instant of their local start to that of their local end on the clock they are given in.
    /// </remarks>
    public static IReadOnlyList<Instant> Find(SlotSearch search)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(search.Minutes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(search.StepMinutes, 1);
        return Find(OpenHours.Of(search), search.People.Select(p => p.Busy), search.Minutes, search.StepMinutes, search.Zone);
    }

    /// <param name="open">In order, apart from each other; a slot lies wholly in one of them.</param>
    /// <param name="mayMiss">How many of the people may be busy at a slot.</param>
    internal static Instant[] Find(
        List<Stretch> open, IEnumerable<IReadOnlyList<Interval>> busy, int minutes, int stepMinutes, DateTimeZone zone, int mayMiss = 0)
    {
        var (length, step) = (minutes * NodaConstants.TicksPerMinute, stepMinutes * NodaConstants.TicksPerMinute);
        using var starts = new SlotStarts(Math.Min(open.Sum(s => 2 + ((s.End - s.Start) / step)), 1 << 24));
        new SlotGrid(zone, step).AddStartsIn(open, length, starts);
        if (starts.Count == 0) return [];

        using var index = new StartIndex(starts, 8 * step);
        var changes = ArrayPool<int>.Shared.Rent(starts.Count + 1); // +1 where a busy time begins to rule candidates out, -1 where it ends
        changes.AsSpan(0, starts.Count + 1).Clear();
        foreach (var times in busy) Mark(times, length, index, changes);
        var free = mayMiss == 0 ? Free(starts.AsSpan(), changes) : FreeOfAllBut(mayMiss, starts, index, busy, length);
        ArrayPool<int>.Shared.Return(changes);
        return free;
    }

    /// <summary>Busy times of one person may overlap, so here each person is looked at by themselves.</summary>
    private static Instant[] FreeOfAllBut(int mayMiss, SlotStarts starts, StartIndex index, IEnumerable<IReadOnlyList<Interval>> busy, long length)
    {
        var missing = new int[starts.Count];
        var changes = new int[starts.Count + 1];
        foreach (var times in busy)
        {
            Array.Clear(changes);
            Mark(times, length, index, changes);
            for (int i = 0, taken = 0; i < missing.Length; i++)
            {
                taken += changes[i];
                if (taken > 0) missing[i]++;
            }
        }

        return [.. missing.Select((count, i) => (count, i)).Where(one => one.count <= mayMiss).Select(one => Instant.FromUnixTimeTicks(starts.Memory[one.i]))];
    }

    private static void Mark(IReadOnlyList<Interval> busy, long length, StartIndex index, int[] changes)
    {
        for (var i = 0; i < busy.Count; i++)
        {
            var interval = busy[i];
            var start = interval.HasStart ? interval.Start.ToUnixTimeTicks() : long.MinValue + length;
            var end = interval.HasEnd ? interval.End.ToUnixTimeTicks() : long.MaxValue;
            if (start >= end) continue;
            changes[index.FirstAtOrAfter(start - length + 1)]++;
            changes[index.FirstAtOrAfter(end)]--;
        }
    }

    private static Instant[] Free(ReadOnlySpan<long> starts, ReadOnlySpan<int> changes)
    {
        var count = 0;
        for (int i = 0, taken = 0; i < starts.Length; i++)
        {
            taken += changes[i];
            if (taken == 0) count++;
        }

        var free = new Instant[count];
        for (int i = 0, taken = 0, next = 0; i < starts.Length; i++)
        {
            taken += changes[i];
            if (taken == 0) free[next++] = Instant.FromUnixTimeTicks(starts[i]);
        }

        return free;
    }
}
