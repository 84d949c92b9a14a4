using NodaTime;

namespace PeerBot.Cards;

/// <summary>C16: did you meet? for both.</summary>
public static class DidYouMeetCard
{
    /// <param name="Differ">The two answers differ; both are asked once more.</param>
    public sealed record View(LocalDateTime Start, string OtherName, bool Differ = false);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
