namespace PeerBot.Cards;

/// <summary>C04: the choices in order, confidentiality with its exception, and the tick.</summary>
public static class ConfirmChoicesCard
{
    public sealed record View(IReadOnlyList<Picked> Choices, Confidentiality Confidentiality, IReadOnlyList<Signpost> OtherHelp, bool TickMissing = false);

    /// <param name="Key">Short opaque value that the presses carry.</param>
    public sealed record Picked(string Key, string Name, string Organisation);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
