using PeerBot.Cards;
using PeerBot.Domain.Groups;
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

        if (facts.TrueForAll(one => one.Managed.Count == 0) && FormGroups.KeepsManagersApart(context.Programme))
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
        if (facts.Twice.Count > 0)
        {
            lines.Add(texts.Plain("Groups.WhyGroup.Twice", ("skills", texts.List(facts.Twice))));
        }

        lines.AddRange(facts.Managed.Select(pair => texts.Plain(
            "Groups.WhyGroup.Managed", ("manager", NameOf(people, pair.Manager)), ("person", NameOf(people, pair.Person)))));
        return lines;
    }

    /// <param name="first">Number of the first group's letter.</param>
    public IReadOnlyList<string> Of(IReadOnlyList<SwapEffect> effects, IReadOnlyList<IReadOnlyList<PoolPerson>> groups, int first)
    {
        var everybody = groups.SelectMany(group => group).ToList();
        var sentences = effects.Where(effect => effect.Costs).SelectMany(effect => Cost(effect, PublishGroups.NameOf(first + effect.Group), everybody)).ToList();
        if (sentences.Count == 0)
        {
            sentences.Add(texts.Plain("Groups.Effect.Nothing"));
            sentences.AddRange(effects.Where(effect => effect.Won.Count > 0).Select(effect => texts.Plain(
                "Groups.Effect.Won", ("group", PublishGroups.NameOf(first + effect.Group)), ("skills", texts.List(effect.Won)))));
        }

        return sentences;
    }

    private IEnumerable<string> Cost(SwapEffect effect, string name, IReadOnlyList<PoolPerson> everybody)
    {
        switch (effect)
        {
            case { Twice.Count: > 0, Lost.Count: > 0 }:
                yield return texts.Plain(
                    "Groups.Effect.TwiceAndLost", ("group", name), ("twice", texts.List(effect.Twice)), ("lost", texts.List(effect.Lost)));
                break;
            case { Twice.Count: > 0 }:
                yield return texts.Plain("Groups.Effect.Twice", ("group", name), ("skills", texts.List(effect.Twice)));
                break;
            case { Lost.Count: > 0 }:
                yield return texts.Plain("Groups.Effect.Lost", ("group", name), ("skills", texts.List(effect.Lost)));
                break;
        }

        if (effect.BecomesOneDepartment)
        {
            yield return texts.Plain("Groups.Effect.OneDepartment", ("group", name));
        }

        foreach (var (manager, person) in effect.Managed)
        {
            yield return texts.Plain(
                "Groups.Effect.Managed", ("group", name), ("manager", NameOf(everybody, manager)), ("person", NameOf(everybody, person)));
        }
    }

    private static string NameOf(IEnumerable<PoolPerson> people, PersonId id) => people.First(person => person.Id == id).Name;
}
