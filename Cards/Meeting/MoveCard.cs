using NodaTime;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Cards;

/// <summary>C18: move or cancel; no reason is asked.</summary>
public static class MoveCard
{
    /// <param name="Cancelling">The reader pressed "cancel": the same card, with cancelling first in its words.</param>
    public sealed record View(
        LocalDateTime Start, int Minutes, MeetingMode Mode, string OtherName, IReadOnlyList<Slot> Slots, bool More, bool Cancelling = false);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
