namespace PeerBot.Domain.Reflection;

public enum ConfidenceChange
{
    MoreConfident,
    Same,
    LessConfident,
}

/// <summary>One statement then and now, in words.</summary>
/// <param name="Was">Label of the level; null where it was left blank.</param>
/// <param name="Now">Label of the level; null where it was left blank.</param>
/// <param name="Change">Null where one of the two is blank.</param>
public sealed record StatementChange(
    InstrumentSection Section, InstrumentStatement Statement, string? Was, string? Now, ConfidenceChange? Change);

/// <summary>Two looks side by side. There is no total, mean or score: the source has none, and people are not measured here.</summary>
public static class SelfEvaluationComparison
{
    /// <summary>Every statement of the instrument in its order, also those left blank both times.</summary>
    public static IReadOnlyList<StatementChange> Compare(
        SelfEvaluationInstrument instrument, SelfEvaluation before, SelfEvaluation after) =>
        [.. instrument.Sections.SelectMany(section => section.Statements.Select(statement =>
            Change(instrument, section, statement, Answer(before, statement), Answer(after, statement))))];

    private static StatementChange Change(
        SelfEvaluationInstrument instrument, InstrumentSection section, InstrumentStatement statement, Confidence? was, Confidence? now) =>
        new(section, statement, Label(instrument, was), Label(instrument, now), (was, now) switch
        {
            (null, _) or (_, null) => null,
            _ when now > was => ConfidenceChange.MoreConfident,
            _ when now < was => ConfidenceChange.LessConfident,
            _ => ConfidenceChange.Same,
        });

    private static Confidence? Answer(SelfEvaluation evaluation, InstrumentStatement statement) =>
        evaluation.Answers.TryGetValue(statement.Id, out var answer) ? answer : null;

    private static string? Label(SelfEvaluationInstrument instrument, Confidence? answer) =>
        answer is { } level ? instrument.LabelOf(level) : null;
}
