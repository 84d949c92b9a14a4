using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>Open times for the dates of a series.</summary>
internal sealed class SeriesTime(SessionRules rules, MeetingPlan plan)
{
    /// <summary>The time of day that most of the dates have open; of equal ones one away from the edge of the day, then the earlier.</summary>
    public LocalTime BestFor(List<LocalDate> dates)
    {
        var from = rules.Zone.StartOf(dates[0]);
        var to = rules.Zone.StartOf(dates[^1].PlusDays(1));
        var wanted = dates.ToHashSet();
        var open = new OpenTimes(rules, plan);
        var atEdge = open.Edges(from, to);
        var byTime = open.Between(from, to).Where(s => wanted.Contains(s.InZone(rules.Zone).Date)).GroupBy(s => s.InZone(rules.Zone).TimeOfDay).ToList();
        return byTime.Count == 0
            ? rules.Boundaries.SessionWindow.From ?? rules.Boundaries.ContactWindow.From
            : byTime.OrderByDescending(t => t.Count()).ThenBy(t => t.All(atEdge)).ThenBy(t => t.Key).First().Key;
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
