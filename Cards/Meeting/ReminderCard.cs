using NodaTime;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Cards;

/// <summary>C15: a reminder with a question to bring, or a tip.</summary>
public static class ReminderCard
{
    /// <param name="Question">An open question to bring; null for none.</param>
    /// <param name="Tip">A listening tip, for a supporter.</param>
    /// <param name="CheckIn">"How is your world at the moment?", where the programme has such a line.</param>
    public sealed record View(
        LocalDateTime Start, int Minutes, MeetingMode Mode, string OtherName, Uri? Join = null,
        string? Question = null, string? Tip = null, string? CheckIn = null);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
