using PeerBot.Cards;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Matching.Groups;
using PeerBot.Domain.People;

namespace PeerBot.Dialogs;

/// <summary>Why these groups, and what a swap would do, in words.</summary>
internal sealed class GroupReasons(FlowContext context)
{
    private readonly Texts texts = context.Texts;

    /// <summary>"3 groups: 4, 4, 3. Why: every group has at least three different skills, and nobody is with their line manager."</summary>
    public string ForAll(IReadOnlyList<IReadOnlyList<PoolPerson>> groups)
    {
        var facts = groups.Select(GroupFacts.Of).ToList();
        var least = facts.Count == 0 ? 0 : facts.Min(one => one.Skills.Count);
        List<string> why = [least > 1 ? texts.Plain("Groups.Why.Skills", ("count", least)) : texts.Plain("Groups.Why.OneSkill")];
        if (facts.TrueForAll(one => one.OneDepartment is null))
        {
            why.Add(texts.Plain("Groups.Why.Departments"));
        }

        if (facts.TrueForAll(one => one.Managed.Count == 0) && Domain.Groups.FormGroups.KeepsManagersApart(context.Programme))
        {
            why.Add(texts.Plain("Groups.Why.Managers"));
        }

        var sizes = string.Join(texts.Plain("List.Comma"), groups.Select(group => group.Count.ToString(texts.Culture)));
        return texts.Plain(
            groups.Count == 1 ? "Groups.FoundOne" : "Groups.Found", ("groups", groups.Count), ("sizes", sizes), ("why", texts.List(why)));
    }

    /// <summary>What is in one group.</summary>
    public IReadOnlyList<string> For(IReadOnlyList<PoolPerson> people)
    {
        var facts = GroupFacts.Of(people);
        var lines = new List<string>
        {
            facts.Skills.Count == 0 ? texts.Plain("Groups.WhyGroup.NoSkills") : texts.Plain("Groups.WhyGroup.Skills", ("skills", texts.List(facts.Skills))),
            texts.Plain(
                "Groups.WhyGroup.Mix",
                ("departments", facts.Departments == 1 ? texts.Plain("Groups.OneDepartment") : texts.Plain("Groups.Departments", ("count", facts.Departments))),
                ("schools", facts.Schools == 1 ? texts.Plain("Groups.OneSchool") : texts.Plain("Groups.Schools", ("count", facts.Schools)))),
        };
        if (facts.Bands > 1)
        {
            lines.Add(texts.Plain("Groups.WhyGroup.Experience", ("count", facts.Bands)));
        }

        if (facts.Twice.Count > 0)
        {
            lines.Add(texts.Plain("Groups.WhyGroup.Twice", ("skills", texts.List(facts.Twice))));
        }

        lines.AddRange(facts.Managed.Select(pair => texts.Plain(
            "Groups.WhyGroup.Managed", ("manager", NameOf(people, pair.Manager)), ("person", NameOf(people, pair.Person)))));
        return lines;
    }

    /// <summary>What a swap would do to each of the two groups, and to all together.</summary>
    /// <param name="first">Number of the first group's letter.</param>
    public IReadOnlyList<string> Of(GroupSwap swap, IReadOnlyList<IReadOnlyList<PoolPerson>> groups, int first)
    {
        var everybody = groups.SelectMany(group => group).ToList();
        string Letter(int group) => PublishGroups.NameOf(first + group);
        var costs = swap.Effects.SelectMany(effect => Cost(effect, swap, Letter(effect.Group))).Concat(
            swap.OneDepartment.Select(group => texts.Plain("Groups.Effect.OneDepartment", ("group", Letter(group))))).Concat(
            swap.Broken.Select(pair => Managed(pair, swap.After, everybody, Letter))).ToList();
        return
        [
            .. costs,
            .. costs.Count > 0 ? [] : swap.Effects.Where(effect => effect is { Facet: GroupFacet.Skills, Gained.Count: > 0 }).Select(effect => texts.Plain(
                "Groups.Effect.Won", ("group", Letter(effect.Group)), ("skills", texts.List(effect.Gained)))).Prepend(texts.Plain("Groups.Effect.Nothing")),
            Variety(swap),
        ];
    }

    private IEnumerable<string> Cost(GroupEffect effect, GroupSwap swap, string name)
    {
        if (effect.Facet == GroupFacet.Skills)
        {
            return effect switch
            {
                { Twice.Count: > 0, Lost.Count: > 0 } =>
                    [texts.Plain("Groups.Effect.TwiceAndLost", ("group", name), ("twice", texts.List(effect.Twice)), ("lost", texts.List(effect.Lost)))],
                { Twice.Count: > 0 } => [texts.Plain("Groups.Effect.Twice", ("group", name), ("skills", texts.List(effect.Twice)))],
                { Lost.Count: > 0 } => [texts.Plain("Groups.Effect.Lost", ("group", name), ("skills", texts.List(effect.Lost)))],
                _ => [],
            };
        }

        var after = swap.After.Groups[effect.Group].Of(effect.Facet).Count;
        var before = after - effect.Gained.Count + effect.Lost.Count;
        return after < before
            ? [texts.Plain(FewerOf(effect.Facet), ("group", name), ("after", after), ("before", before))]
            : [];
    }

    private static string FewerOf(GroupFacet facet) => facet switch
    {
        GroupFacet.Role => "Groups.Effect.Fewer.Role",
        GroupFacet.Department => "Groups.Effect.Fewer.Department",
        GroupFacet.School => "Groups.Effect.Fewer.School",
        _ => "Groups.Effect.Fewer.Experience",
    };

    private string Managed(KeptApart pair, ProposedGroups after, List<PoolPerson> everybody, Func<int, string> letter)
    {
        var (manager, person) = everybody.Any(one => one.Id == pair.One && one.Manager == pair.Other) ? (pair.Other, pair.One) : (pair.One, pair.Other);
        return texts.Plain(
            "Groups.Effect.Managed", ("group", letter(after.GroupOf(manager))), ("manager", NameOf(everybody, manager)), ("person", NameOf(everybody, person)));
    }

    /// <summary>The sum over all groups, as a share of what it is now.</summary>
    private string Variety(GroupSwap swap)
    {
        var before = swap.After.Value - swap.Change;
        var percent = before == 0 ? 100 : (int)Math.Max(1, Math.Round(100m * Math.Abs(swap.Change) / before, MidpointRounding.AwayFromZero));
        return swap.Change == 0 ? texts.Plain("Groups.Effect.Same")
            : texts.Plain(swap.Change < 0 ? "Groups.Effect.Less" : "Groups.Effect.More", ("percent", percent));
    }

    private static string NameOf(IEnumerable<PoolPerson> people, PersonId id) => people.First(person => person.Id == id).Name;
}
