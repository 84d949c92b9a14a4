namespace PeerBot.Domain.Programmes;

/// <param name="Statement">Holds the exception in the same paragraph (S2-32).</param>
public sealed record ConfidentialityRules(LocalText Statement, IReadOnlyList<string> Exceptions, DisclosureRules Disclosure)
{
    internal static ConfidentialityRules Read(DefinitionNode node) =>
        new(node.Words("statement"), node.Phrases("exceptions"), DisclosureRules.Read(node.Child("disclosure")));
}

/// <param name="StoreContent">Always false: the schema knows no other value, and the bot has nowhere to put it.</param>
public sealed record DisclosureRules(bool Enabled, string NamedContactRef, ContactedBy ContactedBy, bool StoreContent)
{
    internal static DisclosureRules Read(DefinitionNode node) => new(
        node.Flag("enabled"), node.Text("namedContactRef"), node.Word<ContactedBy>("contactedBy"), node.Flag("storeContent"));
}

public enum ContactedBy
{
    Supporter,
    Anyone,
}

public sealed record SupervisionRules(
    bool OfferedToAll,
    bool Requestable,
    int? OfferEverySchoolWeeks,
    string? SupervisorContactRef)
{
    internal static SupervisionRules Read(DefinitionNode node) => new(
        node.Flag("offeredToAll"), node.Flag("requestable"), node.WholeOrNull("offerEverySchoolWeeks"),
        node.TextOrNull("supervisorContactRef"));
}
