using NodaTime;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Scheduling;

/// <summary>Times to offer for a meeting.</summary>
public static class MeetingSlots
{
    public const int OnePage = 3;

    /// <summary>A meeting that moves may as well come a little sooner.</summary>
    private const int DaysBefore = 2;

    private static readonly Duration Farthest = Duration.FromDays(120);

    /// <summary>Up to three times at which all are free and no rule is broken, in the order of <see cref="SlotRanking"/>.</summary>
    /// <param name="page">0 first; each further page holds other times.</param>
    /// <param name="around">Of a meeting that moves: times of its days and after go before sooner ones, and its own is none. Null: soonest first.</param>
    /// <param name="rhythm">What the two agreed; null when nothing.</param>
    /// <param name="modes">Ways of meeting to offer, in the definition's order; the plan's alone when empty.</param>
    /// <remarks>
    /// From tomorrow on, so that nobody is asked to come today; a time today can be typed. Each time is on another day and, where the days
    /// allow it, in another part of the day: morning, early afternoon, from three o'clock. When every day has had its turn, days come again.
    /// </remarks>
    public static SlotOffer Offer(
        SessionRules rules, MeetingPlan plan, Instant now, int page = 0, CadencePattern? rhythm = null, Instant? around = null, params IReadOnlyList<MeetingMode> modes)
    {
        List<BrokenRule> inTheWay = [.. rules.AgainstAnyTime(plan).Where(b => b.Strength == LimitStrength.Block).Select(b => b.Rule)];
        if (inTheWay.Count > 0) return new SlotOffer.NotPossible(inTheWay);

        var tomorrow = rules.Zone.StartOf(now.InZone(rules.Zone).Date.PlusDays(1));
        var open = new OpenTimes(rules, plan);
        var near = around is { } standing ? Instant.Max(tomorrow, rules.Zone.StartOf(standing.InZone(rules.Zone).Date.PlusDays(-DaysBefore))) : tomorrow;
        var ranking = new SlotRanking(rules.Zone, rhythm, modes.Count > 0 ? modes : [plan.Mode]);
        var edges = open.Edges(tomorrow, near + Farthest);
        var onward = Varied(ranking.Rank(open.Between(near, near + Farthest), edges), rules.Zone)
            .Concat(Varied(ranking.Rank(open.Between(tomorrow, near), edges), rules.Zone))
            .Where(slot => slot.Start != around).Skip(page * OnePage).Take(OnePage + 1).ToList();
        if (onward.Count == 0) return new SlotOffer.NoneFree();
        return new SlotOffer.Times([.. onward.Take(OnePage).OrderBy(s => s.Start)], More: onward.Count > OnePage);
    }

    private static IEnumerable<OfferedSlot> Varied(IEnumerable<OfferedSlot> ranked, DateTimeZone zone)
    {
        // Grouping keeps the order: the day of the best time comes first, and the best time of a day before its others.
        var days = ranked.GroupBy(s => s.Start.InZone(zone).Date).Select(day => day.ToList()).ToList();
        var offered = new HashSet<int>();
        for (var count = 0; days.Count > 0; days.RemoveAll(day => day.Count == 0))
        {
            foreach (var day in days)
            {
                if (count++ % OnePage == 0) offered.Clear();
                var at = day[0].Why.Contains(SlotReason.DayAndTimeOfRhythm) ? 0
                    : Math.Max(0, day.FindIndex(s => !offered.Contains(PartOfDay(s.Start, zone))));
                offered.Add(PartOfDay(day[at].Start, zone));
                yield return day[at];
                day.RemoveAt(at);
            }
        }
    }

    private static int PartOfDay(Instant time, DateTimeZone zone) => time.InZone(zone).Hour switch { < 12 => 0, < 15 => 1, _ => 2 };
}

public abstract record SlotOffer
{
    private SlotOffer()
    {
    }

    /// <param name="Slots">One to three, soonest first.</param>
    public sealed record Times(IReadOnlyList<OfferedSlot> Slots, bool More) : SlotOffer
    {
        public IReadOnlyList<Instant> Starts => [.. Slots.Select(slot => slot.Start)];
    }

    /// <summary>Nothing within four months or the cycle, or no further page.</summary>
    public sealed record NoneFree : SlotOffer;

    /// <summary>No time would do: the cycle is full, or its programme does not meet that way.</summary>
    public sealed record NotPossible(IReadOnlyList<BrokenRule> Rules) : SlotOffer;
}
