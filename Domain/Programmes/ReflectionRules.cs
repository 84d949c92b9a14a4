using PeerBot.Domain.Reflection;

namespace PeerBot.Domain.Programmes;

/// <param name="InstrumentRef">Id of a self-evaluation instrument; null only where none is offered.</param>
/// <param name="NameAndDateOptional">Whether the owner may enter a name and date; the bot never fills them in.</param>
public sealed record SelfEvaluationRules(
    bool Enabled,
    string? InstrumentRef,
    IReadOnlyList<Occasion> Occasions,
    bool Optional,
    Visibility Visibility,
    bool Compare,
    bool NameAndDateOptional)
{
    internal static SelfEvaluationRules Read(DefinitionNode node) => new(
        node.Flag("enabled"), node.TextOrNull("instrumentRef"), node.WordList<Occasion>("occasions"), node.Flag("optional"),
        node.Word<Visibility>("visibility"), node.Flag("compare"), node.Flag("nameAndDateOptional", otherwise: true));
}

public enum Visibility
{
    OwnerOnly,
    OwnerMayShareWithPartner,
}

public sealed record ThemeRules(bool Enabled, string? ThemesRef, bool AllowOwn)
{
    internal static ThemeRules Read(DefinitionNode node) => new(node.Flag("enabled"), node.TextOrNull("themesRef"), node.Flag("allowOwn"));
}

public sealed record JournalRules(RequesterJournal Requester, SupporterJournal Supporter, Visibility Visibility, int MaxLength)
{
    internal static JournalRules Read(DefinitionNode node) => new(
        node.Word<RequesterJournal>("requester"), node.Word<SupporterJournal>("supporter"), node.Word<Visibility>("visibility"),
        node.WholeOrNull("maxLength") ?? 1000);
}

public enum RequesterJournal
{
    Off,
    Encouraged,
}

public enum SupporterJournal
{
    Off,
    IfBothAgree,
    Encouraged,
}

/// <param name="Phases">Phases of the bank that the programme uses; empty: all.</param>
public sealed record QuestionBankRules(string Ref, IReadOnlyList<string> Phases)
{
    internal static QuestionBankRules Read(DefinitionNode node) => new(node.Text("ref"), node.Texts("phases"));
}
