using PeerBot.Domain.Matching.Groups;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Groups;

/// <summary>
/// How long somebody has done this kind of work, in a band of their own choosing. Asked where groups vary by it, of those who wish to say;
/// it mixes groups and is shown to nobody as theirs.
/// </summary>
public static class ExperienceBands
{
    /// <summary>Its place among the details of a profile.</summary>
    public const string Key = "experienceBand";

    public static IReadOnlyList<string> All { get; } = ["under-2", "2-to-5", "6-to-10", "11-to-20", "over-20"];

    public static bool AreAsked(Programme programme) => programme.Groups is not null && GroupConstraints.Of(programme).VaryBy.Contains(GroupFacet.Experience);
}
