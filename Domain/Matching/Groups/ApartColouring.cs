namespace PeerBot.Domain.Matching.Groups;

/// <summary>
/// Whether people can be kept apart at all: the two of each pair in different groups, and the groups as even as can be. An exact search, the most
/// bound person first, broken off after so many steps that it is hardly ever reached with groups of people.
/// </summary>
internal sealed class ApartColouring
{
    private const int MostSteps = 50_000;

    private readonly List<int>[] apart;
    private readonly int[] bound;
    private readonly int[] groupOf;
    private readonly int[] sizes;
    private readonly int most;
    private readonly int larger;
    private int steps;

    private ApartColouring(PoolOfMembers members, int groups, IReadOnlyCollection<KeptApart> pairs)
    {
        var people = members.Members.Count;
        apart = Neighbours(members, pairs);
        bound = [.. Enumerable.Range(0, people).Where(person => apart[person].Count > 0)];
        groupOf = [.. Enumerable.Repeat(-1, people)];
        sizes = new int[groups];
        most = (people + groups - 1) / groups;
        larger = people % groups == 0 ? groups : people % groups;
    }

    /// <summary>A group for everybody in which all are kept apart; null: there is none, or none was found in time.</summary>
    public static int[]? Find(PoolOfMembers members, int groups) => new ApartColouring(members, groups, members.KeptApart).Solve();

    /// <summary>Pairs that cannot be kept apart together, none of them to spare: people who are all apart from each other, or else what is left of all.</summary>
    public static IReadOnlyList<KeptApart> Conflict(PoolOfMembers members, int groups)
    {
        var clique = AllApart(members, groups + 1);
        var pairs = members.KeptApart
            .Where(pair => clique.Count == 0 || (clique.Contains(members.PlaceOf(pair.One)) && clique.Contains(members.PlaceOf(pair.Other))))
            .ToList();
        foreach (var pair in clique.Count > 0 ? [] : pairs.ToList())
        {
            var without = pairs.Where(kept => kept != pair).ToList();
            if (new ApartColouring(members, groups, without).Solve() is null)
                pairs = without;
        }

        return pairs;
    }

    // As many people as asked for who are all apart from each other; empty where going through them in turn finds none.
    private static List<int> AllApart(PoolOfMembers members, int many)
    {
        var apart = Neighbours(members, members.KeptApart);
        foreach (var first in Enumerable.Range(0, apart.Length).Where(person => apart[person].Count >= many - 1))
        {
            List<int> clique = [first];
            foreach (var next in apart[first].OrderByDescending(person => apart[person].Count))
            {
                if (clique.Count < many && clique.TrueForAll(person => apart[next].Contains(person)))
                    clique.Add(next);
            }

            if (clique.Count == many)
                return clique;
        }

        return [];
    }

    private static List<int>[] Neighbours(PoolOfMembers members, IReadOnlyCollection<KeptApart> pairs)
    {
        List<int>[] apart = [.. members.Members.Select(_ => new List<int>())];
        foreach (var pair in pairs)
        {
            apart[members.PlaceOf(pair.One)].Add(members.PlaceOf(pair.Other));
            apart[members.PlaceOf(pair.Other)].Add(members.PlaceOf(pair.One));
        }

        return apart;
    }

    private int[]? Solve()
    {
        if (!Place())
            return null;
        for (var person = 0; person < groupOf.Length; person++)
        {
            if (groupOf[person] < 0)
                Enter(person, Enumerable.Range(0, sizes.Length).First(HasRoom));
        }

        return groupOf;
    }

    private bool Place()
    {
        var next = MostBound();
        if (next < 0)
            return true;
        var fresh = false;
        for (var group = 0; group < sizes.Length && steps < MostSteps; group++)
        {
            // Empty groups are all the same: one of them is tried.
            if ((fresh && sizes[group] == 0) || !HasRoom(group) || apart[next].Exists(other => groupOf[other] == group))
                continue;
            fresh |= sizes[group] == 0;
            steps++;
            Enter(next, group);
            if (Place())
                return true;
            groupOf[next] = -1;
            sizes[group]--;
        }

        return false;
    }

    private void Enter(int person, int group)
    {
        groupOf[person] = group;
        sizes[group]++;
    }

    // Only some of the groups may have the one more.
    private bool HasRoom(int group) =>
        sizes[group] < most - 1 || (sizes[group] == most - 1 && sizes.Count(size => size == most) < larger);

    private int MostBound()
    {
        var (best, found) = (-1, -1);
        foreach (var person in bound)
        {
            if (groupOf[person] >= 0)
                continue;
            var taken = apart[person].Where(other => groupOf[other] >= 0).Select(other => groupOf[other]).Distinct().Count();
            var bounds = (taken * apart.Length) + apart[person].Count;
            if (bounds > best)
                (best, found) = (bounds, person);
        }

        return found;
    }
}
