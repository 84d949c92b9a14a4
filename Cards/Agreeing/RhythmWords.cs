using NodaTime;

namespace PeerBot.Cards;

/// <summary>The parts of C09: a rhythm in words, what the scheme allows, and the inputs of a pattern.</summary>
internal static class RhythmWords
{
    private static readonly string[] Patterns = ["choose-dates", "every-weeks", "monthly", "once-a-term", "as-agreed"];

    public static IEnumerable<Line> Of(RhythmCard.Rhythm rhythm, Texts texts)
    {
        yield return new(texts.Plain("Rhythm.When"), Pattern(rhythm.Pattern, texts));
        yield return new(texts.Plain("Rhythm.Minutes"), texts.Length(rhythm.Minutes));
        yield return new(texts.Plain("Rhythm.Mode"), texts.Mode(rhythm.Mode));
        if (rhythm.MayMiss is { } missing) yield return new(texts.Plain("Rhythm.Quorum"), texts.Plain(missing > 0 ? "Rhythm.QuorumAllButOne" : "Rhythm.QuorumAll"));
        if (rhythm.Approach is { } approach) yield return new(texts.Plain("Rhythm.Approach"), approach);
    }

    public static AdaptiveContainer? Allowed(RhythmCard.Offer offer, Texts texts)
    {
        var lines = new List<string>();
        if (offer is { InPersonLeft: { } left, InPersonMost: { } most })
            lines.Add(texts.Say("Rhythm.InPersonLeft", ("left", left), ("most", most)));
        if (offer.LastDate is { } last) lines.Add(texts.Say("Until", ("date", last)));
        else if (offer.Months is { } months) lines.Add(texts.Say("Rhythm.Months", ("months", months)));
        if (offer.FirstMeetingMost is { } minutes) lines.Add(texts.Say("Rhythm.FirstMeeting", ("length", texts.Length(minutes))));
        return lines.Count == 0 ? null : Blocks.Panel([.. lines.Select(line => Blocks.Small(line))]);
    }

    public static string Pattern(RhythmCard.Pattern pattern, Texts texts) => pattern switch
    {
        RhythmCard.Pattern.EveryWeeks { Weeks: 1, Time: { } time } every => texts.Plain("Pattern.EveryWeekAt", ("weekday", texts.Weekday(every.Weekday)), ("time", time)),
        RhythmCard.Pattern.EveryWeeks { Weeks: 1 } every => texts.Plain("Pattern.EveryWeek", ("weekday", texts.Weekday(every.Weekday))),
        RhythmCard.Pattern.EveryWeeks { Time: { } time } every =>
            texts.Plain("Pattern.EveryWeeksAt", ("weeks", every.Weeks), ("weekday", texts.Weekday(every.Weekday)), ("time", time)),
        RhythmCard.Pattern.EveryWeeks every => texts.Plain("Pattern.EveryWeeks", ("weeks", every.Weeks), ("weekday", texts.Weekday(every.Weekday))),
        RhythmCard.Pattern.Monthly { Time: { } time } monthly =>
            texts.Plain("Pattern.MonthlyAt", ("week", Week(monthly, texts)), ("weekday", texts.Weekday(monthly.Weekday)), ("time", time)),
        RhythmCard.Pattern.Monthly monthly => texts.Plain("Pattern.Monthly", ("week", Week(monthly, texts)), ("weekday", texts.Weekday(monthly.Weekday))),
        RhythmCard.Pattern.OncePerTerm { Weekday: { } day, Time: { } time } =>
            texts.Plain("Pattern.OncePerTermOnAt", ("weekday", texts.Weekday(day)), ("time", time)),
        RhythmCard.Pattern.OncePerTerm { Weekday: { } day } => texts.Plain("Pattern.OncePerTermOn", ("weekday", texts.Weekday(day))),
        RhythmCard.Pattern.OncePerTerm { Time: { } time } => texts.Plain("Pattern.OncePerTermAt", ("time", time)),
        RhythmCard.Pattern.OncePerTerm => texts.Plain("Pattern.OncePerTerm"),
        RhythmCard.Pattern.ChooseDates { Dates.Count: > 0 } chosen => string.Join(texts.Plain("List.Semicolon"), chosen.Dates.Select(date => texts.DateTime(date))),
        RhythmCard.Pattern.AsAgreed => texts.Plain("Pattern.AsAgreed"),
        _ => texts.Plain("Pattern.ChooseDates"),
    };

    private static string Week(RhythmCard.Pattern.Monthly monthly, Texts texts) => texts.Plain("WeekOfMonth." + Texts.Digits(monthly.WeekOfMonth));

    public static IEnumerable<AdaptiveElement> PatternInputs(RhythmCard.Pattern chosen, CardFrame frame)
    {
        var texts = frame.Texts;
        var (value, weeks, week, day, time) = chosen switch
        {
            RhythmCard.Pattern.EveryWeeks every => ("every-weeks", every.Weeks, 5, every.Weekday, every.Time),
            RhythmCard.Pattern.Monthly month => ("monthly", 2, month.WeekOfMonth, month.Weekday, month.Time),
            RhythmCard.Pattern.OncePerTerm term => ("once-a-term", 2, 5, term.Weekday ?? IsoDayOfWeek.Monday, term.Time),
            RhythmCard.Pattern.AsAgreed => ("as-agreed", 2, 5, IsoDayOfWeek.Monday, (LocalTime?)null),
            _ => ("choose-dates", 2, 5, IsoDayOfWeek.Monday, null),
        };
        yield return new AdaptiveChoiceSetInput(InputIds.Pattern, frame.Required(texts.Plain("Rhythm.Pattern")),
            [.. Patterns.Select(pattern => new AdaptiveChoice(texts.Plain("PatternChoice." + pattern), pattern))])
        {
            IsRequired = true,
            ErrorMessage = texts.Plain("Rhythm.PatternMissing"),
            Value = value,
        };
        yield return Select(InputIds.Weeks, frame.Optional(texts.Plain("Rhythm.Weeks")), weeks, 8,
            n => texts.Plain(n == 1 ? "Rhythm.WeekCount" : "Rhythm.WeeksCount", ("weeks", n)));
        yield return Blocks.Row(
            Blocks.Stretch(Select(InputIds.WeekOfMonth, frame.Optional(texts.Plain("Rhythm.WeekOfMonth")), week, 5,
                n => texts.Plain("WeekOfMonth." + Texts.Digits(n)))),
            Blocks.Stretch(Select(InputIds.Weekday, frame.Optional(texts.Plain("Rhythm.Weekday")), (int)day, 5,
                n => texts.Weekday((IsoDayOfWeek)n))));
        yield return new AdaptiveTimeInput(InputIds.Time, frame.Optional(texts.Plain("Rhythm.Time")))
        {
            Value = time?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    private static AdaptiveChoiceSetInput Select(string id, string label, int value, int most, Func<int, string> words) =>
        new(id, label, [.. Enumerable.Range(1, most).Select(n => new AdaptiveChoice(words(n), Texts.Digits(n)))])
        {
            Style = AdaptiveChoiceInputStyle.Compact,
            Value = Texts.Digits(value),
        };
}
