using PeerBot.Domain.Matching;
using PeerBot.Domain.Matching.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using Optimiser = PeerBot.Domain.Matching.Groups.FormGroups;

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

    /// <summary>However they are put together, some who are kept apart come together.</summary>
    /// <param name="Pairs">Of a line manager and whom they manage; a conflict that somebody declared is named to nobody.</param>
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

        var rules = programme with
        {
            Groups = programme.Groups! with { MinSize = wishes.Smallest, MaxSize = wishes.Largest, VaryBy = wishes.VaryBy },
        };
        return Optimiser.From(rules, [.. pool.OrderBy(person => person.Name, StringComparer.Ordinal).ThenBy(person => person.Id.Value, StringComparer.Ordinal).Select(MemberOf)], wishes.Seed) switch
        {
            GroupProposal.Proposed found => new Forming.Proposed([.. found.Groups.Groups.Select(group => group.Members).OrderByDescending(group => group.Count)]),
            GroupProposal.CannotBeMetTogether conflict => new Forming.CannotBeApart(
                [.. conflict.Constraints.Where(pair => pair.Test == ConflictTest.LineManagement).Select(pair => (pair.One, pair.Other))]),
            _ => new Forming.SizesDoNotFit(pool.Count, wishes.Smallest, wishes.Largest),
        };
    }

    /// <summary>By itself no proposal brings the two together; a lead may, and then both have to agree to it.</summary>
    public static bool KeepsManagersApart(Programme programme) => GroupConstraints.Of(programme).LineManagersApart;

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

    private static Matching.Groups.GroupMember MemberOf(PoolPerson person) => new(
        person.Id, new Workplace(person.School, Department: person.Department), person.Skills, person.Role, Experience: null, person.Manager, person.Apart);

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
}
