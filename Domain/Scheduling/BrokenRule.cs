using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>A rule that a proposed meeting would break, with what a sentence about it needs. The words are made on the card.</summary>
public abstract record BrokenRule
{
    private BrokenRule()
    {
    }

    /// <summary>False when no other time would mend it.</summary>
    public virtual bool AnotherTimeHelps => true;

    public sealed record InThePast : BrokenRule;

    /// <summary>The clocks jump over that local time.</summary>
    public sealed record SkippedByClockChange : BrokenRule;

    /// <param name="LastDate">The last day of the cycle.</param>
    /// <param name="LastBookable">The last day of the cycle on which the pair can meet; null when there is none left.</param>
    public sealed record BeyondCycle(LocalDate LastDate, LocalDate? LastBookable) : BrokenRule;

    public sealed record InPersonLimit(int Most) : BrokenRule
    {
        public override bool AnotherTimeHelps => false;
    }

    public sealed record TotalLimit(int Most) : BrokenRule
    {
        public override bool AnotherTimeHelps => false;
    }

    public sealed record ModeNotOffered(MeetingMode Mode) : BrokenRule
    {
        public override bool AnotherTimeHelps => false;
    }

    /// <summary>Not a weekday of the programme; for most that is the weekend.</summary>
    public sealed record Weekend(IsoDayOfWeek Day) : BrokenRule;

    /// <summary>A half-term or another closure.</summary>
    /// <param name="NextSchoolDay">Null when the calendar ends before it.</param>
    public sealed record HalfTerm(string Name, LocalDate? NextSchoolDay) : BrokenRule;

    /// <param name="After">The term that is over.</param>
    /// <param name="Before">The term to come.</param>
    /// <param name="NextSchoolDay">Null when the calendar ends before it.</param>
    public sealed record OutOfTerm(string After, string Before, LocalDate? NextSchoolDay) : BrokenRule;

    public sealed record BankHoliday(string Title) : BrokenRule;

    /// <summary>A working day without pupils.</summary>
    public sealed record InServiceDay : BrokenRule;

    /// <summary>Nobody has loaded the terms or bank holidays for then.</summary>
    /// <param name="KnownUntil">Last day of the last term that is known; null when none is.</param>
    public sealed record CalendarNotLoaded(LocalDate? KnownUntil) : BrokenRule;

    public sealed record BeforeHours(LocalTime EarliestStart) : BrokenRule;

    public sealed record AfterHours(LocalTime LatestStart) : BrokenRule;

    public sealed record EndsTooLate(LocalTime LatestEnd) : BrokenRule;

    /// <summary>The days of these people never overlap by the length of the meeting.</summary>
    public sealed record NoCommonHours : BrokenRule;

    public sealed record TooShort(int LeastMinutes) : BrokenRule
    {
        public override bool AnotherTimeHelps => false;
    }

    /// <param name="FirstMeeting">Whether the limit is that of the first meeting.</param>
    public sealed record TooLong(int MostMinutes, bool FirstMeeting) : BrokenRule
    {
        public override bool AnotherTimeHelps => false;
    }

    public sealed record TooManyInMonth(int Most, YearMonth Month) : BrokenRule;

    /// <param name="Other">The day of the meeting that it comes too close to.</param>
    public sealed record TooSoon(int LeastDays, LocalDate Other) : BrokenRule;

    /// <summary>One of them has something else then; nobody is told who.</summary>
    public sealed record NotFree : BrokenRule;
}

/// <summary>Whether a meeting may be at the time proposed.</summary>
public abstract record MeetingCheck
{
    private MeetingCheck()
    {
    }

    /// <param name="Advice">Said once; nothing waits for it.</param>
    public sealed record Allowed(IReadOnlyList<BrokenRule> Advice) : MeetingCheck;

    /// <summary>Everybody has to press <em>we agree</em>.</summary>
    /// <param name="Nearest">Nearest time that needs no yes; null when no time would, or none is free.</param>
    public sealed record NeedsConfirmation(
        IReadOnlyList<BrokenRule> Rules, IReadOnlyList<BrokenRule> Advice, Instant? Nearest) : MeetingCheck;

    /// <param name="Rules">At least one; the first is the one to name.</param>
    /// <param name="Nearest">Nearest time that breaks no rule and at which all are free; null when there is none.</param>
    public sealed record Refused(IReadOnlyList<BrokenRule> Rules, Instant? Nearest) : MeetingCheck
    {
        public BrokenRule Rule => Rules[0];
    }
}
