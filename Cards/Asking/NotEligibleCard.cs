namespace PeerBot.Cards;

/// <summary>U-17: a kind no, with whom to ask.</summary>
public static class NotEligibleCard
{
    /// <param name="Conditions">The conditions of the scheme, from the definition.</param>
    public sealed record View(IReadOnlyList<string> Conditions, WorkContact Coordinator, IReadOnlyList<Signpost> OtherHelp);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
