using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Matching.Groups;

/// <summary>Groups as they stand, formed or changed by the lead, and why they are as they are.</summary>
public sealed class ProposedGroups
{
    private readonly PoolOfMembers pool;
    private readonly int[] groupOf;

    private ProposedGroups(PoolOfMembers pool, IReadOnlyList<int> groupOf, int groups)
    {
        this.pool = pool;
        this.groupOf = [.. groupOf];
        Groups = [.. Enumerable.Range(0, groups).Select(Formed)];
        Value = ValueOf();
        OneDepartment = [.. Enumerable.Range(0, groups).Where(IsOneDepartment)];
        Together = [.. pool.KeptApart.Where(pair => groupOf[pool.PlaceOf(pair.One)] == groupOf[pool.PlaceOf(pair.Other)])];
    }

    public IReadOnlyList<FormedGroup> Groups { get; }

    /// <summary>How much the members of groups differ, all in all; only to be compared with other groups of the same pool.</summary>
    public long Value { get; }

    /// <summary>The fewest different skills that a group has; other facets of a group are in what it covers.</summary>
    public int FewestSkills => Groups.Min(group => group.Of(GroupFacet.Skills).Count);

    /// <summary>Groups wholly of one department, where the programme avoids it and could not.</summary>
    public IReadOnlyList<int> OneDepartment { get; }

    /// <summary>People who are kept apart and yet together, by a swap of the lead.</summary>
    public IReadOnlyList<KeptApart> Together { get; }

    public GroupConstraints Constraints => pool.Constraints;

    /// <summary>Groups as they were stored, with what they cover now.</summary>
    /// <exception cref="ArgumentException">A group has somebody who is not in the pool, or somebody of the pool is in none.</exception>
    public static ProposedGroups Of(
        Programme programme, IReadOnlyList<GroupMember> members, IReadOnlyList<IReadOnlyList<PersonId>> groups,
        IReadOnlyCollection<(PersonId, PersonId)>? agreed = null)
    {
        var groupOf = groups.SelectMany((group, place) => group.Select(person => (person, place))).ToDictionary(pair => pair.person, pair => pair.place);
        if (groupOf.Count != members.Count || members.Any(member => !groupOf.ContainsKey(member.Person)))
            throw new ArgumentException("Each of the pool is in one group.", nameof(groups));
        return new(new(programme, members, agreed ?? []), [.. members.Select(member => groupOf[member.Person])], groups.Count);
    }

    internal static ProposedGroups Of(PoolOfMembers pool, IReadOnlyList<int> groupOf, int groups) => new(pool, groupOf, groups);

    public bool Holds(PersonId person) => pool.Holds(person);

    public int GroupOf(PersonId person) => groupOf[pool.PlaceOf(person)];

    /// <summary>What it would cost, or bring, if two people of different groups changed places.</summary>
    public GroupSwap Swap(PersonId one, PersonId other)
    {
        var after = (int[])groupOf.Clone();
        var (here, there) = (pool.PlaceOf(one), pool.PlaceOf(other));
        (after[here], after[there]) = (after[there], after[here]);
        var swapped = new ProposedGroups(pool, after, Groups.Count);
        int[] touched = groupOf[here] == groupOf[there] ? [] : [groupOf[here], groupOf[there]];
        return new(
            swapped, swapped.Value - Value,
            [.. touched.SelectMany(group => pool.Constraints.VaryBy.Select(facet => Effect(group, facet, swapped))).OfType<GroupEffect>()],
            [.. swapped.Together.Except(Together)], [.. swapped.OneDepartment.Except(OneDepartment)]);
    }

    private GroupEffect? Effect(int group, GroupFacet facet, ProposedGroups swapped)
    {
        var before = Groups[group].Covers.First(cover => cover.Facet == facet);
        var after = swapped.Groups[group].Covers.First(cover => cover.Facet == facet);
        var effect = new GroupEffect(
            group, facet, Less(before.Values, after.Values), Less(after.Values, before.Values), Less(after.Shared, before.Shared));
        return effect is { Lost.Count: 0, Gained.Count: 0, Twice.Count: 0 } ? null : effect;
    }

    private static IReadOnlyList<string> Less(IReadOnlyList<string> all, IReadOnlyList<string> others) =>
        [.. all.Except(others, StringComparer.OrdinalIgnoreCase)];

    private FormedGroup Formed(int group)
    {
        var members = pool.Members.Where((_, place) => groupOf[place] == group).ToList();
        return new([.. members.Select(member => member.Person)], [.. pool.Constraints.VaryBy.Select(facet => Cover(members, facet))]);
    }

    private static GroupCover Cover(IReadOnlyList<GroupMember> members, GroupFacet facet)
    {
        var values = members
            .SelectMany(member => member.Of(facet).Distinct(StringComparer.OrdinalIgnoreCase))
            .GroupBy(value => value, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(value => value.Count()).ThenBy(value => value.Key, StringComparer.OrdinalIgnoreCase)
            .ToList();
        return new(facet, [.. values.Select(value => value.Key)], [.. values.Where(value => value.Count() > 1).Select(value => value.Key)]);
    }

    private bool IsOneDepartment(int group)
    {
        if (!pool.Constraints.MixedDepartments)
            return false;
        var departments = pool.Members.Where((_, place) => groupOf[place] == group).Select(member => member.Workplace.Department).ToList();
        return departments.Count > 1 && departments[0] is { } first
            && departments.TrueForAll(department => string.Equals(department, first, StringComparison.OrdinalIgnoreCase));
    }

    private long ValueOf()
    {
        long sum = 0;
        for (var one = 0; one < groupOf.Length; one++)
        {
            for (var other = 0; other < one; other++)
                sum += groupOf[one] == groupOf[other] ? pool.Difference(one, other) : 0;
        }

        return sum;
    }
}
