using NodaTime;

namespace PeerBot.Cards;

/// <summary>C08: the ground rules that both sign.</summary>
public static class GroundRulesCard
{
    public const int PlaceMost = 100;
    public const int ChangeMost = 200;

    public enum Step
    {
        /// <summary>Read, and agree or suggest.</summary>
        Read,

        /// <summary>Change what is suggested.</summary>
        Suggest,

        /// <summary>The reader has agreed; the other has not yet.</summary>
        Waiting,

        /// <summary>Both have agreed.</summary>
        Agreed,
    }

    /// <param name="Rules">What stands to be agreed.</param>
    /// <param name="OtherAgreed">The other person has agreed to exactly these.</param>
    /// <param name="SuggestedBy">Whose change this version holds; null for the first version.</param>
    /// <param name="AgreedOn">When both had agreed.</param>
    public sealed record View(
        Step Step, string OtherName, PairRole Reader, Rules Rules, Confidentiality Confidentiality, IReadOnlyList<string> Principles,
        bool PersonalPhonesNever, bool OtherAgreed = false, string? SuggestedBy = null, LocalDate? AgreedOn = null, string? Problem = null);

    /// <param name="Place">Where to meet, in the pair's words; null: wherever suits both each time.</param>
    /// <param name="Ways">Values of <see cref="ContactWays"/>.</param>
    /// <param name="Notes">A value of <see cref="NotesRules"/>.</param>
    /// <param name="Changes">What the pair added, in their words.</param>
    public sealed record Rules(string? Place, IReadOnlyList<string> Ways, string Notes, IReadOnlyList<string> Changes);

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
