using NodaTime;

namespace PeerBot.Cards;

/// <summary>The parts of C09: a rhythm in words, what the scheme allows, and the inputs of a pattern.</summary>
internal static class RhythmWords
{
    private static readonly string[] Patterns = ["choose-dates", "every-weeks", "monthly"];

    public static IEnumerable<Line> Of(RhythmCard.Rhythm rhythm, Texts texts)
    {
        yield return new(texts.Plain("Rhythm.When"), Pattern(rhythm.Pattern, texts));
        yield return new(texts.Plain("Rhythm.Minutes"), texts.Length(rhythm.Minutes));
        yield return new(texts.Plain("Rhythm.Mode"), texts.Mode(rhythm.Mode));
        if (rhythm.Approach is { } approach) yield return new(texts.Plain("Rhythm.Approach"), approach);
    }

    public static AdaptiveContainer? Allowed(RhythmCard.Offer offer, Texts texts)
    {
        var lines = new List<string>();
        if (offer is { InPersonLeft: { } left, InPersonMost: { } most }) lines.Add(texts.Say("Rhythm.InPersonLeft", ("left", left), ("most", most)));
        if (offer.LastDate is { } last) lines.Add(texts.Say("Until", ("date", last)));
        else if (offer.Months is { } months) lines.Add(texts.Say("Rhythm.Months", ("months", months)));
        if (offer.FirstMeetingMost is { } minutes) lines.Add(texts.Say("Rhythm.FirstMeeting", ("length", texts.Length(minutes))));
        return lines.Count == 0 ? null : Blocks.Panel([.. lines.Select(line => Blocks.Small(line))]);
    }

    public static string Pattern(RhythmCard.Pattern pattern, Texts texts) => pattern switch
    {
        RhythmCard.Pattern.EveryWeeks { Weeks: 1 } => texts.Plain("Pattern.EveryWeek"),
        RhythmCard.Pattern.EveryWeeks every => texts.Plain("Pattern.EveryWeeks", ("weeks", every.Weeks)),
        RhythmCard.Pattern.Monthly monthly => texts.Plain(
            "Pattern.Monthly", ("week", texts.Plain("WeekOfMonth." + Texts.Digits(monthly.WeekOfMonth))), ("weekday", texts.Weekday(monthly.Weekday))),
        _ => texts.Plain("Pattern.ChooseDates"),
    };

    public static IEnumerable<AdaptiveElement> PatternInputs(RhythmCard.Pattern chosen, CardFrame frame)
    {
        var texts = frame.Texts;
        var (value, weeks, monthly) = chosen switch
        {
            RhythmCard.Pattern.EveryWeeks every => ("every-weeks", every.Weeks, (RhythmCard.Pattern.Monthly?)null),
            RhythmCard.Pattern.Monthly month => ("monthly", 2, month),
            _ => ("choose-dates", 2, null),
        };
        yield return new AdaptiveChoiceSetInput(InputIds.Pattern, frame.Required(texts.Plain("Rhythm.Pattern")),
            [.. Patterns.Select(pattern => new AdaptiveChoice(texts.Plain("PatternChoice." + pattern), pattern))])
        {
            IsRequired = true,
            ErrorMessage = texts.Plain("Rhythm.PatternMissing"),
            Value = value,
        };
        yield return Select(InputIds.Weeks, frame.Optional(texts.Plain("Rhythm.Weeks")), Texts.Digits(weeks),
            [.. Enumerable.Range(1, 8).Select(n => new AdaptiveChoice(texts.Plain(n == 1 ? "Rhythm.WeekCount" : "Rhythm.WeeksCount", ("weeks", n)), Texts.Digits(n)))]);
        yield return Blocks.Row(
            Blocks.Stretch(Select(InputIds.WeekOfMonth, frame.Optional(texts.Plain("Rhythm.WeekOfMonth")), Texts.Digits(monthly?.WeekOfMonth ?? 5),
                [.. Enumerable.Range(1, 5).Select(n => new AdaptiveChoice(texts.Plain("WeekOfMonth." + Texts.Digits(n)), Texts.Digits(n)))])),
            Blocks.Stretch(Select(InputIds.Weekday, frame.Optional(texts.Plain("Rhythm.Weekday")), Texts.Digits((int)(monthly?.Weekday ?? IsoDayOfWeek.Monday)),
                [.. Enumerable.Range(1, 5).Select(n => new AdaptiveChoice(texts.Weekday((IsoDayOfWeek)n), Texts.Digits(n)))])));
    }

    private static AdaptiveChoiceSetInput Select(string id, string label, string value, IReadOnlyList<AdaptiveChoice> choices) =>
        new(id, label, choices) { Style = AdaptiveChoiceInputStyle.Compact, Value = value };
}
