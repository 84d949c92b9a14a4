using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Matching;

/// <summary>A supporter put before a requester, and why. What is shown of them comes from <see cref="PublicProfile"/>.</summary>
/// <param name="Reasons">At least one; a caution first, then what weighs most.</param>
public sealed record Suggestion(PersonId Supporter, IReadOnlyList<SuggestionReason> Reasons);

/// <summary>One reason for a suggestion; words for it are made where cards are.</summary>
public abstract record SuggestionReason
{
    private SuggestionReason()
    {
    }

    /// <summary>The programme wants both to know this before they choose.</summary>
    public sealed record Caution(ConflictTest Test) : SuggestionReason;

    /// <summary>The programme likes this.</summary>
    public sealed record Preferred(ConflictTest Test) : SuggestionReason;

    public sealed record OtherAuthority(string Authority) : SuggestionReason;

    public sealed record SamePhase(string Phase) : SuggestionReason;

    public sealed record SameSize(SizeBand Band) : SuggestionReason;

    /// <summary>One band larger or smaller.</summary>
    public sealed record SimilarSize(SizeBand Band) : SuggestionReason;

    /// <summary>Works in another locality, so that the two seldom meet otherwise.</summary>
    public sealed record OtherLocality : SuggestionReason;

    /// <summary>Works in another faculty or department.</summary>
    public sealed record OtherDepartment(string Department) : SuggestionReason;

    public sealed record SameDepartment(string Department) : SuggestionReason;

    /// <summary>Would be the only one that the supporter has.</summary>
    public sealed record FirstPlace : SuggestionReason;

    /// <summary>Has time for so many more.</summary>
    public sealed record HasRoom(int Places) : SuggestionReason;
}
