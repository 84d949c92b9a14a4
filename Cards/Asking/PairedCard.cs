using NodaTime;

namespace PeerBot.Cards;

/// <summary>C07: you are paired. Only the supporter's view has the note.</summary>
public static class PairedCard
{
    /// <param name="Chat">Opens a Teams chat with the other person; null when there is no way to.</param>
    public abstract record View(string OtherName, string OtherOrganisation, Pairing Pairing, Uri? Chat)
    {
        public sealed record ForRequester(string OtherName, string OtherOrganisation, Pairing Pairing, Uri? Chat)
            : View(OtherName, OtherOrganisation, Pairing, Chat);

        public sealed record ForSupporter(string OtherName, string OtherOrganisation, Pairing Pairing, Uri? Chat, string? Note)
            : View(OtherName, OtherOrganisation, Pairing, Chat);
    }

    /// <summary>What both are told.</summary>
    /// <param name="FirstContactBy">Null: either of the two.</param>
    /// <param name="Months">Longest time from the first meeting; null: no limit.</param>
    /// <param name="InPerson">Most meetings in person; null: no limit.</param>
    public sealed record Pairing(
        PairRole? FirstContactBy, LocalDate By, int? Months, int? InPerson, LocalTime ContactFrom, LocalTime ContactTo,
        bool TermTimeOnly, bool PersonalPhonesNever);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}

public enum PairRole
{
    Requester,
    Supporter,
}
