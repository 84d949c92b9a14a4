using NodaTime;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Scheduling;

/// <summary>Lays a rhythm over the calendars of a pair or a group and looks at every date of it at once.</summary>
/// <param name="agreed">Limits that the two have overruled together already; they are not asked again.</param>
public sealed class SeriesPlanner(SessionRules rules, MeetingPlan plan, Instant now, Func<BrokenRule, bool>? agreed = null)
{
    /// <summary>Half a year of weeks. What comes after is planned when these are over.</summary>
    public const int MostDates = 26;

    /// <summary>A mistyped or forged year: further off than any calendar, and not to be reckoned with.</summary>
    private static readonly Period OutOfSight = Period.FromYears(10);

    private readonly Func<BrokenRule, bool> _agreed = agreed ?? (_ => false);

    /// <param name="most">As many dates at most.</param>
    public SeriesPlan Plan(CadencePattern pattern, int most = MostDates) => Plan(pattern, most, anew: false);

    /// <summary>Checks dates that somebody chose, each with its own time, among each other and as meetings beside those that stand.</summary>
    public SeriesPlan Check(IEnumerable<Instant> starts) =>
        Plan(new CadencePattern.ChosenDates([.. starts.Select(s => s.InZone(rules.Zone).LocalDateTime)]), MostDates, anew: true);

    /// <param name="anew">False: a day on which the pair meets already needs no other meeting.</param>
    private SeriesPlan Plan(CadencePattern pattern, int most, bool anew)
    {
        var wanted = Wanted(pattern, most);
        var endless = pattern is not CadencePattern.ChosenDates;
        var soFar = plan;
        BrokenRule? ends = null;
        List<SeriesDate> dates = [];
        for (var i = 0; i < wanted.Count && dates.Count < most; i++)
        {
            var date = Unseen(wanted[i]) ?? (anew ? null : Standing(wanted[i])) ?? Look(wanted[i], soFar, GapAround(i, wanted, soFar, pattern));
            if (endless && Ending(date) is { } end)
            {
                ends = end;
                break;
            }

            dates.Add(date);
            if (date.Proposed is { } start) soFar = With(soFar, start);
        }

        return new SeriesPlan(dates, ends, TermsWithout(soFar));
    }

    private List<LocalDateTime> Wanted(CadencePattern pattern, int most)
    {
        if (pattern is CadencePattern.ChosenDates chosen) return [.. chosen.Dates.Distinct().Order()];

        var tomorrow = now.InZone(rules.Zone).Date.PlusDays(1);
        var calendar = plan.Attendees.Count > 0 ? plan.Attendees[0].Calendar : null;
        var dates = pattern.NextDates(tomorrow, calendar).Take(most + 1).ToList(); // one more, to know how far the last may move
        if (dates.Count == 0) return [];
        var time = pattern.TimeOfDay ?? new SeriesTime(rules, plan).BestFor(dates);
        return dates.ConvertAll(d => d + time);
    }

    private SeriesDate.Clashes? Unseen(LocalDateTime wanted)
    {
        var today = now.InZone(rules.Zone).Date;
        if (wanted.Date < today - OutOfSight) return new SeriesDate.Clashes(wanted, [new BrokenRule.InThePast()], null, null);
        return wanted.Date > today + OutOfSight ? new SeriesDate.Clashes(wanted, [new BrokenRule.CalendarNotLoaded(KnownUntil: null)], null, null) : null;
    }

    private SeriesDate.Standing? Standing(LocalDateTime wanted) =>
        plan.Others.Any(m => m.Start.InZone(rules.Zone).Date == wanted.Date) ? new SeriesDate.Standing(wanted) : null;

    private SeriesDate Look(LocalDateTime wanted, MeetingPlan soFar, SeriesGap gap)
    {
        var mapped = rules.Zone.MapLocal(wanted);
        if (mapped.Count == 0) return new SeriesDate.Clashes(wanted, [new BrokenRule.SkippedByClockChange()], null, MoveOf(wanted, soFar, gap));

        var start = mapped.First().ToInstant();
        var broken = Against(soFar, start);
        var clash = broken.FindAll(b => b.Strength == LimitStrength.Block || SpeaksAgainstDay(b));
        if (clash.Count > 0)
        {
            var mayStay = broken.TrueForAll(b => b.Strength != LimitStrength.Block);
            var move = clash.TrueForAll(b => b.Rule.AnotherTimeHelps) ? MoveOf(wanted, soFar, gap) : null;
            return new SeriesDate.Clashes(wanted, [.. clash.Select(b => b.Rule)], mayStay ? start : null, move);
        }

        var toConfirm = broken.FindAll(b => b.Strength == LimitStrength.Confirm);
        return toConfirm.Count > 0
            ? new SeriesDate.NeedsBoth(wanted, start, [.. toConfirm.Select(b => b.Rule)])
            : new SeriesDate.Fits(wanted, start, [.. broken.Select(b => b.Rule)]);
    }

