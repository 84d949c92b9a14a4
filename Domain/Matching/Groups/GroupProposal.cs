using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Matching.Groups;

/// <summary>What came of forming groups.</summary>
public abstract record GroupProposal
{
    private GroupProposal()
    {
    }

    public sealed record Proposed(ProposedGroups Groups) : GroupProposal;

    /// <summary>So many people do not divide into groups of the programme's sizes.</summary>
    /// <param name="FewerWouldFit">The next smaller number that does; null: none does.</param>
    /// <param name="MoreWouldFit">The next larger number that does.</param>
    public sealed record SizesDoNotFit(int People, int MinSize, int MaxSize, int? FewerWouldFit, int MoreWouldFit) : GroupProposal;

    /// <summary>No division keeps all these apart; any one of them less and there is one, unless the search had to be broken off.</summary>
    /// <param name="Groups">How many groups there can be at most.</param>
    public sealed record CannotBeMetTogether(IReadOnlyList<KeptApart> Constraints, int Groups) : GroupProposal;
}

/// <summary>Two people who may not be in one group.</summary>
/// <param name="Test">Why; null for a conflict that one of them declared, which nobody is told.</param>
public sealed record KeptApart(PersonId One, PersonId Other, ConflictTest? Test);

/// <summary>A group, and what its members bring.</summary>
public sealed record FormedGroup(IReadOnlyList<PersonId> Members, IReadOnlyList<GroupCover> Covers)
{
    /// <summary>The different values of a facet; empty where the programme does not vary by it.</summary>
    public IReadOnlyList<string> Of(GroupFacet facet) => Covers.FirstOrDefault(cover => cover.Facet == facet)?.Values ?? [];
}

/// <summary>The different values that the members of a group have, most frequent first, then by name.</summary>
/// <param name="Shared">Those of them that more than one member has.</param>
public sealed record GroupCover(GroupFacet Facet, IReadOnlyList<string> Values, IReadOnlyList<string> Shared);

/// <summary>What a swap of two people would do; nothing is changed by asking.</summary>
/// <param name="Change">Of the value of all groups; below zero: less variety than before.</param>
/// <param name="Effects">For the two groups, what each loses and gains; empty where nothing changes.</param>
/// <param name="Broken">Two people that the swap would put together although they are kept apart.</param>
/// <param name="OneDepartment">Groups that would be wholly of one department, where the programme avoids it.</param>
public sealed record GroupSwap(
    ProposedGroups After,
    long Change,
    IReadOnlyList<GroupEffect> Effects,
    IReadOnlyList<KeptApart> Broken,
    IReadOnlyList<int> OneDepartment)
{
    public bool IsAllowed => Broken.Count == 0 && OneDepartment.Count == 0;
}

/// <param name="Group">Its place in the proposal.</param>
/// <param name="Twice">What more than one of the group would have, and only one had before.</param>
public sealed record GroupEffect(int Group, GroupFacet Facet, IReadOnlyList<string> Lost, IReadOnlyList<string> Gained, IReadOnlyList<string> Twice);
