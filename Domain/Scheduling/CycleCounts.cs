using NodaTime;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Scheduling;

/// <summary>The rules about a meeting among the others of its cycle: how many, how long, how often.</summary>
internal sealed class CycleCounts(CycleRules rules, MeetingPlan plan, DateTimeZone zone)
{
    private readonly List<CountedMeeting> _others = [.. plan.Others];

    /// <summary>Numbers and modes, which no other time mends.</summary>
    public IEnumerable<(BrokenRule Rule, LimitStrength Strength)> AgainstAnyTime()
    {
        if (rules.Limits.TotalMeetings is { } total && _others.Count >= total.Value)
            yield return (new BrokenRule.TotalLimit(total.Value), total.Strength);

        if (plan.Mode == MeetingMode.InPerson && rules.Limits.InPersonMeetings is { } inPerson)
        {
            var most = inPerson.Value + (plan.Cycle.Extension?.ExtraInPersonMeetings ?? 0);
            if (CountedInPerson() >= most) yield return (new BrokenRule.InPersonLimit(most), inPerson.Strength);
        }

        var modes = rules.RulesFor(first: _others.Count == 0).Modes;
        if (!modes.Contains(plan.Mode)) yield return (new BrokenRule.ModeNotOffered(plan.Mode), LimitStrength.Block);
    }

    public IEnumerable<(BrokenRule Rule, LimitStrength Strength)> AgainstLength(Instant start)
    {
        var first = _others.TrueForAll(m => m.Start > start);
        var lengths = rules.RulesFor(first);
        if (lengths.MinMinutes is { } least && plan.Minutes < least.Value)
            yield return (new BrokenRule.TooShort(least.Value), least.Strength);
        if (lengths.MaxMinutes is { } most && plan.Minutes > most.Value)
            yield return (new BrokenRule.TooLong(most.Value, first && rules.InitialMeeting is not null), most.Strength);
    }

    public IEnumerable<(BrokenRule Rule, LimitStrength Strength)> AgainstDate(LocalDate date)
    {
        var days = _others.ConvertAll(m => m.Start.InZone(zone).Date);
        if (rules.Frequency.MaxPerCalendarMonth is { } perMonth && days.Count(d => d.ToYearMonth() == date.ToYearMonth()) >= perMonth.Value)
            yield return (new BrokenRule.TooManyInMonth(perMonth.Value, date.ToYearMonth()), perMonth.Strength);

        if (rules.Frequency.MinGapDays is not { } gap) yield break;
        foreach (var day in days.Where(d => Math.Abs(Period.DaysBetween(d, date)) < gap.Value).Take(1))
            yield return (new BrokenRule.TooSoon(gap.Value, day), gap.Strength);
    }

    private int CountedInPerson()
    {
        var first = _others.MinBy(m => m.Start);
        return _others.Count(m => m.Mode == MeetingMode.InPerson && (rules.Limits.InitialCountsIfInPerson || m != first));
    }
}
