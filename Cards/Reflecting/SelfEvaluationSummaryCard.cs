namespace PeerBot.Cards;

/// <summary>C14: the answers in words; later, what was and what is. No number, no total.</summary>
public static class SelfEvaluationSummaryCard
{
    public enum Change
    {
        MoreConfident,
        Same,
        LessConfident,
    }

    /// <param name="Owner">Null: the reader is the owner. Otherwise the partner reads what the owner shares.</param>
    /// <param name="PartnerName">Null: there is nobody to share with.</param>
    public sealed record View(bool Again, IReadOnlyList<Section> Sections, bool Shared, string? PartnerName, string? Owner = null);

    public sealed record Section(string Title, IReadOnlyList<Answer> Answers);

    /// <param name="Now">The level's words; null: left blank.</param>
    /// <param name="Was">Before; null: not answered then, or this is the first time.</param>
    public sealed record Answer(string Statement, string? Now, string? Was = null, Change? Change = null);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
