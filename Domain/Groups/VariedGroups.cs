using PeerBot.Domain.People;

namespace PeerBot.Domain.Groups;

/// <summary>
/// Groups in which as much as possible differs. Begins with a deal in the order of the seed and swaps two people as long as a swap makes
/// more of them different; first of all it keeps apart who must be.
/// </summary>
internal static class VariedGroups
{
    private const string Skills = "skills";

    public static Forming Form(IReadOnlyList<PoolPerson> pool, IReadOnlyList<int> sizes, GroupWishes wishes, bool managersApart)
    {
        var groups = Deal(pool, sizes, wishes.Seed);
        while (BestSwap(groups, wishes, managersApart) is var (one, other))
        {
            Swap(groups, one, other);
        }

        List<(PersonId, PersonId)> together =
        [
            .. from members in groups
               from first in members
               from second in members
               where string.CompareOrdinal(first.Id.Value, second.Id.Value) < 0 && MustBeApart(first, second, managersApart)
               select (first.Id, second.Id),
        ];
        return together.Count > 0
            ? new Forming.CannotBeApart(together)
            : new Forming.Proposed([.. groups.Select(members => (IReadOnlyList<PersonId>)[.. members.Select(person => person.Id)])]);
    }

    private static List<List<PoolPerson>> Deal(IReadOnlyList<PoolPerson> pool, IReadOnlyList<int> sizes, int seed)
    {
        var order = pool.OrderBy(person => Lot(seed, person.Id.Value)).ThenBy(person => person.Id.Value, StringComparer.Ordinal).ToList();
        var groups = new List<List<PoolPerson>>();
        var at = 0;
        foreach (var size in sizes)
        {
            groups.Add(order.GetRange(at, size));
            at += size;
        }

        return groups;
    }

    private static ((int Group, int At) One, (int Group, int At) Other)? BestSwap(List<List<PoolPerson>> groups, GroupWishes wishes, bool managersApart)
    {
        ((int, int), (int, int))? best = null;
        var most = 0;
        for (var a = 0; a < groups.Count; a++)
        {
            for (var b = a + 1; b < groups.Count; b++)
            {
                var before = Worth(groups[a], wishes, managersApart) + Worth(groups[b], wishes, managersApart);
                for (var i = 0; i < groups[a].Count; i++)
                {
                    for (var j = 0; j < groups[b].Count; j++)
                    {
                        Swap(groups, (a, i), (b, j));
                        var gain = Worth(groups[a], wishes, managersApart) + Worth(groups[b], wishes, managersApart) - before;
                        Swap(groups, (a, i), (b, j));
                        if (gain > most)
                        {
                            (most, best) = (gain, ((a, i), (b, j)));
                        }
                    }
                }
            }
        }

        return best;
    }

    private static int Worth(List<PoolPerson> members, GroupWishes wishes, bool managersApart)
    {
        var worth = 0;
        for (var i = 0; i < members.Count; i++)
        {
            for (var j = i + 1; j < members.Count; j++)
            {
                worth += Difference(members[i], members[j], wishes);
                if (MustBeApart(members[i], members[j], managersApart))
                {
                    worth -= 1000;
                }
            }
        }

        return worth;
    }

    private static int Difference(PoolPerson one, PoolPerson other, GroupWishes wishes) => wishes.VaryBy.Sum(dimension =>
        dimension == Skills ? 2 - Math.Min(2, one.Skills.Count(other.HasSkill))
        : one.ValueOf(dimension) is { } value && other.ValueOf(dimension) is { } another && !value.Equals(another, StringComparison.OrdinalIgnoreCase) ? 1
        : 0);

    private static bool MustBeApart(PoolPerson one, PoolPerson other, bool managersApart) =>
        FormGroups.AreApart(one, other) || (managersApart && FormGroups.Manages(one, other));

    private static void Swap(List<List<PoolPerson>> groups, (int Group, int At) one, (int Group, int At) other) =>
        (groups[one.Group][one.At], groups[other.Group][other.At]) = (groups[other.Group][other.At], groups[one.Group][one.At]);

    private static ulong Lot(int seed, string text)
    {
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 1099511628211;
        }

        return (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
    }
}
