using PeerBot.Domain.Matching;
using PeerBot.Domain.Matching.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Tests.People;
using PeerBot.Domain.Tests.Programmes;

namespace PeerBot.Domain.Tests.Matching;

public sealed class Forming_groups
{
    private static readonly Programme Groups = Definitions.Programme("peer-learning-groups");
    private static readonly string[] Skills = ["phonics", "SEN", "maths", "ICT", "questioning"];
    private static readonly string[] Departments = ["Infants", "Juniors", "Inclusion", "Office"];

    [Fact]
    [Trait("Requirement", "S4-07")]
    public void Eleven_people_make_groups_of_four_four_and_three()
    {
        var formed = Formed(Pool(11));

        Assert.Equal([3, 4, 4], formed.Groups.Select(group => group.Members.Count).Order());
        Assert.Equal(Pool(11).Select(member => member.Person).Order(Comparer), formed.Groups.SelectMany(group => group.Members).Order(Comparer));
        Assert.True(formed.FewestSkills >= 3);
    }

    [Theory]
    [InlineData(3, new[] { 3 })]
    [InlineData(7, new[] { 3, 4 })]
    [InlineData(12, new[] { 4, 4, 4 })]
    [InlineData(26, new[] { 4, 4, 4, 4, 5, 5 })]
    public void Sizes_are_even_and_near_the_middle_of_the_range(int people, int[] sizes) =>
        Assert.Equal(sizes, Formed(Pool(people)).Groups.Select(group => group.Members.Count).Order());

    [Theory]
    [InlineData(0, null, 4)]
    [InlineData(3, null, 4)]
    [InlineData(7, 5, 8)]
    [InlineData(11, 10, 12)]
    public void A_number_that_does_not_divide_is_said_with_the_next_that_does(int people, int? fewer, int more)
    {
        var fourOrFive = Definitions.Changed(json => Sizes(json, 4, 5), Groups.Id);

        var refused = Assert.IsType<GroupProposal.SizesDoNotFit>(FormGroups.From(fourOrFive, Pool(people)));

        Assert.Equal(new(people, 4, 5, fewer, more), refused);
    }

    [Fact]
    [Trait("Requirement", "S4-07")]
    public void Nobody_is_with_their_line_manager_unless_both_agree()
    {
        var pool = Managed(Pool(6), 1, 2);

        var formed = Formed(pool);
        Assert.NotEqual(formed.GroupOf(pool[0].Person), formed.GroupOf(pool[1].Person));
        Assert.NotEqual(formed.GroupOf(pool[0].Person), formed.GroupOf(pool[2].Person));
        Assert.Empty(formed.Together);

        var three = Managed(Pool(3), 1);
        Assert.IsType<GroupProposal.CannotBeMetTogether>(FormGroups.From(Groups, three));
        Assert.IsType<GroupProposal.Proposed>(FormGroups.From(Groups, three, agreed: [(three[1].Person, three[0].Person)]));
    }

    [Fact]
    public void What_cannot_be_met_together_is_named_and_nothing_besides()
    {
        // Seven people make two groups, so three who must all be apart cannot be; the two others who are apart are not the reason.
        var pool = Pool(7).ToList();
        pool[1] = pool[1] with { LineManager = pool[0].Person };
        pool[2] = pool[2] with { LineManager = pool[0].Person, DeclaredConflicts = [pool[1].Person] };
        pool[4] = pool[4] with { LineManager = pool[5].Person };

        var refused = Assert.IsType<GroupProposal.CannotBeMetTogether>(FormGroups.From(Groups, pool));

        Assert.Equal(2, refused.Groups);
        Assert.Equal(
            [
                new(pool[0].Person, pool[1].Person, ConflictTest.LineManagement),
                new(pool[0].Person, pool[2].Person, ConflictTest.LineManagement),
                new KeptApart(pool[1].Person, pool[2].Person, null),
            ],
            refused.Constraints);
    }

    [Fact]
    public void Too_many_apart_without_all_of_them_being_apart_is_named_by_what_is_needed()
    {
        // One manages all others: wherever that one is, somebody of theirs has to be.
        var refused = Assert.IsType<GroupProposal.CannotBeMetTogether>(FormGroups.From(Groups, Managed(Pool(8), 1, 2, 3, 4, 5, 6, 7)));

        Assert.NotEmpty(refused.Constraints);
        Assert.All(refused.Constraints, pair => Assert.Equal(ConflictTest.LineManagement, pair.Test));
        Assert.True(refused.Constraints.Count < 7);
    }

    [Fact]
    public void More_groups_are_made_where_fewer_cannot_keep_people_apart()
    {
        // Ten would make two groups of five; three who are all apart need three.
        var pool = Pool(10).ToList();
        pool[1] = pool[1] with { LineManager = pool[0].Person };
        pool[2] = pool[2] with { LineManager = pool[0].Person, DeclaredConflicts = [pool[1].Person] };

        Assert.Equal([3, 3, 4], Formed(pool).Groups.Select(group => group.Members.Count).Order());
    }

