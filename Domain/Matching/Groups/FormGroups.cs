using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Matching.Groups;

/// <summary>Forms groups of people who differ as much as the programme's rules allow; the lead may change them afterwards.</summary>
public static class FormGroups
{
    // A lead waits for the answer: a large pool is improved for about a second.
    private const long MostEffort = 100_000_000;

    /// <param name="seed">The same seed and pool give the same groups.</param>
    /// <param name="agreed">Pairs of a line manager and somebody they manage who have both agreed to be in one group.</param>
    public static GroupProposal From(
        Programme programme, IReadOnlyList<GroupMember> pool, int seed = 1, IReadOnlyCollection<(PersonId, PersonId)>? agreed = null)
    {
        var rules = GroupConstraints.Of(programme);
        var numbers = Numbers(pool.Count, rules);
        if (numbers.Count == 0)
        {
            return new GroupProposal.SizesDoNotFit(
                pool.Count, rules.MinSize, rules.MaxSize,
                Enumerable.Range(0, pool.Count).Reverse().Where(people => Numbers(people, rules).Count > 0).Cast<int?>().FirstOrDefault(),
                Enumerable.Range(pool.Count, rules.MinSize + 1).First(people => Numbers(people, rules).Count > 0));
        }

        var members = new PoolOfMembers(programme, pool, agreed ?? []);
        foreach (var groups in numbers)
        {
            if (Divide(members, groups, seed) is { } found)
                return new GroupProposal.Proposed(found);
        }

        var most = numbers.Max();
        return new GroupProposal.CannotBeMetTogether(ApartColouring.Conflict(members, most), most);
    }

    // Groups of the same pool are as even as can be; they would else grow and shrink for the sake of a sum over pairs.
    private static ProposedGroups? Divide(PoolOfMembers members, int groups, int seed)
    {
        var start = members.KeptApart.Count > 0 ? ApartColouring.Find(members, groups) : [];
        if (start is null)
            return null;
        var people = members.Members.Count;
        var most = Enumerable.Repeat((people + groups - 1) / groups, groups).ToArray();
        var fewest = Enumerable.Repeat(people / groups, groups).ToArray();
        var problem = new GroupingProblem(members.Distances(), fewest, most, members.Departments(groups));
        var effort = Math.Min(MostEffort, DiverseGrouping.DefaultEffort(people));
        var groupOf = DiverseGrouping.Search(problem, seed, effort).GroupOf;
        if (!IsKept(members, groupOf))
        {
            groupOf = DiverseGrouping.SearchFrom(problem, start, seed, work => (double)work / effort).GroupOf;
            if (!IsKept(members, groupOf))
            {
                // Departments and keeping apart collide: apart comes first, and from there on every swap that is allowed is still made.
                var unmixed = new GroupingProblem(members.Distances(), fewest, most);
                groupOf = DiverseGrouping.SearchFrom(unmixed, start, seed, work => (double)work / effort).GroupOf;
            }

            if (!IsKept(members, groupOf))
                groupOf = start;
        }

        return ProposedGroups.Of(members, groupOf, groups);
    }

    private static bool IsKept(PoolOfMembers members, IReadOnlyList<int> groupOf) =>
        members.KeptApart.All(pair => groupOf[members.PlaceOf(pair.One)] != groupOf[members.PlaceOf(pair.Other)]);

    // How many groups there can be: first as many as make them of middle size, so that one who declines does not end a group; then more,
    // because more groups keep more people apart; then fewer.
    private static List<int> Numbers(int people, GroupConstraints rules)
    {
        var fewest = (people + rules.MaxSize - 1) / rules.MaxSize;
        var most = people / rules.MinSize;
        var middle = (rules.MinSize + rules.MaxSize) / 2.0;
        if (people == 0 || fewest > most)
            return [];
        var best = Enumerable.Range(fewest, most - fewest + 1).MinBy(groups => Math.Abs(((double)people / groups) - middle));
        return [best, .. Enumerable.Range(best + 1, most - best), .. Enumerable.Range(fewest, best - fewest).Reverse()];
    }
}
