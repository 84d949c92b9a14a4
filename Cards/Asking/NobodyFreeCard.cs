namespace PeerBot.Cards;

/// <summary>U-01: no supporter is free; what can be done now.</summary>
public static class NobodyFreeCard
{
    public sealed record View(IReadOnlyList<Signpost> OtherHelp);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