    [Fact]
    [Trait("Requirement", "S4-07")]
    public void No_group_is_wholly_of_one_department_where_that_can_be_avoided()
    {
        var pool = Pool(12).Select((member, i) => member with { Workplace = member.Workplace with { Department = i < 9 ? "Infants" : "Office" } }).ToList();

        Assert.Empty(Formed(pool).OneDepartment);

        pool = [.. pool.Select((member, i) => member with { Workplace = member.Workplace with { Department = i < 10 ? "Infants" : "Office" } })];
        var formed = Formed(pool);
        Assert.Single(formed.OneDepartment);
        Assert.Equal(["Infants"], formed.Groups[formed.OneDepartment[0]].Of(GroupFacet.Department));
    }

    [Fact]
    [Trait("Requirement", "S4-12")]
    public void People_of_two_schools_may_be_in_one_group()
    {
        var formed = Formed(Pool(12));

        Assert.Contains(formed.Groups, group => group.Members.Select(person => SchoolOf(Pool(12), person)).Distinct().Count() == 2);
    }

    [Fact]
    public void What_no_rule_here_can_check_is_left_to_the_lead_and_said()
    {
        var odd = Definitions.Changed(json =>
        {
            json.Put("groups.varyBy", """["skills", "shoe size"]""");
            json.Put("groups.constraints", """["No group wholly from one department", "nobody with their landlord"]""");
        }, Groups.Id);

        var constraints = GroupConstraints.Of(odd);

        Assert.Equal(["shoe size", "nobody with their landlord"], constraints.Unchecked);
        Assert.True(constraints.MixedDepartments);
        Assert.False(constraints.LineManagersApart);
        Assert.Empty(GroupConstraints.Of(Groups).Unchecked);
    }

    [Theory]
    [Trait("Requirement", "S4-07")]
    [InlineData(11, 1)]
    [InlineData(23, 2)]
    [InlineData(40, 3)]
    public void No_allowed_swap_or_move_would_raise_the_variety(int people, int seed)
    {
        var pool = Managed(Pool(people), 3, 5, 8);
        var formed = Formed(pool, seed: seed);
        var skills = formed.Groups.Sum(group => Pairs(pool, group.Members));

        foreach (var one in pool)
        {
            foreach (var other in pool.Where(other => formed.GroupOf(other.Person) != formed.GroupOf(one.Person)))
            {
                var swap = formed.Swap(one.Person, other.Person);
                Assert.True(!swap.IsAllowed || swap.Change <= 0);
                Assert.True(!swap.IsAllowed || swap.After.Groups.Sum(group => Pairs(pool, group.Members)) <= skills);
            }
        }

        foreach (var moved in Moves(formed))
        {
            var after = ProposedGroups.Of(Groups, pool, moved);
            Assert.True(after.Together.Count > 0 || after.OneDepartment.Count > 0 || after.Value <= formed.Value);
        }
    }

    [Fact]
    [Trait("Requirement", "S4-07")]
    public void Where_mixing_departments_and_keeping_apart_collide_people_are_kept_apart_and_vary_as_much_as_can_be()
    {
        // One of the infants manages both of the office, so the office is in one group and the other group is all infants.
        string[] skills = ["phonics", "maths", "ICT", "maths", "phonics", "SEN"];
        List<GroupMember> pool =
        [
            .. skills.Select((skill, i) => new GroupMember(
                Staff.Of($"{i}"), new Workplace(Department: i is 1 or 2 ? "Office" : "Infants"), [skill], LineManager: i is 1 or 2 ? Staff.Of("0") : null)),
        ];

        var formed = Formed(pool);

        Assert.NotEqual(formed.GroupOf(pool[0].Person), formed.GroupOf(pool[1].Person));
        Assert.NotEqual(formed.GroupOf(pool[0].Person), formed.GroupOf(pool[2].Person));
        Assert.All(new[] { 3, 4, 5 }, with => Assert.True(formed.Value >= ProposedGroups.Of(
            Groups, pool,
            [
                [pool[1].Person, pool[2].Person, pool[with].Person], [pool[0].Person, .. new[] { 3, 4, 5 }.Where(one => one != with).Select(one => pool[one].Person)],
            ]).Value));
    }

