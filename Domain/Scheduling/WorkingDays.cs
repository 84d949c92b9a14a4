using NodaTime;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Scheduling;

/// <summary>The days that count for one person: the programme's weekdays, in the terms of the calendar that applies to them.</summary>
/// <remarks>An in-service day counts: it is a working day without pupils.</remarks>
public sealed class WorkingDays
{
    // Longer than any summer; a search that has found nothing by then has left the calendar.
    private const int FarthestDays = 400;

    private readonly BoundaryRules _rules;

    /// <exception cref="ArgumentException">The rules allow no weekday at all, so that no next working day would ever come.</exception>
    public WorkingDays(BoundaryRules rules, SchoolCalendar calendar)
    {
        if (rules.Days.Count == 0) throw new ArgumentException("The boundaries name no weekday.", nameof(rules));
        _rules = rules;
        Calendar = calendar;
    }

    public SchoolCalendar Calendar { get; }

    /// <summary>Why this is not a working day; null when it is one. The first reason in the order of the contact rules.</summary>
    public DayKind? WhyNot(LocalDate date)
    {
        if (!_rules.Days.Contains(date.DayOfWeek)) return new DayKind.OtherWeekday(date.DayOfWeek);

        if (_rules.TermTimeOnly)
        {
            var kind = Calendar.On(date);
            if (kind is DayKind.Closed or DayKind.OutOfTerm or DayKind.NotLoaded) return kind;
        }

        if (_rules.BankHolidays.Action != BankHolidayAction.Block) return null;
        if (!Calendar.Holidays.Covers(date)) return new DayKind.NotLoaded();
        return Calendar.Holidays.TitleOn(date) is { } title ? new DayKind.BankHoliday(title) : null;
    }

    public bool Include(LocalDate date) => WhyNot(date) is null;

    /// <summary>The first working day after the date; null when the calendar ends before there is one.</summary>
    public LocalDate? NextAfter(LocalDate date)
    {
        for (var next = date.PlusDays(1); next <= date.PlusDays(FarthestDays); next = next.PlusDays(1))
        {
            switch (WhyNot(next))
            {
                case null: return next;
                case DayKind.NotLoaded: return null;
            }
        }

        return null;
    }

    /// <summary>The date so many working days later, or earlier when negative.</summary>
    /// <remarks>Where the calendar is not loaded plain weekdays count, so that an uncertain date is never too late to ask again.</remarks>
    public CountedDate Count(LocalDate from, int days)
    {
        var (date, certain, left) = (from, true, Math.Abs(days));
        while (left > 0)
        {
            date = date.PlusDays(Math.Sign(days));
            var bar = WhyNot(date);
            if (bar is DayKind.NotLoaded) certain = false;
            if (bar is null or DayKind.NotLoaded) left--;
        }

        return new CountedDate(date, certain);
    }
}

/// <param name="Certain">False when part of the count lies outside the calendar: the earliest it can be; ask again then.</param>
public readonly record struct CountedDate(LocalDate Date, bool Certain);
