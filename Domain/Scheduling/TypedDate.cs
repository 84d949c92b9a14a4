using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>The date that the typed pieces mean, seen from today.</summary>
internal abstract record TypedDate
{
    private TypedDate()
    {
    }

    public sealed record None : TypedDate;

    public sealed record Day(LocalDate Date) : TypedDate;

    public sealed record Either(TypedTimeQuestion Question, IReadOnlyList<LocalDate> Dates) : TypedDate;

    public sealed record Never(ImpossibleTime What) : TypedDate;

    /// <param name="time">Decides whether "thursday" on a Thursday is still today.</param>
    /// <param name="calendar">Whose half-term is meant; null: nobody's is known.</param>
    public static TypedDate Resolve(TypedParts parts, LocalTime? time, LocalDateTime now, SchoolCalendar? calendar)
    {
        var from = time is { } t && t <= now.TimeOfDay ? now.Date.PlusDays(1) : now.Date;
        return parts switch
        {
            { AfterHalfTerm: true } => OfDaysAfterHalfTerm(parts, calendar is null ? [] : HalfTerms.FirstDaysAfter(calendar, now.Date)),
            { Shift: { } days, Day: null, Month: null, Week: WhichWeek.Any } => Agreeing(now.Date.PlusDays(days), parts.Weekday),
            { Shift: not null } => new Never(new ImpossibleTime.NoSuchTime()),
            { Day: { } day, Month: { } month } => OfMonth(day, month, parts, now.Date),
            { Day: { } day } => OfSomeMonth(day, parts.Weekday, from),
            { Month: not null } => new Either(TypedTimeQuestion.WhichDay, []),
            { Weekday: { } weekday } => OfWeek(weekday, parts.Week, from, now.Date),
            { Week: not WhichWeek.Any } => new Either(TypedTimeQuestion.WhichDay, []),
            _ => new None(),
        };
    }

    /// <summary>"after half-term" is any day from then on, so that the person says which of the first week's.</summary>
    private static TypedDate OfDaysAfterHalfTerm(TypedParts parts, IReadOnlyList<LocalDate> days)
    {
        if (parts is not { Day: null, Month: null, Shift: null, Week: WhichWeek.Any }) return new Never(new ImpossibleTime.NoSuchTime());
        if (days.Count == 0) return new Never(new ImpossibleTime.NoHalfTermKnown());
        if (parts.Weekday is not { } weekday) return new Either(TypedTimeQuestion.WhichDay, days);
        return new Day(days[0].DayOfWeek == weekday ? days[0] : days[0].Next(weekday));
    }

    private static TypedDate OfMonth(int day, int month, TypedParts parts, LocalDate today)
    {
        // A date that was named with its year may be in the past; the rules of booking say so. Without one it is the next.
        var found = parts.Year is { } year
            ? DateOf(year, month, day)
            : Next([DateOf(today.Year, month, day), DateOf(today.Year + 1, month, day)], today);
        return found is { } date ? Agreeing(date, parts.Weekday) : new Never(new ImpossibleTime.NoSuchDate(day, month, parts.Year));
    }

    /// <summary>The next such day; with a weekday the next or the one after. A later month would be a guess: a slip is likelier.</summary>
    private static TypedDate OfSomeMonth(int day, IsoDayOfWeek? weekday, LocalDate from)
    {
        var months = Enumerable.Range(0, 13).Select(i => from.PlusMonths(i));
        var dates = months.Select(m => DateOf(m.Year, m.Month, day)).OfType<LocalDate>().Where(d => d >= from).ToList();
        if (dates.Count == 0) return new Never(new ImpossibleTime.NoSuchDate(day, from.Month, null));
        if (weekday is not { } asked) return new Day(dates[0]);

        var agreeing = dates.FindIndex(d => d.DayOfWeek == asked);
        return agreeing is 0 or 1
            ? new Day(dates[agreeing])
            : new Never(new ImpossibleTime.WeekdayMismatch(asked, dates[0], agreeing < 0 ? null : dates[agreeing]));
    }

    private static TypedDate OfWeek(IsoDayOfWeek weekday, WhichWeek week, LocalDate from, LocalDate today)
    {
        var monday = today.PlusDays(1 - (int)today.DayOfWeek);
        var inThisWeek = monday.PlusDays((int)weekday - 1);
        var coming = from.DayOfWeek == weekday ? from : from.Next(weekday);
        return week switch
        {
            WhichWeek.This => new Day(inThisWeek >= today ? inThisWeek : coming),
            WhichWeek.Following => new Day(inThisWeek.PlusWeeks(1)),
            WhichWeek.WeekAfter => new Day(coming.PlusWeeks(1)),
            WhichWeek.Next when inThisWeek > today => new Either(TypedTimeQuestion.WhichWeek, [inThisWeek, inThisWeek.PlusWeeks(1)]),
            WhichWeek.Next => new Day(inThisWeek.PlusWeeks(1)),
            _ => new Day(coming),
        };
    }

    private static TypedDate Agreeing(LocalDate date, IsoDayOfWeek? weekday) =>
        weekday is { } asked && asked != date.DayOfWeek ? new Never(new ImpossibleTime.WeekdayMismatch(asked, date, null)) : new Day(date);

    private static LocalDate? Next(IEnumerable<LocalDate?> dates, LocalDate today) => dates.FirstOrDefault(d => d >= today);

    private static LocalDate? DateOf(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
}