    [Fact]
    public void A_swap_says_what_each_group_loses_and_gains_and_leaves_all_as_it_was()
    {
        List<GroupMember> pool =
        [
            .. new[] { "phonics", "SEN", "maths", "ICT", "phonics", "maths" }
                .Select((skill, i) => new GroupMember(Staff.Of($"{i}"), new Workplace(Department: $"{i}"), [skill])),
        ];
        var groups = ProposedGroups.Of(Groups, pool, [[Staff.Of("0"), Staff.Of("1"), Staff.Of("2")], [Staff.Of("3"), Staff.Of("4"), Staff.Of("5")]]);

        var swap = groups.Swap(Staff.Of("1"), Staff.Of("4"));

        Assert.True(swap.Change < 0);
        Assert.Equal(swap.After.Value - groups.Value, swap.Change);
        var skills = swap.Effects.Where(effect => effect.Facet == GroupFacet.Skills).ToList();
        Assert.Equal([["SEN"], ["phonics"]], skills.Select(effect => effect.Lost));
        Assert.Equal([[], ["SEN"]], skills.Select(effect => effect.Gained));
        Assert.Equal([["phonics"], []], skills.Select(effect => effect.Twice));
        Assert.Equal(3, groups.FewestSkills);
        Assert.Equal(-swap.Change, swap.After.Swap(Staff.Of("1"), Staff.Of("4")).Change);
        Assert.Equal(0, groups.Swap(Staff.Of("0"), Staff.Of("1")).Change);
    }

    [Fact]
    public void A_swap_that_breaks_a_rule_says_which()
    {
        var pool = Managed(Pool(6), 1);
        var formed = Formed(pool);
        var manager = formed.GroupOf(pool[0].Person);
        var beside = pool.First(member => member.Person != pool[0].Person && formed.GroupOf(member.Person) == manager);

        var swap = formed.Swap(beside.Person, pool[1].Person);

        Assert.False(swap.IsAllowed);
        Assert.Equal([new(pool[0].Person, pool[1].Person, ConflictTest.LineManagement)], swap.Broken);
        Assert.Equal(swap.Broken, swap.After.Together);
    }

    [Fact]
    public void The_same_pool_gives_the_same_groups()
    {
        var first = Formed(Pool(40), seed: 5);

        Assert.Equal(first.Groups.Select(group => string.Join(' ', group.Members)), Formed(Pool(40), seed: 5).Groups.Select(group => string.Join(' ', group.Members)));
    }

    [Fact]
    public void Each_of_the_pool_is_in_one_group() =>
        Assert.Throws<ArgumentException>(() => ProposedGroups.Of(Groups, Pool(3), [[Staff.Of("member000"), Staff.Of("member001"), Staff.Of("stranger")]]));

    private static void Sizes(System.Text.Json.Nodes.JsonObject json, int least, int most)
    {
        json.Put("groups.minSize", $"{least}");
        json.Put("groups.maxSize", $"{most}");
    }

    private static List<GroupMember> Managed(IReadOnlyList<GroupMember> pool, params int[] managed) =>
        [.. pool.Select((member, i) => managed.Contains(i) ? member with { LineManager = pool[0].Person } : member)];

    private static OrganisationId? SchoolOf(IReadOnlyList<GroupMember> pool, PersonId person) =>
        pool.Single(member => member.Person == person).Workplace.Organisation;

    private static int Pairs(IReadOnlyList<GroupMember> pool, IReadOnlyList<PersonId> group)
    {
        var skills = group.Select(person => pool.Single(member => member.Person == person).Skills[0]).ToList();
        return skills.Sum(skill => skills.Count(other => other != skill)) / 2;
    }

    // Everybody once into each other group that may take one more from a group that may spare one.
    private static IEnumerable<IReadOnlyList<IReadOnlyList<PersonId>>> Moves(ProposedGroups formed)
    {
        var (least, most) = (formed.Groups.Min(group => group.Members.Count), formed.Groups.Max(group => group.Members.Count));
        for (var from = 0; from < formed.Groups.Count; from++)
        {
            for (var to = 0; to < formed.Groups.Count; to++)
            {
                if (from == to || formed.Groups[from].Members.Count == least || formed.Groups[to].Members.Count == most)
                    continue;
                foreach (var person in formed.Groups[from].Members)
                {
                    yield return
                    [
                        .. formed.Groups.Select((group, place) => (IReadOnlyList<PersonId>)(place == from ? [.. group.Members.Where(member => member != person)]
                            : place == to ? [.. group.Members, person] : group.Members)),
                    ];
                }
            }
        }
    }

    private static readonly Comparer<PersonId> Comparer =
        Comparer<PersonId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value));

    private static ProposedGroups Formed(IReadOnlyList<GroupMember> pool, Programme? programme = null, int seed = 1) =>
        Assert.IsType<GroupProposal.Proposed>(FormGroups.From(programme ?? Groups, pool, seed)).Groups;

    private static IReadOnlyList<GroupMember> Pool(int people) =>
    [
        .. Enumerable.Range(0, people).Select(i => new GroupMember(
            Staff.Of($"member{i:000}"), new Workplace(Staff.Id(1 + (i % 2)), Department: Departments[i * 7 % Departments.Length]),
            [Skills[i * 3 % Skills.Length]], i % 3 == 0 ? "teacher" : "teaching assistant", i % 4 == 0 ? "under 5 years" : "5 years or more")),
    ];
}
