using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>The rhythm that both agreed: how often, how long, and how they meet.</summary>
public sealed record Cadence(CadencePattern Pattern, int Minutes, MeetingMode Mode);

/// <summary>How often. The records hold all that a sentence about them needs.</summary>
public abstract record CadencePattern
{
    private CadencePattern()
    {
    }

    /// <summary>The time of day that belongs to it; null when none was agreed.</summary>
    public virtual LocalTime? TimeOfDay => null;

    /// <summary>Whether there are dates to plan ahead.</summary>
    public virtual bool HasDates => true;

    /// <summary>Dates of the pattern from a day on, in order; endless for a pattern that repeats by weeks or months.</summary>
    /// <param name="from">The first possible date; every n weeks are counted from the first date found.</param>
    /// <param name="calendar">Whose terms count for "once a term", which has no dates without.</param>
    /// <remarks>Nothing is left out for holidays: a series shows each date that falls on one, with a proposed move.</remarks>
    public abstract IEnumerable<LocalDate> NextDates(LocalDate from, SchoolCalendar? calendar = null);

    /// <summary>Whether a meeting on this date keeps to the rhythm.</summary>
    public abstract bool Keeps(LocalDate date);

    /// <summary>Whether a date that has to move stays within its month, so that every month keeps its meeting.</summary>
    internal virtual bool StaysInMonth => false;

    /// <param name="Weeks">1 for every week.</param>
    public sealed record EveryNWeeks(int Weeks, IsoDayOfWeek Day, LocalTime? Time = null) : CadencePattern
    {
        public int Weeks { get; } =
            Weeks >= 1 ? Weeks : throw new ArgumentOutOfRangeException(nameof(Weeks), Weeks, "A rhythm has at least one week.");

        public override LocalTime? TimeOfDay => Time;

        public override bool Keeps(LocalDate date) => date.DayOfWeek == Day;

        public override IEnumerable<LocalDate> NextDates(LocalDate from, SchoolCalendar? calendar = null)
        {
            var first = from.DayOfWeek == Day ? from : from.Next(Day);
            for (var date = first; ; date = date.PlusWeeks(Weeks)) yield return date;
        }
    }

    public sealed record MonthlyByWeekday(Ordinal Ordinal, IsoDayOfWeek Day, LocalTime? Time = null) : CadencePattern
    {
        public override LocalTime? TimeOfDay => Time;

        internal override bool StaysInMonth => true;

        public override bool Keeps(LocalDate date) => DateIn(date.ToYearMonth()) == date;

        public override IEnumerable<LocalDate> NextDates(LocalDate from, SchoolCalendar? calendar = null)
        {
            for (var month = from.ToYearMonth(); ; month = month.PlusMonths(1))
            {
                if (DateIn(month) is var date && date >= from) yield return date;
            }
        }

        private LocalDate DateIn(YearMonth month)
        {
            if (Ordinal == Ordinal.Last) return month.OnDayOfMonth(1).PlusMonths(1).Previous(Day);
            var first = month.OnDayOfMonth(1);
            return (first.DayOfWeek == Day ? first : first.Next(Day)).PlusWeeks((int)Ordinal - 1);
        }
    }

    /// <summary>Once a term, near its middle, by the terms of the calendar that applies: three, four or six a year.</summary>
    /// <param name="Day">Null: whichever weekday the middle falls on.</param>
    public sealed record OncePerTerm(IsoDayOfWeek? Day = null, LocalTime? Time = null) : CadencePattern
    {
        public override LocalTime? TimeOfDay => Time;

        public override bool Keeps(LocalDate date) => date.DayOfWeek == Day;

        public override IEnumerable<LocalDate> NextDates(LocalDate from, SchoolCalendar? calendar = null) =>
            (calendar?.Terms ?? []).Where(t => t.Dates.End >= from).Select(t => DateIn(t, from)).OfType<LocalDate>();

        /// <summary>Null when what is left of the term holds no such day.</summary>
        private LocalDate? DateIn(Term term, LocalDate from)
        {
            var middle = LocalDate.Max(from, term.Dates.Start.PlusDays((term.Dates.Length - 1) / 2));
            var after = Day is { } day ? (middle.DayOfWeek == day ? middle : middle.Next(day)) : Weekday(middle);
            return after <= term.Dates.End ? after : null;
        }

        private static LocalDate Weekday(LocalDate date) =>
            date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? date.Next(IsoDayOfWeek.Monday) : date;
    }

    /// <summary>Dates that the pair picks one by one; none need be known yet.</summary>
    public sealed record ChosenDates(IReadOnlyList<LocalDateTime> Dates) : CadencePattern
    {
        public override bool HasDates => Dates.Count > 0;

        public override bool Keeps(LocalDate date) => Dates.Any(d => d.Date == date);

        public override IEnumerable<LocalDate> NextDates(LocalDate from, SchoolCalendar? calendar = null) =>
            Dates.Select(d => d.Date).Where(d => d >= from).Distinct().Order();
    }

    /// <summary>No rhythm: each meeting is agreed when it is wanted.</summary>
    public sealed record AsAgreed : CadencePattern
    {
        public override bool HasDates => false;

        public override bool Keeps(LocalDate date) => false;

        public override IEnumerable<LocalDate> NextDates(LocalDate from, SchoolCalendar? calendar = null) => [];
    }
}

public enum Ordinal
{
    First = 1,
    Second = 2,
    Third = 3,
    Fourth = 4,
    Last = 5,
}
