using System.Buffers;
using NodaTime;
using NodaTime.TimeZones;

namespace PeerBot.Domain.Scheduling;

/// <summary>The starts that slots may have: local times that are multiples of a step after midnight.</summary>
internal sealed class SlotGrid(DateTimeZone zone, long step)
{
    /// <summary>Adds all starts from which a meeting of this length lies wholly in one of the open stretches, in order.</summary>
    public void AddStartsIn(List<Stretch> open, long length, SlotStarts starts)
    {
        ZoneInterval? zoneInterval = null;
        foreach (var stretch in open)
        {
            // A stretch is cut where the clocks change; only the start of a slot has to lie in one piece.
            var last = stretch.End - length;
            for (var from = stretch.Start; from <= last;)
            {
                if (zoneInterval is not { } known || !known.Contains(Instant.FromUnixTimeTicks(from)))
                    zoneInterval = zone.GetZoneInterval(Instant.FromUnixTimeTicks(from));
                var change = zoneInterval.HasEnd ? zoneInterval.End.ToUnixTimeTicks() : long.MaxValue;
                AddStarts(starts, zoneInterval, from, Math.Min(last, change - 1));
                from = change;
            }
        }
    }

    private void AddStarts(SlotStarts starts, ZoneInterval zoneInterval, long from, long last)
    {
        var offset = zoneInterval.WallOffset.Ticks;
        var local = Math.Max(from + offset, RepeatedUntil(zoneInterval));
        var midnight = local - Modulo(local, NodaConstants.TicksPerDay);
        for (var next = midnight + ((local - midnight + step - 1) / step * step); ; next += step)
        {
            // A step that does not divide the day starts anew at midnight.
            if (next >= midnight + NodaConstants.TicksPerDay) next = midnight += NodaConstants.TicksPerDay;
            if (next - offset > last) return;
            starts.Add(next - offset);
        }
    }

    /// <summary>Local times of this interval before the answer were on the clock before it was put back: they have had their slot.</summary>
    private long RepeatedUntil(ZoneInterval interval)
    {
        if (!interval.HasStart) return long.MinValue;
        var before = zone.GetUtcOffset(interval.Start - Duration.Epsilon);
        return interval.Start.ToUnixTimeTicks() + before.Ticks;
    }

    private static long Modulo(long value, long by) => ((value % by) + by) % by;
}

/// <summary>The sorted starts of a search, in memory that goes back to the pool.</summary>
internal sealed class SlotStarts(long capacity) : IDisposable
{
    private long[] _starts = ArrayPool<long>.Shared.Rent((int)Math.Max(capacity, 16));

    public int Count { get; private set; }

    public ReadOnlySpan<long> AsSpan() => _starts.AsSpan(0, Count);

    public void Add(long start)
    {
        if (Count == _starts.Length)
        {
            var larger = ArrayPool<long>.Shared.Rent(2 * Count);
            AsSpan().CopyTo(larger);
            ArrayPool<long>.Shared.Return(_starts);
            _starts = larger;
        }

        _starts[Count++] = start;
    }

    public void Dispose()
    {
        ArrayPool<long>.Shared.Return(_starts);
        _starts = [];
    }

    /// <summary>The memory itself, for reading by place; longer than <see cref="Count"/>.</summary>
    internal long[] Memory => _starts;
}

/// <summary>Answers in constant time which of the sorted starts is the first at or after a moment.</summary>
internal sealed class StartIndex : IDisposable
{
    private readonly long[] _starts;
    private readonly int _count;
    private readonly long _width;
    private readonly int[] _firstIn;

    /// <param name="width">Ticks of a bucket; a handful of steps, so that the walk inside a bucket is short.</param>
    public StartIndex(SlotStarts starts, long width)
    {
        (_starts, _count, _width) = (starts.Memory, starts.Count, width);
        var buckets = (int)((_starts[_count - 1] - _starts[0]) / width) + 2;
        _firstIn = ArrayPool<int>.Shared.Rent(buckets);
        for (int bucket = 0, i = 0; bucket < buckets; bucket++)
        {
            while (i < _count && _starts[i] < _starts[0] + (bucket * width)) i++;
            _firstIn[bucket] = i;
        }
    }

    /// <summary>The place of the first start that is not before the moment; the number of starts when there is none.</summary>
    public int FirstAtOrAfter(long moment)
    {
        if (moment <= _starts[0]) return 0;
        if (moment > _starts[_count - 1]) return _count;
        var i = _firstIn[(moment - _starts[0]) / _width];
        while (_starts[i] < moment) i++;
        return i;
    }

    public void Dispose() => ArrayPool<int>.Shared.Return(_firstIn);
}
