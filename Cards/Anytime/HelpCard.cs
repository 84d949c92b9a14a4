namespace PeerBot.Cards;

/// <summary>help: what can be typed, at any step.</summary>
public static class HelpCard
{
    /// <param name="Waiting">What PeerBot was asking about ("picking a time"), so that the reader can carry on; null: nothing.</param>
    public sealed record View(string? Waiting, WorkContact? Coordinator, bool CanConcern = true);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
