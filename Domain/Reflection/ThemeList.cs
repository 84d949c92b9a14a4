namespace PeerBot.Domain.Reflection;

/// <summary>Themes to prompt thinking. Not a checklist: nothing about them is ticked or counted.</summary>
/// <param name="EvidenceQuestion">Shown with every theme, with a private box (S3-33).</param>
/// <param name="UnderpinnedBy">The quality indicators behind the list, with their date (S3-34).</param>
public sealed record ThemeList(
    string Id, int Version, string Title, string Preamble, bool AllowOwn, IReadOnlyList<Theme> Themes, string EvidenceQuestion,
    string UnderpinnedBy);

/// <param name="SourceText">As printed, faults included.</param>
/// <param name="RelatedStatements">Statements of the self-evaluation that say the same, so that an answer can suggest the theme.</param>
public sealed record Theme(string Id, int Number, string SourceText, string DisplayText, IReadOnlyList<string> RelatedStatements);
