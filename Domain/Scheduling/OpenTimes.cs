using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>The times at which a meeting breaks no rule of any force, not even advice, and all are free.</summary>
internal sealed class OpenTimes(SessionRules rules, MeetingPlan plan)
{
    /// <summary>Offered and nearest times lie on the quarter hours.</summary>
    public const int StepMinutes = 15;

    private static readonly Duration Farthest = Duration.FromDays(120);

    /// <summary>The nearest time from now on, before or after; of two as near the earlier.</summary>
    /// <returns>Null when there is none within four months.</returns>
    public Instant? NearestTo(Instant wanted, Instant now)
    {
        // A time far beyond the cycle or the calendar is nearest to the last that is left.
        var around = Instant.Max(now, Instant.Min(wanted, End));
        Instant? nearest = null;
        foreach (var start in Between(Instant.Max(now, around - Farthest), around + Farthest))
        {
            if (nearest is null || Distance(start) < Distance(nearest.Value)) nearest = start;
        }

        return nearest;

        Duration Distance(Instant start) => start > wanted ? start - wanted : wanted - start;
    }

    private Instant End
    {
        get
        {
            var known = plan.Attendees.Select(a => rules.Boundaries.TermTimeOnly ? a.Calendar.KnownUntil : null);
            var lastDays = known.Append(rules.LastDate(plan)).OfType<LocalDate>().ToList();
            return lastDays.Count == 0 ? Instant.MaxValue : rules.Zone.StartOf(lastDays.Min().PlusDays(1));
        }
    }

    /// <summary>All such starts in the half-open window, soonest first.</summary>
    public IReadOnlyList<Instant> Between(Instant from, Instant to)
    {
        if (rules.LastDate(plan) is { } last) to = Instant.Min(to, rules.Zone.StartOf(last.PlusDays(1)));
        if (from >= to || plan.Attendees.Count == 0) return [];

        var window = rules.Boundaries.SessionWindow;
        var open = CommonHours(from, to)
            .ConvertAll(h => h.Open(window, plan.Minutes))
            .ConvertAll(s => new Stretch(Math.Max(s.Start, from.ToUnixTimeTicks()), Math.Min(s.End, to.ToUnixTimeTicks())));
        var free = SlotFinder.Find(Stretch.Merge(open), plan.Attendees.Select(a => a.Busy), plan.Minutes, StepMinutes, rules.Zone, plan.MayMiss);
        return [.. free.GroupBy(s => s.InZone(rules.Zone).Date).Where(day => rules.ClearOfOthers(plan, day.Key)).SelectMany(day => day)];
    }

    /// <summary>Tells of a start whether it is in the first or last half-hour in which a meeting may start that day.</summary>
    public Func<Instant, bool> Edges(Instant from, Instant to)
    {
        var edge = Duration.FromMinutes(SlotRanking.EdgeMinutes);
        var window = rules.Boundaries.SessionWindow;
        Dictionary<LocalDate, (Instant First, Instant Last)> inner = [];
        foreach (var day in CommonHours(from, to))
        {
            var open = day.Open(window, plan.Minutes);
            var last = Instant.FromUnixTimeTicks(open.End - (plan.Minutes * NodaConstants.TicksPerMinute));
            inner[day.From.InZone(rules.Zone).Date] = (day.From + edge, last - edge);
        }

        return start => !inner.TryGetValue(start.InZone(rules.Zone).Date, out var day) || start < day.First || start > day.Last;
    }

    private List<SessionHours> CommonHours(Instant from, Instant to) =>
        plan.Attendees.Select(a => HoursOf(a, from, to)).Aggregate(Overlap);

    private List<SessionHours> HoursOf(Attendee attendee, Instant from, Instant to)
    {
        var zone = rules.ZoneOf(attendee);
        var days = new SessionDays(rules.Boundaries, attendee.Calendar);
        List<SessionHours> hours = [];
        for (var date = from.InZone(zone).Date; date <= to.InZone(zone).Date; date = date.PlusDays(1))
        {
            if (days.Clear(date)) hours.Add(SessionHours.On(date, attendee, rules.Boundaries, zone));
        }

        return hours;
    }

    private static List<SessionHours> Overlap(List<SessionHours> one, List<SessionHours> other)
    {
        List<SessionHours> common = [];
        for (int i = 0, j = 0; i < one.Count && j < other.Count;)
        {
            var both = one[i].And(other[j]);
            if (both.From < both.LastEnd) common.Add(both);
            if (one[i].LastEnd < other[j].LastEnd) i++;
            else j++;
        }

        return common;
    }
}
