using PeerBot.Domain.Groups;
using PeerBot.Domain.Matching;
using PeerBot.Domain.Matching.Groups;
using PeerBot.Domain.People;
using PeerBot.Tests.World;
using Forms = PeerBot.Domain.Groups.FormGroups;

namespace PeerBot.Domain.Tests.Groups;

public sealed class Forming_varied_groups
{
    private static readonly string[] VaryBy = ["skills", "role", "department"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(17)]
    [Trait("Requirement", "S4-07")]
    public void Sizes_are_within_the_range_and_no_allowed_swap_would_bring_more_variety(int seed)
    {
        var pool = Pool(19, seed);
        var formed = Assert.IsType<Forming.Proposed>(Forms.Propose(pool, new GroupWishes(3, 6, VaryBy, seed), Learning.Programme));
        Assert.All(formed.Groups, group => Assert.InRange(group.Count, 3, 6));
        Assert.Equal(pool.Select(person => person.Id).Order(ById), formed.Groups.SelectMany(group => group).Order(ById));

        // Each swap of two people either breaks a rule or makes the groups no more varied.
        var programme = Learning.Programme with { Groups = Learning.Programme.Groups! with { VaryBy = VaryBy } };
        var groups = ProposedGroups.Of(programme, [.. pool.Select(MemberOf)], formed.Groups);
        Assert.Empty(groups.Together);
        foreach (var one in pool)
        {
            foreach (var other in pool.Where(other => groups.GroupOf(other.Id) > groups.GroupOf(one.Id)))
            {
                var swap = groups.Swap(one.Id, other.Id);
                Assert.True(!swap.IsAllowed || swap.Change <= 0, $"{one.Name} and {other.Name} would be better changed.");
            }
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_groups_whatever_order_people_come_in()
    {
        var pool = Pool(14, 5);
        var wishes = new GroupWishes(3, 5, VaryBy, 9);
        var one = Assert.IsType<Forming.Proposed>(Forms.Propose(pool, wishes, Learning.Programme));
        var other = Assert.IsType<Forming.Proposed>(Forms.Propose([.. Enumerable.Reverse(pool)], wishes, Learning.Programme));
        Assert.Equal(one.Groups, other.Groups);
    }

    [Theory]
    [InlineData(2, 3, 6, typeof(Forming.TooFew))]
    [InlineData(7, 4, 5, typeof(Forming.SizesDoNotFit))]
    [InlineData(8, 4, 5, typeof(Forming.Proposed))]
    [InlineData(3, 3, 6, typeof(Forming.Proposed))]
    public void People_who_do_not_go_into_groups_of_these_sizes_are_told_so(int people, int smallest, int largest, Type expected) =>
        Assert.IsType(expected, Forms.Propose(Pool(people, 3), new GroupWishes(smallest, largest, VaryBy, 1), Learning.Programme));

    [Fact]
    public void Says_who_cannot_be_kept_apart()
    {
        var boss = Person("boss", [], null, null);
        List<PoolPerson> pool = [boss, .. Enumerable.Range(0, 3).Select(at => Person($"p{at}", [], null, null) with { Manager = boss.Id })];
        var apart = Assert.IsType<Forming.CannotBeApart>(Forms.Propose(pool, new GroupWishes(4, 6, VaryBy, 1), Learning.Programme));
        Assert.NotEmpty(apart.Pairs);
        Assert.All(apart.Pairs, pair => Assert.True(pair.One == boss.Id || pair.Other == boss.Id));
    }

    [Fact]
    [Trait("Requirement", "S4-07")]
    public void A_swap_says_what_both_groups_would_lose_and_have_twice_and_how_much_variety_it_costs()
    {
        PoolPerson[] a = [Person("a1", ["phonics", "SEN"], "t", "x"), Person("a2", ["maths"], "t", "y")];
        PoolPerson[] b = [Person("b1", ["Maths"], "t", "x"), Person("b2", ["music"], "t", "z")];
        var swap = Forms.CostOf([a, b], a[0].Id, b[0].Id, VaryBy, Learning.Programme)!;
        var first = swap.Effects.Single(effect => effect is { Group: 0, Facet: GroupFacet.Skills });
        Assert.Equal(["phonics", "SEN"], first.Lost);
        Assert.Equal(["maths"], first.Twice);
        var second = swap.Effects.Single(effect => effect is { Group: 1, Facet: GroupFacet.Skills });
        Assert.Equal(["Maths"], second.Lost);
        Assert.Equal(["phonics", "SEN"], second.Gained);
        Assert.True(swap is { IsAllowed: true, Change: < 0 });
        Assert.Null(Forms.CostOf([a, b], a[0].Id, a[1].Id, VaryBy, Learning.Programme));
        Assert.Null(Forms.CostOf([a, b], a[0].Id, PersonId.Of("t", "nobody"), VaryBy, Learning.Programme));
    }

    [Fact]
    public void A_swap_that_brings_a_manager_and_a_managed_person_together_is_not_one_of_the_optimisers()
    {
        PoolPerson[] a = [Person("a1", ["phonics"], "t", "x"), Person("a2", ["maths"], "t", "y")];
        PoolPerson[] b = [Person("b1", ["drama"], "t", "x") with { Manager = a[1].Id }, Person("b2", ["music"], "t", "z")];
        var swap = Forms.CostOf([a, b], a[0].Id, b[0].Id, VaryBy, Learning.Programme)!;
        Assert.False(swap.IsAllowed);
        Assert.Equal([a[1].Id, b[0].Id], swap.Broken.SelectMany(pair => new[] { pair.One, pair.Other }).Order(ById));
    }

    [Fact]
    public void What_nobody_has_said_is_left_to_the_lead_and_groups_do_not_vary_by_it()
    {
        var known = Forms.KnownOf(Pool(5, 1), Learning.Programme);
        Assert.Equal(["skills", "role", "department"], known);
        Assert.Equal(["experience band"], Forms.LeftToTheLead(known, Learning.Programme));
        Assert.Equal(["role", "department", "experience band"], Forms.LeftToTheLead(Forms.KnownOf([Person("a", ["drama"], null, null)], Learning.Programme), Learning.Programme));
    }

    private static Comparer<PersonId> ById { get; } = Comparer<PersonId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value));

    private static Domain.Matching.Groups.GroupMember MemberOf(PoolPerson person) => new(
        person.Id, new Workplace(Department: person.Department), person.Skills, person.Role, Experience: null, person.Manager);

    private static List<PoolPerson> Pool(int people, int seed)
    {
        var random = new Random(seed);
        string[] skills = ["phonics", "SEN", "maths", "ICT", "music", "drama", "art"];
        var pool = Enumerable.Range(0, people).Select(at => Person(
            $"p{at:00}", [.. Enumerable.Range(0, 2).Select(_ => skills[random.Next(skills.Length)]).Distinct()], $"role {random.Next(3)}", $"team {random.Next(4)}")).ToList();
        return [.. pool.Select((person, at) => at % 6 == 5 ? person with { Manager = pool[at - 1].Id } : person)];
    }

    private static PoolPerson Person(string key, IReadOnlyList<string> skills, string? role, string? department) =>
        new(PersonId.Of("t", key), key, skills, role, department, null, null, null, []);
}
