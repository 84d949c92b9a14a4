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

        var rules = Varied(programme, wishes.VaryBy);
        rules = rules with { Groups = rules.Groups! with { MinSize = wishes.Smallest, MaxSize = wishes.Largest } };
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

    /// <summary>What it would cost, or bring, if the two changed places; null when they are not in two groups.</summary>
    public static GroupSwap? CostOf(
        IReadOnlyList<IReadOnlyList<PoolPerson>> groups, PersonId one, PersonId other, IReadOnlyList<string> varyBy, Programme programme)
    {
        var formed = ProposedGroups.Of(
            Varied(programme, varyBy), [.. groups.SelectMany(group => group).Select(MemberOf)], [.. groups.Select(group => group.Select(person => person.Id).ToList())]);
        return formed.Holds(one) && formed.Holds(other) && formed.GroupOf(one) != formed.GroupOf(other) ? formed.Swap(one, other) : null;
    }

    /// <summary>Of what a definition names to vary groups by, that of which something is known of these people.</summary>
    public static IReadOnlyList<string> KnownOf(IReadOnlyList<PoolPerson> pool, Programme programme) =>
        [.. programme.Groups!.VaryBy.Where(word => GroupConstraints.Of(Varied(programme, [word])).VaryBy is [var facet] && pool.Any(person => MemberOf(person).Knows(facet)))];

    /// <summary>What a definition asks for and only the lead can look after, in its own words.</summary>
    public static IReadOnlyList<string> LeftToTheLead(IReadOnlyList<string> known, Programme programme) =>
        [.. programme.Groups!.VaryBy.Except(known), .. GroupConstraints.Of(programme).Unchecked.Except(programme.Groups.VaryBy)];

    /// <summary>Never together, whatever a lead would like: one of the two has said so (U-04).</summary>
    public static bool AreApart(PoolPerson one, PoolPerson other) => one.Apart.Contains(other.Id) || other.Apart.Contains(one.Id);

    /// <summary>Whether somebody may be asked into a group that another is in: nobody finds their line manager in it without their own yes (S4-04).</summary>
    public static bool MayComeTo(PoolPerson coming, PoolPerson there, Programme programme) =>
        !AreApart(coming, there) && !(KeepsManagersApart(programme) && (coming.Manager == there.Id || there.Manager == coming.Id));

    private static Programme Varied(Programme programme, IReadOnlyList<string> by) => programme with { Groups = programme.Groups! with { VaryBy = by } };

    private static Matching.Groups.GroupMember MemberOf(PoolPerson person) => new(
        person.Id, new Workplace(person.School, Department: person.Department), person.Skills, person.Role, person.Experience, person.Manager, person.Apart);
}
