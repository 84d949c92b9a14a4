using NodaTime;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Cards;

/// <summary>C11: a meeting and where it stands, for both.</summary>
public static class BookedCard
{
    public enum State
    {
        /// <summary>Agreed; on its way into the calendars.</summary>
        Booking,
        Booked,

        /// <summary>Stands, but the calendar could not be reached yet.</summary>
        CalendarPending,
        Moved,
        Cancelled,
    }

    /// <param name="Start">On the clock of the reader.</param>
    /// <param name="Subject">As it stands in the calendars.</param>
    /// <param name="InPersonNumber">Which of the <paramref name="InPersonMost"/> meetings in person this is; null when not in person or no limit.</param>
    /// <param name="Until">The last date of the cycle; null: none.</param>
    /// <param name="Before">Where it was, when moved.</param>
    /// <param name="ByOther">The other person moved or cancelled it.</param>
    /// <param name="First">The first meeting, from which the months run.</param>
    public sealed record View(
        State State, LocalDateTime Start, int Minutes, MeetingMode Mode, string OtherName, string Subject,
        int? InPersonNumber = null, int? InPersonMost = null, LocalDate? Until = null, Uri? Join = null,
        LocalDateTime? Before = null, bool ByOther = false, bool First = false);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
