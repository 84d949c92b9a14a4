using System.Text.RegularExpressions;
using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>What somebody meant who typed a rhythm in English: "every other tuesday after school for 30 minutes".</summary>
/// <remarks>Read as strictly as <see cref="TypedTime"/>: a word that is about neither a rhythm nor a time makes the text none.</remarks>
public abstract partial record TypedCadence
{
    private const int LongestText = 200;
    private const int MostDates = 12;
    private const int FarthestYears = 10;

    private TypedCadence()
    {
    }

    /// <param name="Minutes">The length, when it was typed too.</param>
    public sealed record Understood(CadencePattern Pattern, int? Minutes = null) : TypedCadence;

    /// <param name="Choices">What it may mean; empty when the answer is open.</param>
    public sealed record Ambiguous(TypedCadenceQuestion Question, IReadOnlyList<CadencePattern> Choices) : TypedCadence;

    public sealed record Impossible(ImpossibleTime What) : TypedCadence;

    public sealed record NotACadence : TypedCadence;

    /// <param name="now">Local time of the person who types.</param>
    /// <param name="schoolDayEnd">What "after school" means; null: it means nothing.</param>
    public static TypedCadence Parse(string text, LocalDateTime now, LocalTime? schoolDayEnd = null)
    {
        if (text.Length > LongestText || TypedToken.Read(text) is not { } tokens) return new NotACadence();
        var reader = new TypedCadenceReader();
        var rest = reader.Take(tokens);
        return reader.FoundNothing ? Dates(text, now, schoolDayEnd) : WithTime(reader, rest, schoolDayEnd);
    }

    private static TypedCadence WithTime(TypedCadenceReader reader, List<TypedToken> rest, LocalTime? schoolDayEnd)
    {
        if (new TypedTimeReader(rest, schoolDayEnd).Read() is not { NamesDay: false, Year: null, Week: WhichWeek.Any } parts) return new NotACadence();

        var raw = parts.Time ?? (parts.Loose is { } hour ? new RawTime(hour, 0) : null);
        if (raw is { } typed && typed.Resolve(parts.PartOfDay) is null) return new Impossible(new ImpossibleTime.NoSuchTime());
        var time = raw?.Resolve(parts.PartOfDay);
        var minutes = parts.MinutesFrom(time);
        if (minutes is <= 0) return new NotACadence();
        if (time is null && parts.PartOfDay is not null) return new Ambiguous(TypedCadenceQuestion.WhatTime, []);
        return reader.Pattern(time) switch
        {
            Understood understood => understood with { Minutes = minutes },
            var other => other,
        };
    }

    /// <summary>"3 December, 14 January and 11 February at 3.30": a time that stands at one of them is that of all.</summary>
    private static TypedCadence Dates(string text, LocalDateTime now, LocalTime? schoolDayEnd)
    {
        var parts = Separator().Split(text.Trim()).Where(part => part.Length > 0).ToList();
        if (parts.Count is < 2 or > MostDates) return new NotACadence();

        var typed = parts.ConvertAll(part => TypedTime.Parse(part, now, schoolDayEnd: schoolDayEnd));
        if (typed.OfType<TypedTime.Impossible>().FirstOrDefault() is { } impossible && typed.TrueForAll(NamesADate)) return new Impossible(impossible.What);
        if (!typed.TrueForAll(t => t is TypedTime.Understood or TypedTime.DateOnly)) return new NotACadence();

        var times = typed.OfType<TypedTime.Understood>().ToList();
        if (times.Count == 0) return new Ambiguous(TypedCadenceQuestion.WhatTime, []);
        var time = times[^1].When.TimeOfDay;
        var dates = typed.Select(t => t is TypedTime.Understood u ? u.When : ((TypedTime.DateOnly)t).Date + time).Distinct().Order().ToList();
        if (dates.Any(date => Math.Abs(date.Year - now.Year) > FarthestYears)) return new NotACadence();
        return new Understood(new CadencePattern.ChosenDates([.. dates]), times.FirstOrDefault(t => t.Minutes is not null)?.Minutes);

        static bool NamesADate(TypedTime one) => one is TypedTime.Understood or TypedTime.DateOnly or TypedTime.Impossible;
    }

    [GeneratedRegex(@"\s*(?:[,;&]|\band\b)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}

public enum TypedCadenceQuestion
{
    /// <summary>"every second tuesday": every two weeks, or the second of each month.</summary>
    WeeksOrMonth,

    /// <summary>"every two weeks": on which day?</summary>
    WhichWeekday,

    /// <summary>"every tuesday and thursday".</summary>
    OneWeekday,

    /// <summary>"monthly on a monday": the first, the last?</summary>
    WhichOfMonth,

    /// <summary>"once a month": on which day?</summary>
    WhichDayOfMonth,

    /// <summary>Not every month has a fifth one.</summary>
    FifthOrLast,

    /// <summary>A part of the day, or dates alone.</summary>
    WhatTime,

    /// <summary>A rhythm that PeerBot cannot keep, such as "twice a week".</summary>
    WhichRhythm,
}
