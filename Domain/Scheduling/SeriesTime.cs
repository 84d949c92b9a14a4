using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>Open times for the dates of a series.</summary>
internal sealed class SeriesTime(SessionRules rules, MeetingPlan plan)
{
    private static readonly Period Edge = Period.FromMinutes(SlotRanking.EdgeMinutes);

    /// <summary>The time of day that most of the dates have open; of equal ones one away from the edge of the day, then the earlier.</summary>
    public LocalTime BestFor(List<LocalDate> dates)
    {
        var from = rules.Zone.StartOf(dates[0]);
        var to = rules.Zone.StartOf(dates[^1].PlusDays(1));
        var wanted = dates.ToHashSet();
        var byTime = new OpenTimes(rules, plan).Between(from, to)
            .Select(s => s.InZone(rules.Zone).LocalDateTime).Where(l => wanted.Contains(l.Date))
            .GroupBy(l => l.TimeOfDay).ToDictionary(g => g.Key, g => g.Count());
        if (byTime.Count == 0) return rules.Boundaries.SessionWindow.From ?? rules.Boundaries.ContactWindow.From;

        var (first, last) = (byTime.Keys.Min(), byTime.Keys.Max());
        return byTime.OrderByDescending(t => t.Value)
            .ThenBy(t => t.Key < first + Edge || t.Key > last - Edge).ThenBy(t => t.Key).First().Key;
    }

    /// <summary>The open time nearest to the one wanted; null when the gap has none.</summary>
    public Instant? NearestIn(SeriesGap gap, LocalDateTime wanted, Instant now)
    {
        var from = Instant.Max(now, rules.Zone.StartOf(gap.After.PlusDays(1)));
        var to = rules.Zone.StartOf(gap.Before);
        var at = rules.Zone.AtLeniently(wanted).ToInstant();
        return new OpenTimes(rules, plan).Between(from, to)
            .Where(s => gap.Allows(s.InZone(rules.Zone).Date, wanted.Date))
            .Select(s => (Instant?)s).MinBy(s => Math.Abs((s!.Value - at).TotalSeconds));
    }
}
