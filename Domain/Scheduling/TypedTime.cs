using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>What somebody meant who typed a date, a time or both in English.</summary>
/// <remarks>
/// Read strictly: a word that is not about a time makes the whole text <see cref="NotATime"/>, for "not thursday" is not Thursday.
/// Days and months are in that order (3/12 is 3 December). A date without a year is the next one, today included. An hour from 1 to 7
/// without am or pm is in the afternoon, because nobody meets at four in the morning; 8 to 11 are in the morning and 12 is noon.
/// </remarks>
public abstract record TypedTime
{
    private const int LongestText = 200;

    private TypedTime()
    {
    }

    /// <param name="Minutes">The length, when it was typed too ("for 45 minutes", "3.30-4.15").</param>
    public sealed record Understood(LocalDateTime When, int? Minutes = null) : TypedTime;

    public sealed record DateOnly(LocalDate Date) : TypedTime;

    public sealed record TimeOnly(LocalTime Time, int? Minutes = null) : TypedTime;

    /// <param name="Choices">Each a time, a date alone or a time alone; empty when the answer is open.</param>
    public sealed record Ambiguous(TypedTimeQuestion Question, IReadOnlyList<TypedTime> Choices) : TypedTime;

    public sealed record Impossible(ImpossibleTime What) : TypedTime;

    public sealed record NotATime : TypedTime;

    /// <param name="now">Local time of the person who types.</param>
    /// <param name="about">The day just spoken of, which a time alone then belongs to; null for none.</param>
    /// <param name="schoolDayEnd">What "after school" means; null: it means nothing.</param>
    /// <param name="calendar">Whose half-term "after half-term" means; null: none is known.</param>
    public static TypedTime Parse(
        string text, LocalDateTime now, LocalDate? about = null, LocalTime? schoolDayEnd = null, SchoolCalendar? calendar = null)
    {
        if (text.Length > LongestText || TypedToken.Read(text) is not { } tokens) return new NotATime();

        var alternatives = TypedToken.SplitAt(tokens, "or");
        if (alternatives.Count == 1) return One(tokens, now, about, schoolDayEnd, calendar);

        // "at 3 or 4": a number alone stands for an hour here.
        var whole = alternatives.ConvertAll(a => a is [{ Kind: TypedTokenKind.Number }] ? [TypedToken.At, .. a] : a);
        var each = whole.ConvertAll(a => One(a, now, about: null, schoolDayEnd, calendar));
        return each.TrueForAll(t => t is Understood or DateOnly or TimeOnly)
            ? new Ambiguous(TypedTimeQuestion.WhichOne, Together(each, about))
            : new NotATime();
    }

    private static TypedTime One(List<TypedToken> tokens, LocalDateTime now, LocalDate? about, LocalTime? schoolDayEnd, SchoolCalendar? calendar)
    {
        if (new TypedTimeReader(tokens, schoolDayEnd).Read() is not { } parts) return new NotATime();

        // "monday 4" may be the fourth or four o'clock; whatever else is said decides it, or the person does.
        if (parts.Loose is { } number)
        {
            var asDay = parts is { Day: null, Month: null, Shift: null } && number is >= 1 and <= 31;
            var asTime = parts.Time is null && parts.NamesDay && number <= 23;
            if (asDay && asTime && parts.Weekday is not null)
            {
                TypedParts[] both = [parts with { Loose = null, Day = number }, parts with { Loose = null, Time = new RawTime(number, 0) }];
                var readings = both.Select(p => Resolve(p, now, about, calendar)).Where(t => t is Understood or DateOnly).ToList();
                return readings.Count == 1 ? readings[0] : new Ambiguous(TypedTimeQuestion.DayOrTime, readings);
            }

            if (asTime) parts = parts with { Loose = null, Time = new RawTime(number, 0) };
            else if (asDay && parts.NamesDay) parts = parts with { Loose = null, Day = number };
            else return new NotATime();
        }

        return Resolve(parts, now, about, calendar);
    }

    private static TypedTime Resolve(TypedParts parts, LocalDateTime now, LocalDate? about, SchoolCalendar? calendar)
    {
        if (parts.Time is { } raw && raw.Resolve(parts.PartOfDay) is null) return new Impossible(new ImpossibleTime.NoSuchTime());
        var time = parts.Time?.Resolve(parts.PartOfDay);
        var minutes = parts.MinutesFrom(time);
        if (minutes is <= 0) return new NotATime();

        return TypedDate.Resolve(parts, time, now, calendar) switch
        {
            TypedDate.None when time is { } t => about is { } day ? new Understood(day + t, minutes) : new TimeOnly(t, minutes),
            TypedDate.None => new NotATime(),
            TypedDate.Day(var date) => With(date, time, minutes),
            TypedDate.Either(var question, var dates) => new Ambiguous(question, [.. dates.Select(d => With(d, time, minutes))]),
            TypedDate.Never(var what) => new Impossible(what),
            var other => throw new InvalidOperationException($"A date is read as {other}, which nothing handles."),
        };
    }

    private static TypedTime With(LocalDate date, LocalTime? time, int? minutes) =>
        time is { } t ? new Understood(date + t, minutes) : new DateOnly(date);

    /// <summary>"thursday or friday at 4": what one of them leaves out, another one says.</summary>
    private static List<TypedTime> Together(List<TypedTime> each, LocalDate? about)
    {
        var times = each.Select(t => t switch { Understood u => u.When.TimeOfDay, TimeOnly o => o.Time, _ => (LocalTime?)null });
        var dates = each.Select(t => t switch { Understood u => u.When.Date, DateOnly o => o.Date, _ => (LocalDate?)null });
        var (time, date) = (times.FirstOrDefault(t => t is not null), dates.FirstOrDefault(d => d is not null) ?? about);
        return each.ConvertAll(t => t switch
        {
            DateOnly d => With(d.Date, time, null),
            TimeOnly o when date is { } d => new Understood(d + o.Time, o.Minutes),
            _ => t,
        });
    }
}

public enum TypedTimeQuestion
{
    /// <summary>A week or a month without a day.</summary>
    WhichDay,

    /// <summary>"next friday", while this week's is still to come.</summary>
    WhichWeek,

    /// <summary>"monday 4": the fourth, or four o'clock.</summary>
    DayOrTime,

    /// <summary>Two or more were named.</summary>
    WhichOne,
}

public abstract record ImpossibleTime
{
    private ImpossibleTime()
    {
    }

    /// <summary>Such as 31 November.</summary>
    /// <param name="Year">Null when none was typed.</param>
    public sealed record NoSuchDate(int Day, int Month, int? Year) : ImpossibleTime;

    /// <summary>"after half-term", and no calendar knows of one to come.</summary>
    public sealed record NoHalfTermKnown : ImpossibleTime;

    /// <summary>Such as 25:00 or 13pm.</summary>
    public sealed record NoSuchTime : ImpossibleTime;

    /// <summary>The date is another weekday than was typed.</summary>
    /// <param name="Date">The date, with the weekday that it has.</param>
    /// <param name="NextAgreeing">The first date within a year on which both agree; null when there is none, or the month was typed.</param>
    public sealed record WeekdayMismatch(IsoDayOfWeek Typed, LocalDate Date, LocalDate? NextAgreeing) : ImpossibleTime;
}
