using System.Globalization;
using NodaTime;
using PeerBot.Cards;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Between the rhythm of the domain, the words of the card, and the short form that a button carries.</summary>
internal static class Rhythms
{
    public static RhythmCard.Pattern PatternOf(CadencePattern cadence) => cadence switch
    {
        CadencePattern.EveryNWeeks every => new RhythmCard.Pattern.EveryWeeks(every.Weeks),
        CadencePattern.MonthlyByWeekday monthly => new RhythmCard.Pattern.Monthly((int)monthly.Ordinal, monthly.Day),
        _ => new RhythmCard.Pattern.ChooseDates(),
    };

    public static string Pack(CadenceProposal proposal) => string.Join(
        '|',
        proposal.Pattern switch
        {
            CadencePattern.EveryNWeeks every => $"w{every.Weeks}.{(int)every.Day}",
            CadencePattern.MonthlyByWeekday monthly => $"m{(int)monthly.Ordinal}.{(int)monthly.Day}",
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

        CadencePattern? cadence = pattern is [var kind, .. var rest] && rest.Split('.') is var numbers ? (kind, numbers) switch
        {
            ('c', _) => new CadencePattern.ChosenDates([]),
            ('w', [var weeks, var day]) when Within(weeks, 26) is { } every && Within(day, 5) is { } on => new CadencePattern.EveryNWeeks(every, (IsoDayOfWeek)on),
            ('m', [var week, var day]) when Within(week, 5) is { } nth && Within(day, 5) is { } on =>
                new CadencePattern.MonthlyByWeekday((Ordinal)nth, (IsoDayOfWeek)on),
            _ => null,
        } : null;
        return cadence is null ? null : new CadenceProposal(cadence, length, meetingMode, approach.Length == 0 ? null : approach);
    }

    private static int? Within(string text, int most) => int.TryParse(text, out var number) && number >= 1 && number <= most ? number : null;
}
