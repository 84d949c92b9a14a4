namespace PeerBot.Domain.Reflection;

/// <summary>How sure somebody is of one statement. The order is for progress arrows; the number is never shown or added up.</summary>
public enum Confidence
{
    Less = 1,
    Quite,
    Confident,
    Very,
}

/// <summary>A table of statements by section, quoted from its source.</summary>
/// <param name="Heading">Heading of the source document.</param>
/// <param name="RecordKeepingNote">Says that name and date are optional (S3-36).</param>
/// <param name="Levels">The four choices of every statement, in order.</param>
public sealed record SelfEvaluationInstrument(
    string Id,
    int Version,
    string Title,
    string Heading,
    string RecordKeepingNote,
    string Instruction,
    string EvidencePrompt,
    IReadOnlyList<ConfidenceLevel> Levels,
    IReadOnlyList<InstrumentSection> Sections)
{
    private readonly Dictionary<string, InstrumentSection> sectionsByStatement = Sections
        .SelectMany(section => section.Statements.Select(statement => (statement.Id, section)))
        .ToDictionary(pair => pair.Id, pair => pair.section, StringComparer.Ordinal);

    public int StatementCount => sectionsByStatement.Count;

    public InstrumentSection? Section(string id) => Sections.FirstOrDefault(section => section.Id == id);

    public InstrumentSection? SectionOf(string statementId) => sectionsByStatement.GetValueOrDefault(statementId);

    /// <summary>The section after this one; null after the last.</summary>
    public InstrumentSection? After(InstrumentSection section) => Sections.FirstOrDefault(other => other.Order == section.Order + 1);

    public string LabelOf(Confidence confidence) => Levels[(int)confidence - 1].Label;
}

public sealed record ConfidenceLevel(Confidence Value, string Label);

/// <param name="Order">1 for the first.</param>
/// <param name="Stem">The beginning of every statement, once and in one form: "I am able to …".</param>
public sealed record InstrumentSection(
    string Id, int Order, string Title, string Stem, IReadOnlyList<InstrumentStatement> Statements, string EvidencePrompt);

/// <param name="Text">Word for word as in the source.</param>
/// <param name="DisplayText">As shown; differs where the source has a printing fault.</param>
public sealed record InstrumentStatement(string Id, string Text, string DisplayText);
