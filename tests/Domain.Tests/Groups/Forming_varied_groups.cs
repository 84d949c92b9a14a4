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
    public void A_swap_says_what_both_groups_would_lose_and_have_twice()
    {
        PoolPerson[] a = [Person("a1", ["phonics", "SEN"], "t", "x"), Person("a2", ["maths"], "t", "y")];
        PoolPerson[] b = [Person("b1", ["Maths"], "t", "x"), Person("b2", ["music"], "t", "z")];
        var effects = Forms.CostOf([a, b], a[0].Id, b[0].Id)!;
        var first = effects.Single(effect => effect.Group == 0);
        Assert.Equal(["phonics", "SEN"], first.Lost);
        Assert.Equal(["maths"], first.Twice);
        var second = effects.Single(effect => effect.Group == 1);
        Assert.Equal(["Maths"], second.Lost);
        Assert.Equal(["phonics", "SEN"], second.Won);
        Assert.Null(Forms.CostOf([a, b], a[0].Id, a[1].Id));
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
