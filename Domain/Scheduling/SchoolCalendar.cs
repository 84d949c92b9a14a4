using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>A stretch of teaching, both days included; a half-term does not split it.</summary>
public sealed record Term(string Name, DateInterval Dates);

/// <summary>Days within or beside a term on which schools are closed, both days included.</summary>
public sealed record Closure(string Name, DateInterval Dates);

/// <summary>What the calendar says of one date.</summary>
public abstract record DayKind
{
    private DayKind()
    {
    }

    public sealed record SchoolDay(Term Term) : DayKind;

    /// <summary>A working day without pupils; it may lie just outside a term.</summary>
    public sealed record InService : DayKind;

    public sealed record Closed(Closure Closure) : DayKind;

    /// <summary>Between two terms that are both known.</summary>
    public sealed record OutOfTerm(Term Last, Term Next) : DayKind;

    /// <summary>In term, but a bank holiday; whether that matters is the programme's rule.</summary>
    public sealed record BankHoliday(string Title) : DayKind;

    /// <summary>Not one of the weekdays of the programme.</summary>
    public sealed record OtherWeekday(IsoDayOfWeek Day) : DayKind;

    /// <summary>Before the first term or after the last one that is known: nobody can say whether schools are open.</summary>
    public sealed record NotLoaded : DayKind;
}

/// <summary>The terms and closures of a council or a school over one or more school years.</summary>
public sealed class SchoolCalendar
{
    /// <summary>Days of a break within a school session.</summary>
    private const int LongestBreak = 28;

    /// <param name="terms">In order of time.</param>
    /// <exception cref="ArgumentException">The terms are out of order or overlap.</exception>
    public SchoolCalendar(
        string id, IReadOnlyList<Term> terms, IReadOnlyList<Closure> closures, IReadOnlySet<LocalDate> inServiceDays, BankHolidays holidays)
    {
        for (var i = 1; i < terms.Count; i++)
        {
            if (terms[i].Dates.Start <= terms[i - 1].Dates.End)
                throw new ArgumentException($"{id}: {terms[i].Name} starts before {terms[i - 1].Name} is over.", nameof(terms));
        }

        Id = id;
        Terms = terms;
        Closures = closures;
        InServiceDays = inServiceDays;
        Holidays = holidays;
    }

    public string Id { get; }

    public IReadOnlyList<Term> Terms { get; }

    public IReadOnlyList<Closure> Closures { get; }

    public IReadOnlySet<LocalDate> InServiceDays { get; }

    public BankHolidays Holidays { get; }

    /// <summary>Last day of the last term that is known; null when no term is.</summary>
    public LocalDate? KnownUntil => Terms.Count == 0 ? null : Terms[^1].Dates.End;

    /// <summary>Stands where a calendar is named that nobody has loaded: every date is unknown.</summary>
    public static SchoolCalendar NotLoaded(string id, BankHolidays holidays) => new(id, [], [], new HashSet<LocalDate>(), holidays);

    /// <summary>What kind of day this is, weekdays apart: which weekdays count is the programme's to say.</summary>
    public DayKind On(LocalDate date)
    {
        // In-service days come first: in Scotland they are often the two days before a term starts.
        if (InServiceDays.Contains(date)) return new DayKind.InService();

        for (var i = 0; i < Terms.Count; i++)
        {
            var term = Terms[i];
            if (date < term.Dates.Start)
                return i == 0 ? new DayKind.NotLoaded() : new DayKind.OutOfTerm(Terms[i - 1], term);
            if (date <= term.Dates.End) return InTerm(date, term);
        }

        return new DayKind.NotLoaded();
    }

    /// <summary>Last day of the school session that a date belongs to: a break of more than four weeks ends it. Null: no term is known then.</summary>
    public LocalDate? SessionEnd(LocalDate date)
    {
        var at = 0;
        while (at < Terms.Count && Terms[at].Dates.End < date) at++;
        while (at + 1 < Terms.Count && Period.DaysBetween(Terms[at].Dates.End, Terms[at + 1].Dates.Start) <= LongestBreak) at++;
        return at < Terms.Count ? Terms[at].Dates.End : null;
    }

    /// <summary>The same calendar with one closure more, such as a snow day.</summary>
    public SchoolCalendar With(Closure closure) => new(Id, Terms, [.. Closures, closure], InServiceDays, Holidays);

    /// <summary>The same calendar with one bank holiday more; some come by proclamation a few weeks ahead.</summary>
    public SchoolCalendar WithHoliday(LocalDate date, string title) =>
        new(Id, Terms, Closures, InServiceDays, Holidays.With(date, title));

    private DayKind InTerm(LocalDate date, Term term)
    {
        foreach (var closure in Closures)
        {
            if (closure.Dates.Contains(date)) return new DayKind.Closed(closure);
        }

        return Holidays.TitleOn(date) is { } title ? new DayKind.BankHoliday(title) : new DayKind.SchoolDay(term);
    }
}
