using NodaTime;

namespace PeerBot.Cards;

/// <summary>C06: not this time, for the supporter.</summary>
public static class DeclineCard
{
    /// <param name="Today">The first date that can be chosen is the day after.</param>
    public sealed record View(LocalDate Today, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
