using System.Runtime.InteropServices;
using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>Finds every time at which all can meet.</summary>
/// <remarks>
/// Busy times are neither sorted nor merged: each one marks, by a table of the candidates, the run of candidates that it rules out.
/// So the work is linear in busy times and in candidates, and nothing is allocated for either.
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
    internal static Instant[] Find(
        List<Stretch> open, IEnumerable<IReadOnlyList<Interval>> busy, int minutes, int stepMinutes, DateTimeZone zone)
    {
        var length = minutes * NodaConstants.TicksPerMinute;
        var candidates = new SlotGrid(zone, stepMinutes * NodaConstants.TicksPerMinute).StartsIn(open, length);
        if (candidates.Count == 0) return [];

        var starts = CollectionsMarshal.AsSpan(candidates);
        var index = new StartIndex(candidates, 8 * stepMinutes * NodaConstants.TicksPerMinute);
        var changes = new int[starts.Length + 1]; // +1 where a busy time begins to rule candidates out, -1 where it ends
        foreach (var times in busy) Mark(times, length, index, changes);
        return Free(starts, changes);
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
