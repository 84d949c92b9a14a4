namespace PeerBot.Domain.Programmes;

/// <param name="Statement">Holds the exception in the same paragraph (S2-32).</param>
public sealed record ConfidentialityRules(LocalText Statement, IReadOnlyList<string> Exceptions, DisclosureRules Disclosure);

/// <param name="StoreContent">Always false: the schema knows no other value, and the bot has nowhere to put it.</param>
public sealed record DisclosureRules(bool Enabled, string NamedContactRef, ContactedBy ContactedBy, bool StoreContent);

public enum ContactedBy
{
    Supporter,
    Anyone,
}

public sealed record SupervisionRules(
    bool OfferedToAll,
    bool Requestable,
    int? OfferEverySchoolWeeks = null,
    string? SupervisorContactRef = null);
