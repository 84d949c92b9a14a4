namespace PeerBot.Domain.Reflection;

internal static class InstrumentReader
{
    private const int LevelCount = 4;

    /// <summary>Null when the file is faulty.</summary>
    public static SelfEvaluationInstrument? Read(InstrumentDocument document)
    {
        var root = document.Root;
        var levels = root.Children("levels")
            .Select(level => new ConfidenceLevel((Confidence)level.Whole("value"), level.Text("label"))).ToList();
        if (!levels.Select(level => (int)level.Value).SequenceEqual(Enumerable.Range(1, LevelCount)))
            document.Expect("levels", $"exactly {LevelCount} levels with the values 1 to {LevelCount} in order");

        var sections = root.Children("sections").Select(Section).ToList();
        if (!sections.Select(section => section.Order).SequenceEqual(Enumerable.Range(1, sections.Count)))
            document.Expect("sections", "the orders 1, 2, 3 … as the sections stand in the file");
        root.ExpectDistinct(sections.Select(section => section.Id), "sections");
        root.ExpectDistinct(sections.SelectMany(section => section.Statements).Select(statement => statement.Id), "sections");

        var count = sections.Sum(section => section.Statements.Count);
        if (root.Whole("statementCount") != count)
            document.Expect("statementCount", $"the number of statements in the file, which is {count}");

        var instrument = (
            Id: root.Text("id"), Version: root.Whole("version"), Title: root.Text("title"), Heading: root.Text("documentHeading"),
            Note: root.Text("recordKeepingNote"), Instruction: root.Text("instruction"),
            Evidence: root.Child("evidencePrompt").Text("text"));
        return document.IsFaulty
            ? null
            : new(
                instrument.Id, instrument.Version, instrument.Title, instrument.Heading, instrument.Note, instrument.Instruction,
                instrument.Evidence, levels, sections);
    }

    /// <summary>The sources end their stems with a dash or with dots; people see one form.</summary>
    internal static string NormalStem(string stem) =>
        stem.Length == 0 ? stem : stem.TrimEnd(' ', '-', '–', '—', '.', '…', ':') + " …";

    private static InstrumentSection Section(InstrumentDocument.Entry section) => new(
        section.Text("id"),
        section.Whole("order"),
        section.Text("title"),
        NormalStem(section.Text("stem")),
        [.. section.Children("statements").Select(Statement)],
        section.Text("evidencePrompt"));

    private static InstrumentStatement Statement(InstrumentDocument.Entry statement)
    {
        var text = statement.Text("text");
        return new(statement.Text("id"), text, statement.OptionalText("displayText") ?? text);
    }
}
