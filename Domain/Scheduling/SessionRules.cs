using NodaTime;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Scheduling;

/// <summary>Whether and when a meeting may be, by the boundaries and limits of a programme.</summary>
/// <param name="zone">The programme's zone; days are counted and local times named in it.</param>
public sealed class SessionRules(BoundaryRules boundaries, CycleRules cycle, DateTimeZone zone)
{
    public static SessionRules Of(Programme programme) => new(programme.Boundaries, programme.Cycle, programme.Zone);

    public DateTimeZone Zone => zone;

    internal BoundaryRules Boundaries => boundaries;

    internal CycleRules Cycle => cycle;

    /// <summary>Checks a time that somebody typed, in the programme's zone; of a repeated local time the first is meant.</summary>
    public MeetingCheck Check(MeetingPlan plan, LocalDateTime start, Instant now)
    {
        var mapped = zone.MapLocal(start);
        if (mapped.Count > 0) return Check(plan, mapped.First().ToInstant(), now);
        return new MeetingCheck.Refused([new BrokenRule.SkippedByClockChange()], NearestTo(plan, zone.AtLeniently(start).ToInstant(), now));
    }

    /// <summary>Checks every rule, so that nobody mends one only to hear of the next.</summary>
    public MeetingCheck Check(MeetingPlan plan, Instant start, Instant now)
    {
        var broken = Against(plan, start, now).ToLookup(b => b.Strength, b => b.Rule);
        List<BrokenRule> blocking = [.. broken[LimitStrength.Block].Distinct()];
        List<BrokenRule> toConfirm = [.. broken[LimitStrength.Confirm].Distinct()];
        List<BrokenRule> advice = [.. broken[LimitStrength.Advise].Distinct()];

        if (blocking.Count > 0) return new MeetingCheck.Refused(blocking, Nearest(blocking));
        if (toConfirm.Count > 0) return new MeetingCheck.NeedsConfirmation(toConfirm, advice, Nearest(toConfirm));
        return new MeetingCheck.Allowed(advice);

        Instant? Nearest(List<BrokenRule> rules) => rules.All(r => r.AnotherTimeHelps) ? NearestTo(plan, start, now) : null;
    }

    /// <summary>The last day of the cycle, should this meeting be part of it; null when it has no end yet.</summary>
    public LocalDate? LastDate(MeetingPlan plan) => CycleClock.LastDate(cycle, plan.Cycle, plan.Others, zone);

    /// <summary>Rules that no choice of time mends: counts and modes.</summary>
    internal IEnumerable<(BrokenRule Rule, LimitStrength Strength)> AgainstAnyTime(MeetingPlan plan) =>
        new CycleCounts(cycle, plan, zone).AgainstAnyTime();

    /// <summary>Whether counts by month and gap leave the date free of every remark.</summary>
    internal bool ClearOfOthers(MeetingPlan plan, LocalDate date) => !new CycleCounts(cycle, plan, zone).AgainstDate(date).Any();

    internal LocalDate? LastOpenDate(MeetingPlan plan, LocalDate last, Instant now)
    {
        var days = plan.Attendees.Select(a => new SessionDays(boundaries, a.Calendar)).ToList();
        var today = now.InZone(zone).Date;
        for (var date = last; date >= today; date = date.PlusDays(-1))
        {
            if (days.TrueForAll(d => d.Clear(date))) return date;
        }

        return null;
    }

    /// <summary>The zone in which a person's day is reckoned: fixed hours are the programme's, others the person's own.</summary>
    internal DateTimeZone ZoneOf(Attendee attendee) => boundaries.SessionWindow.Basis == SessionBasis.Fixed ? zone : attendee.Zone;

    /// <summary>Every rule that a meeting at this time would break, with its force, the ones to name first in front.</summary>
    internal IEnumerable<(BrokenRule Rule, LimitStrength Strength)> Against(MeetingPlan plan, Instant start, Instant now)
    {
        var counts = new CycleCounts(cycle, plan, zone);
        var date = start.InZone(zone).Date;
        return
        [
            .. start < now ? [(new BrokenRule.InThePast(), LimitStrength.Block)] : None,
            .. AgainstEnd(plan, date, now),
            .. counts.AgainstAnyTime(),
            .. plan.Attendees.SelectMany(a => new SessionDays(boundaries, a.Calendar).Against(start.InZone(ZoneOf(a)).Date)),
            .. AgainstHours(plan, start).Select(rule => (rule, boundaries.Strength)),
            .. counts.AgainstLength(start),
            .. counts.AgainstDate(date),
            .. IsFree(plan, start) ? None : [(new BrokenRule.NotFree(), LimitStrength.Block)],
        ];
    }

    private static (BrokenRule Rule, LimitStrength Strength)[] None => [];

    private IEnumerable<(BrokenRule Rule, LimitStrength Strength)> AgainstEnd(MeetingPlan plan, LocalDate date, Instant now)
    {
        if (LastDate(plan) is { } last && date > last)
        {
            var strength = cycle.Limits.Months?.Strength ?? LimitStrength.Block;
            yield return (new BrokenRule.BeyondCycle(last, LastOpenDate(plan, last, now)), strength);
        }
    }

    private IEnumerable<BrokenRule> AgainstHours(MeetingPlan plan, Instant start)
    {
        if (plan.Attendees.Count == 0) yield break;
        var window = boundaries.SessionWindow;
        var hours = plan.Attendees
            .Select(a => SessionHours.On(start.InZone(ZoneOf(a)).Date, a, boundaries, ZoneOf(a)))
            .Aggregate((one, other) => one.And(other));
        var open = hours.Open(window, plan.Minutes);

        if (open.End - open.Start < plan.Minutes * NodaConstants.TicksPerMinute) yield return new BrokenRule.NoCommonHours();
        else if (start < hours.From) yield return new BrokenRule.BeforeHours(TimeOf(hours.From));
        else
        {
            if (start > hours.LatestStart(window)) yield return new BrokenRule.AfterHours(TimeOf(hours.LatestStart(window)));
            if (start + Duration.FromMinutes(plan.Minutes) > hours.LastEnd) yield return new BrokenRule.EndsTooLate(TimeOf(hours.LastEnd));
        }
    }

    private static bool IsFree(MeetingPlan plan, Instant start)
    {
        var end = start + Duration.FromMinutes(plan.Minutes);
        return plan.Attendees.Count(a => a.Busy.Any(Overlaps)) <= plan.MayMiss;

        bool Overlaps(Interval busy)
        {
            var takesTime = !busy.HasStart || !busy.HasEnd || busy.Start < busy.End;
            return takesTime && (!busy.HasStart || busy.Start < end) && (!busy.HasEnd || busy.End > start);
        }
    }

    private Instant? NearestTo(MeetingPlan plan, Instant start, Instant now) => new OpenTimes(this, plan).NearestTo(start, now);

    private LocalTime TimeOf(Instant instant) => instant.InZone(zone).TimeOfDay;
}
