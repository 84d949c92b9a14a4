using System.Globalization;
using NodaTime;
using PeerBot.Cards;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Between the rhythm of the domain, the words of the card, and the short form that a button carries.</summary>
internal static class Rhythms
{
    public static RhythmCard.Pattern PatternOf(Cadence cadence) => cadence switch
    {
        Cadence.EveryNWeeks every => new RhythmCard.Pattern.EveryWeeks(every.Weeks),
        Cadence.MonthlyByWeekday monthly => new RhythmCard.Pattern.Monthly(WeekOf(monthly.Ordinal), monthly.Weekday),
        _ => new RhythmCard.Pattern.ChooseDates(),
    };

    public static WeekOfMonth OrdinalOf(int week) => week == 5 ? WeekOfMonth.Last : (WeekOfMonth)week;

    public static string Pack(CadenceProposal proposal) => string.Join(
        '|',
        proposal.Pattern switch
        {
            Cadence.EveryNWeeks every => $"w{every.Weeks}",
            Cadence.MonthlyByWeekday monthly => $"m{WeekOf(monthly.Ordinal)}.{(int)monthly.Weekday}",
            _ => "c",
        },
        proposal.Minutes.ToString(CultureInfo.InvariantCulture), ModeValues.Of(proposal.Mode), proposal.Approach ?? "");

    /// <returns>Null for anything that <see cref="Pack"/> did not make.</returns>
    public static CadenceProposal? Unpack(string? packed)
    {
        if (packed?.Split('|') is not [var pattern, var minutes, var mode, var approach]
            || !int.TryParse(minutes, out var length) || length is < 5 or > 480 || ModeValues.Parse(mode) is not { } meetingMode)
        {
            return null;
        }

        Cadence? cadence = pattern switch
        {
            "c" => new Cadence.ChosenDates([]),
            ['w', .. var weeks] when int.TryParse(weeks, out var every) && every is >= 1 and <= 26 => new Cadence.EveryNWeeks(every),
            ['m', var week and >= '1' and <= '5', '.', var day and >= '1' and <= '5'] =>
                new Cadence.MonthlyByWeekday(OrdinalOf(week - '0'), (IsoDayOfWeek)(day - '0')),
            _ => null,
        };
        return cadence is null ? null : new CadenceProposal(cadence, length, meetingMode, approach.Length == 0 ? null : approach);
    }

    private static int WeekOf(WeekOfMonth week) => week == WeekOfMonth.Last ? 5 : (int)week;
}
