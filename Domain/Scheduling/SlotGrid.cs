using NodaTime;
using NodaTime.TimeZones;

namespace PeerBot.Domain.Scheduling;

/// <summary>The starts that slots may have: local times that are multiples of a step after midnight.</summary>
internal sealed class SlotGrid(DateTimeZone zone, long step)
{
    /// <summary>All starts from which a meeting of this length lies wholly in one of the open stretches, in order.</summary>
    public List<long> StartsIn(List<Stretch> open, long length)
    {
        List<long> starts = new((int)Math.Min(open.Sum(s => 2 + ((s.End - s.Start) / step)), 1 << 24));
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

        return starts;
    }

    private void AddStarts(List<long> starts, ZoneInterval zoneInterval, long from, long last)
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

/// <summary>Answers in constant time which of the sorted starts is the first at or after a moment.</summary>
internal sealed class StartIndex
{
    private readonly List<long> _starts;
    private readonly long _width;
    private readonly int[] _firstIn;

    /// <param name="width">Ticks of a bucket; a handful of steps, so that the walk inside a bucket is short.</param>
    public StartIndex(List<long> starts, long width)
    {
        _starts = starts;
        _width = width;
        _firstIn = new int[((starts[^1] - starts[0]) / width) + 2];
        for (int bucket = 0, i = 0; bucket < _firstIn.Length; bucket++)
        {
            while (i < starts.Count && starts[i] < starts[0] + (bucket * width)) i++;
            _firstIn[bucket] = i;
        }
    }

    /// <summary>The place of the first start that is not before the moment; the number of starts when there is none.</summary>
    public int FirstAtOrAfter(long moment)
    {
        if (moment <= _starts[0]) return 0;
        if (moment > _starts[^1]) return _starts.Count;
        var i = _firstIn[(moment - _starts[0]) / _width];
        while (_starts[i] < moment) i++;
        return i;
    }
}
