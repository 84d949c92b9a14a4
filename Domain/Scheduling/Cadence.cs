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

    /// <summary>Dates of the pattern from a day on, in order; endless for a pattern that repeats.</summary>
    /// <param name="from">The first possible date; every n weeks are counted from the first date found.</param>
    /// <remarks>Nothing is left out for holidays: a series shows each date that falls on one, with a proposed move.</remarks>
    public abstract IEnumerable<LocalDate> NextDates(LocalDate from);

    /// <param name="Weeks">1 for every week.</param>
    public sealed record EveryNWeeks(int Weeks, IsoDayOfWeek Day, LocalTime? Time = null) : CadencePattern
    {
        public int Weeks { get; } =
            Weeks >= 1 ? Weeks : throw new ArgumentOutOfRangeException(nameof(Weeks), Weeks, "A rhythm has at least one week.");

        public override IEnumerable<LocalDate> NextDates(LocalDate from)
        {
            var first = from.DayOfWeek == Day ? from : from.Next(Day);
            for (var date = first; ; date = date.PlusWeeks(Weeks)) yield return date;
        }
    }

    public sealed record MonthlyByWeekday(Ordinal Ordinal, IsoDayOfWeek Day, LocalTime? Time = null) : CadencePattern
    {
        public override IEnumerable<LocalDate> NextDates(LocalDate from)
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

    /// <summary>Dates that the pair picks one by one; none need be known yet.</summary>
    public sealed record ChosenDates(IReadOnlyList<LocalDateTime> Dates) : CadencePattern
    {
        public override IEnumerable<LocalDate> NextDates(LocalDate from) =>
            Dates.Select(d => d.Date).Where(d => d >= from).Distinct().Order();
    }

    /// <summary>No rhythm: each meeting is agreed when it is wanted.</summary>
    public sealed record AsAgreed : CadencePattern
    {
        public override IEnumerable<LocalDate> NextDates(LocalDate from) => [];
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