    private List<(BrokenRule Rule, LimitStrength Strength)> Against(MeetingPlan soFar, Instant start)
    {
        var broken = rules.Against(soFar, start, now).Where(b => !_agreed(b.Rule)).Distinct().ToList();
        var length = Duration.FromMinutes(plan.Minutes);
        var overlapsOwn = soFar.Others.Any(m => !plan.Others.Contains(m) && m.Start < start + length && m.Start + length > start);
        if (overlapsOwn) broken.Add((new BrokenRule.NotFree(), LimitStrength.Block));
        return broken;
    }

    /// <summary>A holiday is shown as a clash whatever its force; hours that a programme only advises on are not.</summary>
    private static bool SpeaksAgainstDay((BrokenRule Rule, LimitStrength Strength) broken) => broken.Rule switch
    {
        BrokenRule.HalfTerm or BrokenRule.OutOfTerm or BrokenRule.BankHoliday or BrokenRule.Weekend => true,
        BrokenRule.BeforeHours or BrokenRule.AfterHours or BrokenRule.EndsTooLate or BrokenRule.NoCommonHours or BrokenRule.InServiceDay =>
            broken.Strength == LimitStrength.Confirm,
        _ => false,
    };

    /// <summary>The rule at which a rhythm is over, rather than one of its dates in the way; null: it goes on.</summary>
    private static BrokenRule? Ending(SeriesDate date) => (date as SeriesDate.Clashes)?.Rules.FirstOrDefault(
        r => r is BrokenRule.BeyondCycle or BrokenRule.CalendarNotLoaded or BrokenRule.InPersonLimit or BrokenRule.TotalLimit);

    /// <summary>The previous working day of the same weekday, else the next working day of the month, else the nearest open time between.</summary>
    private Instant? MoveOf(LocalDateTime wanted, MeetingPlan soFar, SeriesGap gap)
    {
        foreach (var date in gap.Candidates(wanted.Date))
        {
            if (rules.Zone.MapLocal(date + wanted.TimeOfDay) is { Count: > 0 } mapped && mapped.First().ToInstant() is var start
                && Against(soFar, start).TrueForAll(b => b.Strength == LimitStrength.Advise && !SpeaksAgainstDay(b)))
            {
                return start;
            }
        }

        return new SeriesTime(rules, soFar).NearestIn(gap, wanted, now);
    }

    private SeriesGap GapAround(int index, List<LocalDateTime> wanted, MeetingPlan soFar, CadencePattern pattern)
    {
        var date = wanted[index].Date;
        var today = now.InZone(rules.Zone).Date;
        var held = soFar.Others.Select(m => m.Start.InZone(rules.Zone).Date).ToList();
        var after = held.Where(d => d < date).Append(today).Max();
        if (pattern is CadencePattern.OncePerTerm && plan.Attendees[0].Calendar.Terms.FirstOrDefault(t => t.Dates.Contains(date)) is { } term)
            after = LocalDate.Max(after, term.Dates.Start.PlusDays(-1));

        var later = held.Where(d => d > date);
        if (index + 1 < wanted.Count) later = later.Append(wanted[index + 1].Date);
        return new SeriesGap(after, later.DefaultIfEmpty(date.PlusMonths(1)).Min(), pattern.StaysInMonth);
    }

    private MeetingPlan With(MeetingPlan soFar, Instant start) =>
        soFar with { Cycle = soFar.Cycle with { Meetings = [.. soFar.Cycle.Meetings, new CountedMeeting(new MeetingId(Guid.NewGuid()), start, plan.Mode)] } };

    private List<Term> TermsWithout(MeetingPlan planned)
    {
        if (rules.Cycle.Frequency.MinPerTerm is not { } least) return [];
        var today = now.InZone(rules.Zone).Date;
        var meetings = planned.Others.Select(m => m.Start.InZone(rules.Zone).Date).ToList();
        var found = new List<Term>();
        foreach (var calendar in plan.Attendees.Select(a => a.Calendar).DistinctBy(c => c.Id))
        {
            if ((rules.LastDate(planned) ?? calendar.KnownUntil) is { } last && last >= today)
                found.AddRange(TermCoverage.TermsBelow(least.Value, calendar, new DateInterval(today, last), meetings));
        }

        return [.. found.Distinct()];
    }
}

/// <summary>The days between the dates before and after, among which one that clashes may move. Both ends are excluded.</summary>
internal readonly record struct SeriesGap(LocalDate After, LocalDate Before, bool InMonth)
{
    /// <summary>Each earlier week's same weekday, the latest first; then each later day of the month.</summary>
    public IEnumerable<LocalDate> Candidates(LocalDate date)
    {
        for (var earlier = date.PlusWeeks(-1); earlier > After && Allows(earlier, date); earlier = earlier.PlusWeeks(-1)) yield return earlier;
        for (var later = date.PlusDays(1); later < Before && later.ToYearMonth() == date.ToYearMonth(); later = later.PlusDays(1)) yield return later;
    }

    public bool Allows(LocalDate moved, LocalDate date) => !InMonth || moved.ToYearMonth() == date.ToYearMonth();
}
