using NodaTime;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Scheduling;

/// <summary>The rules about the date of a meeting, for one person.</summary>
internal sealed class SessionDays(BoundaryRules rules, SchoolCalendar calendar)
{
    private readonly WorkingDays _workingDays = new(rules, calendar);

    /// <summary>Everything that speaks against the date, with its force.</summary>
    public IEnumerable<(BrokenRule Rule, LimitStrength Strength)> Against(LocalDate date)
    {
        if (!rules.Days.Contains(date.DayOfWeek)) yield return (new BrokenRule.Weekend(date.DayOfWeek), rules.Strength);

        if (AgainstKind(date) is { } kind) yield return kind;

        if (rules.BankHolidays.Action == BankHolidayAction.Ignore) yield break;
        if (!calendar.Holidays.Covers(date)) yield return NotLoaded();
        if (calendar.Holidays.TitleOn(date) is { } title)
        {
            var strength = rules.BankHolidays.Action == BankHolidayAction.Block ? LimitStrength.Block : LimitStrength.Advise;
            yield return (new BrokenRule.BankHoliday(title), strength);
        }
    }

    /// <summary>Whether nothing speaks against the date, not even advice.</summary>
    public bool Clear(LocalDate date) => !Against(date).Any();

    private (BrokenRule, LimitStrength)? AgainstKind(LocalDate date) => calendar.On(date) switch
    {
        DayKind.InService when rules.InsetDays == InsetDays.Block => (new BrokenRule.InServiceDay(), LimitStrength.Block),
        DayKind.InService when rules.InsetDays == InsetDays.Warn => (new BrokenRule.InServiceDay(), LimitStrength.Advise),
        _ when !rules.TermTimeOnly => null,
        DayKind.Closed closed => (new BrokenRule.HalfTerm(closed.Closure.Name, _workingDays.NextAfter(date)), rules.Strength),
        DayKind.OutOfTerm between =>
            (new BrokenRule.OutOfTerm(between.Last.Name, between.Next.Name, _workingDays.NextAfter(date)), rules.Strength),
        DayKind.NotLoaded => NotLoaded(),
        _ => null,
    };

    // Never advice only: a date that nobody knows is refused whatever the programme's own force.
    private (BrokenRule, LimitStrength) NotLoaded() => (new BrokenRule.CalendarNotLoaded(calendar.KnownUntil), LimitStrength.Block);
}
