using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Groups;

/// <param name="VaryBy">Of the dimensions that the definition names, those that the lead wants.</param>
/// <param name="Seed">Another seed may find another proposal; the same one finds the same.</param>
public sealed record GroupWishes(int Smallest, int Largest, IReadOnlyList<string> VaryBy, int Seed);

public abstract record Forming
{
    private Forming()
    {
    }

    /// <param name="Groups">People by group, each group in the order in which its members lead.</param>
    public sealed record Proposed(IReadOnlyList<IReadOnlyList<PersonId>> Groups) : Forming;

    public sealed record TooFew(int People, int Least) : Forming;

    /// <summary>So many people do not go into groups of these sizes, such as seven into groups of four and five.</summary>
    public sealed record SizesDoNotFit(int People, int Smallest, int Largest) : Forming;

    /// <summary>However they are put together, some of these pairs come together.</summary>
    public sealed record CannotBeApart(IReadOnlyList<(PersonId One, PersonId Other)> Pairs) : Forming;
}

/// <summary>Small groups of deliberately varied skills (S4-07), and what it costs to swap two people.</summary>
public static class FormGroups
{
    public static Forming Propose(IReadOnlyList<PoolPerson> pool, GroupWishes wishes, Programme programme)
    {
        if (pool.Count < wishes.Smallest)
        {
            return new Forming.TooFew(pool.Count, wishes.Smallest);
        }

        if (Sizes(pool.Count, wishes) is not { } sizes)
        {
            return new Forming.SizesDoNotFit(pool.Count, wishes.Smallest, wishes.Largest);
        }

        return VariedGroups.Form(pool, sizes, wishes, KeepsManagersApart(programme));
    }

    /// <summary>What changes in both groups when the two change places; null when they are not in two groups.</summary>
    public static IReadOnlyList<SwapEffect>? CostOf(
        IReadOnlyList<IReadOnlyList<PoolPerson>> groups, PersonId one, PersonId other)
    {
        var (from, to) = (IndexOf(groups, one), IndexOf(groups, other));
        if (from < 0 || to < 0 || from == to)
        {
            return null;
        }

        var (leaves, comes) = (groups[from].First(person => person.Id == one), groups[to].First(person => person.Id == other));
        return
        [
            .. new[] { Effect(from, leaves, comes), Effect(to, comes, leaves) }.OrderByDescending(effect => effect.Costs).ThenBy(effect => effect.Group),
        ];

        SwapEffect Effect(int group, PoolPerson gone, PoolPerson here) => SwapEffect.Of(
            group, GroupFacts.Of(groups[group]), GroupFacts.Of([.. groups[group].Where(person => person != gone), here]));
    }

    /// <summary>Never together, whatever a lead would like: one of the two has said so (U-04).</summary>
    public static bool AreApart(PoolPerson one, PoolPerson other) => one.Apart.Contains(other.Id) || other.Apart.Contains(one.Id);

    public static bool Manages(PoolPerson one, PoolPerson other) => one.Manager == other.Id || other.Manager == one.Id;

    /// <summary>By itself no proposal brings the two together; a lead may, and then both have to agree to it.</summary>
    private static bool KeepsManagersApart(Programme programme) => programme.Matching.ActionOn(ConflictTest.LineManagement) != ConflictAction.Allow;

    private static int IndexOf(IReadOnlyList<IReadOnlyList<PoolPerson>> groups, PersonId person)
    {
        for (var at = 0; at < groups.Count; at++)
        {
            if (groups[at].Any(one => one.Id == person))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>As many groups as make each about four, as alike as can be; null when the people do not go into groups of these sizes.</summary>
    private static int[]? Sizes(int people, GroupWishes wishes)
    {
        const int Usual = 4;
        var (most, least) = (people / wishes.Smallest, (people + wishes.Largest - 1) / wishes.Largest);
        if (least > most)
        {
            return null;
        }

        var count = Math.Clamp((people + Usual - 1) / Usual, least, most);
        return [.. Enumerable.Range(0, count).Select(at => (people / count) + (at < people % count ? 1 : 0))];
    }
}
