using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PeerBot.Cards;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Between the rhythm of the domain, the words of the card, and the short form that a button carries.</summary>
internal static class Rhythms
{
    private const int MostDates = 12;

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly LocalDateTimePattern DayAndClock = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmm");

    public static RhythmCard.Pattern PatternOf(CadencePattern cadence) => cadence switch
    {
        CadencePattern.EveryNWeeks every => new RhythmCard.Pattern.EveryWeeks(every.Weeks, every.Day, every.Time),
        CadencePattern.MonthlyByWeekday monthly => new RhythmCard.Pattern.Monthly((int)monthly.Ordinal, monthly.Day, monthly.Time),
        CadencePattern.OncePerTerm term => new RhythmCard.Pattern.OncePerTerm(term.Day, term.Time),
        CadencePattern.AsAgreed => new RhythmCard.Pattern.AsAgreed(),
        CadencePattern.ChosenDates chosen => new RhythmCard.Pattern.ChooseDates(chosen.Dates),
        _ => throw new InvalidOperationException($"A rhythm is {cadence.GetType().Name}, which no card shows."),
    };

    public static RhythmCard.Rhythm Shown(CadencePattern pattern, int minutes, MeetingMode mode, string? approach, FlowContext context) =>
        new(PatternOf(pattern), minutes, mode, ApproachShown(approach, context));

    public static string Pack(CadenceProposal proposal) => string.Join(
        '|',
        proposal.Pattern switch
        {
            CadencePattern.EveryNWeeks every => $"w{every.Weeks}.{(int)every.Day}{At(every.Time)}",
            CadencePattern.MonthlyByWeekday monthly => $"m{(int)monthly.Ordinal}.{(int)monthly.Day}{At(monthly.Time)}",
            CadencePattern.OncePerTerm term => $"t{(int?)term.Day ?? 0}{At(term.Time)}",
            CadencePattern.AsAgreed => "a",
            CadencePattern.ChosenDates chosen => "c" + string.Join('.', chosen.Dates.Select(DayAndClock.Format)),
            _ => throw new InvalidOperationException($"A rhythm is {proposal.Pattern.GetType().Name}, which no button carries."),
        },
        proposal.Minutes.ToString(CultureInfo.InvariantCulture), ModeValues.Of(proposal.Mode), proposal.Approach ?? "",
        proposal.MayMiss.ToString(CultureInfo.InvariantCulture));

    /// <returns>Null for anything that <see cref="Pack"/> did not make.</returns>
    public static CadenceProposal? Unpack(string? packed)
    {
        if (packed?.Split('|') is not [[var kind, .. var rest], var minutes, var mode, var approach, .. var missing]
            || !int.TryParse(minutes, out var length) || length is < 5 or > 480 || ModeValues.Parse(mode) is not { } meetingMode
            || TimeOf(rest) is not var (numbers, time))
        {
            return null;
        }

        CadencePattern? cadence = (kind, numbers) switch
        {
            ('c', _) => DatesOf(rest),
            ('a', [""]) => new CadencePattern.AsAgreed(),
            ('t', ["0"]) => new CadencePattern.OncePerTerm(null, time),
            ('t', [var day]) when Within(day, 7) is { } on => new CadencePattern.OncePerTerm((IsoDayOfWeek)on, time),
            ('w', [var weeks, var day]) when Within(weeks, 26) is { } every && Within(day, 7) is { } on => new CadencePattern.EveryNWeeks(every, (IsoDayOfWeek)on, time),
            ('m', [var week, var day]) when Within(week, 5) is { } nth && Within(day, 7) is { } on =>
                new CadencePattern.MonthlyByWeekday((Ordinal)nth, (IsoDayOfWeek)on, time),
            _ => null,
        };
        return cadence is null ? null : new CadenceProposal(cadence, length, meetingMode, approach.Length == 0 ? null : approach, missing is ["1"] ? 1 : 0);
    }

    /// <summary>A choice of the definition's, in whichever of its languages, as it is kept: in British English; null for words of somebody's own.</summary>
    public static string? ApproachKept(string? approach, FlowContext context) => Approach(approach, context, Original(context));

    /// <summary>What is kept, in the reader's language.</summary>
    public static string? ApproachShown(string? kept, FlowContext context) => Approach(kept, context, context.Programme.Cycle.Approaches);

    private static string? Approach(string? approach, FlowContext context, IReadOnlyList<string> language) =>
        new[] { Original(context), context.Programme.Cycle.Approaches }.Select(list => list.ToList().IndexOf(approach ?? "")).FirstOrDefault(at => at >= 0, -1) is var at and >= 0
            ? language[at]
            : null;

    private static IReadOnlyList<string> Original(FlowContext context) => context.Turn.Programme(context.Programme.Key).Cycle.Approaches;

    /// <summary>A time as a field or a button sends it; null for anything else.</summary>
    public static LocalTime? TimeOfDay(string? text) => text is not null && Clock.Parse(text) is { Success: true, Value: var time } ? time : null;

    private static string At(LocalTime? time) => time is { } at ? "-" + Clock.Format(at) : "";

    private static (string[] Numbers, LocalTime? Time)? TimeOf(string rest) => rest.Split('-') switch
    {
        [var numbers] => (numbers.Split('.'), null),
        [var numbers, var clock] when TimeOfDay(clock) is { } time => (numbers.Split('.'), time),
        _ => null,
    };

    private static CadencePattern.ChosenDates? DatesOf(string rest)
    {
        var parsed = rest.Length == 0 ? [] : rest.Split('.').Take(MostDates + 1).Select(DayAndClock.Parse).ToList();
        return parsed.Count <= MostDates && parsed.TrueForAll(one => one is { Success: true, Value.Year: > 2000 and < 2200 }) ? new CadencePattern.ChosenDates([.. parsed.Select(one => one.Value)]) : null;
    }

    private static int? Within(string text, int most) => int.TryParse(text, out var number) && number >= 1 && number <= most ? number : null;
}
