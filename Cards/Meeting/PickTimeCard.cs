using NodaTime;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Cards;

/// <summary>C10: times that both have free.</summary>
public static class PickTimeCard
{
    public const int SlotsMost = 3;

    /// <param name="Slots">At most three, soonest first; none: only the typed time is offered.</param>
    /// <param name="Earliest">First and last date for the typed date; null: no limit.</param>
    /// <param name="Problem">What was wrong with the last try, in one sentence.</param>
    public sealed record View(
        string OtherName, IReadOnlyList<Slot> Slots, int Minutes, MeetingMode Mode, bool More,
        LocalDate? Earliest = null, LocalDate? Latest = null, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
