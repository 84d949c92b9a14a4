using NodaTime;

namespace PeerBot.Cards;

/// <summary>C05: will you support? for the supporter. It has no place for the note, which is seen after acceptance only.</summary>
public static class AskCard
{
    /// <param name="Area">A value of <see cref="Areas.All"/>; null when not said.</param>
    /// <param name="Mode">A value of <see cref="ModeValues"/>.</param>
    /// <param name="PlacesLeft">How many more this supporter has room for, this one included.</param>
    /// <param name="Reminder">The second time of asking.</param>
    public sealed record View(
        string RequesterName, string Organisation, string? Area, string Mode, LocalDateTime AnswerBy, int PlacesLeft,
        Confidentiality Confidentiality, bool Reminder = false);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
