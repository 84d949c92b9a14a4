using NodaTime;

namespace PeerBot.Calendar;

/// <summary>Graph's availability string: one character for each interval from the start of the window.</summary>
/// <remarks>
/// A character stands for a quarter of an hour, and one that is taken in part counts as taken: a lesson that ends at 3.35 blocks until
/// 3.45. Finer is possible (5 minutes) at three times the answer's size. '0' is free or working elsewhere; tentative, busy, away and
/// whatever Graph may add count as taken. Source: Microsoft Graph, scheduleInformation.
/// </remarks>
internal static class AvailabilityView
{
    public const int Minutes = 15;
    private const long Ticks = Minutes * NodaConstants.TicksPerMinute;

    /// <summary>At most 20 people a request.</summary>
    public const int PeopleAtOnce = 20;

    /// <summary>The documentation has said under 62 days and, in other versions, under 42.</summary>
    private static readonly Duration Longest = Duration.FromDays(41);

    /// <summary>The window in parts that Graph accepts, widened to whole quarters of an hour.</summary>
    public static IEnumerable<Interval> Parts(Interval window)
    {
        var end = OnGrid(window.End, up: true);
        for (var start = OnGrid(window.Start, up: false); start < end;)
        {
            var next = Instant.Min(start + Longest, end);
            yield return new Interval(start, next);
            start = next;
        }
    }

    /// <summary>Taken times, joined and cut to the window; null when the string is too short, for then its gaps say nothing.</summary>
    public static List<Interval>? Read(string view, Interval part, Interval window)
    {
        if (view.Length < part.Duration.BclCompatibleTicks / Ticks) return null;
        var busy = new List<Interval>();
        for (var i = 0; i < view.Length; i++)
        {
            if (view[i] == '0') continue;
            var first = i;
            while (i + 1 < view.Length && view[i + 1] != '0') i++;
            var start = Instant.Max(At(part, first), window.Start);
            var end = Instant.Min(At(part, i + 1), window.End);
            if (start < end) busy.Add(new Interval(start, end));
        }

        return busy;
    }

    private static Instant At(Interval part, int index) => part.Start + Duration.FromMinutes((long)index * Minutes);

    private static Instant OnGrid(Instant instant, bool up)
    {
        var ticks = instant.ToUnixTimeTicks();
        var over = ((ticks % Ticks) + Ticks) % Ticks;
        return Instant.FromUnixTimeTicks(over == 0 ? ticks : ticks - over + (up ? Ticks : 0));
    }
}
