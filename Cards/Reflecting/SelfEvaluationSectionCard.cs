namespace PeerBot.Cards;

/// <summary>C13: one section: a choice a statement, any may be left blank.</summary>
public static class SelfEvaluationSectionCard
{
    public const int EvidenceMost = 1000;

    /// <param name="Levels">The instrument's levels in order; the words stand alone, without numbers.</param>
    /// <param name="EvidencePrompt">"How do I know?".</param>
    public sealed record View(
        int Number, int Of, string Title, IReadOnlyList<Statement> Statements, IReadOnlyList<Choice> Levels, string EvidencePrompt, string? Evidence);

    /// <param name="Id">Also the id of its input.</param>
    /// <param name="Answer">The value of a level; null: left blank.</param>
    public sealed record Statement(string Id, string Text, string? Answer);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
