namespace PeerBot.Cards;

/// <summary>C12: before the self-evaluation; only for its owner.</summary>
public static class SelfEvaluationStartCard
{
    /// <param name="Again">The second time, to look at what has moved.</param>
    /// <param name="Instruction">The instrument's own.</param>
    /// <param name="RecordKeepingNote">The instrument's own sentence about name and date; null: they are not offered.</param>
    public sealed record View(bool Again, string Instruction, string? RecordKeepingNote, IReadOnlyList<SectionLine> Sections);

    public sealed record SectionLine(string Title, int Statements, int Answered);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
