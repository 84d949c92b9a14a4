namespace PeerBot.Cards;

/// <summary>C27: share a concern: the named contact at any hour. It takes no description.</summary>
public static class ConcernCard
{
    /// <param name="Contact">The named contact.</param>
    /// <param name="Cover">Who answers when the contact is away; null: not known.</param>
    /// <param name="OutOfHours">"Emergency duty team, 0345 …"; null: not known.</param>
    /// <param name="Reader">A supporter contacts the named person; for anyone else the words differ.</param>
    /// <param name="Typed">Words of a concern were typed just now: the card says that they were not kept.</param>
    /// <param name="Call">Opens a Teams call or chat with the contact; null: not possible.</param>
    public sealed record View(
        WorkContact Contact, WorkContact? Cover, Signpost? OutOfHours, IReadOnlyList<Signpost> Wellbeing, PairRole? Reader,
        bool Typed, bool CanAskForCall = true, Uri? Call = null, Uri? Chat = null);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
