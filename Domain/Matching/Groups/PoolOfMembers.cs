using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Matching.Groups;

/// <summary>The pool under the rules of a programme: how much two people differ, and who is kept apart.</summary>
/// <remarks>
/// What the programme names first decides; the rest counts among what is equal in it. So no swap that is allowed makes the skills of groups
/// more varied where skills come first. Skills differ by the share of those that only one of the two has; the rest differs or does not.
/// What is not known is like nothing, and makes no difference.
/// </remarks>
internal sealed class PoolOfMembers
{
    // Every share of up to six skills is a whole number of these.
    private const int Whole = 60;

    private readonly Dictionary<PersonId, int> places;
    private readonly string[][][] values;

    public PoolOfMembers(Programme programme, IReadOnlyList<GroupMember> members, IReadOnlyCollection<(PersonId, PersonId)> agreed)
    {
        Constraints = GroupConstraints.Of(programme);
        Members = members;
        places = members.Select((member, place) => (member.Person, place)).ToDictionary(pair => pair.Person, pair => pair.place);
        values = [.. Constraints.VaryBy.Select(facet => members.Select(member => Values(member, facet)).ToArray())];
        KeptApart = [.. PairsApart(programme.Matching, agreed)];
    }

    public GroupConstraints Constraints { get; }

    public IReadOnlyList<GroupMember> Members { get; }

    public IReadOnlyList<KeptApart> KeptApart { get; }

    public bool Holds(PersonId person) => places.ContainsKey(person);

    public int PlaceOf(PersonId person) => places[person];

    /// <summary>How much two people differ, without who is kept apart.</summary>
    public int Difference(int one, int other)
    {
        var sum = 0;
        for (var facet = 0; facet < values.Length; facet++)
            sum += facet == 0 ? Share(values[0][one], values[0][other]) * First : Share(values[facet][one], values[facet][other]) / Whole;
        return sum;
    }

    // More than all the rest can change by one swap: two people, each with the others of both groups.
    private int First => (2 * Constraints.MaxSize * Math.Max(0, values.Length - 1)) + 1;

    public int[] Distances()
    {
        // Whoever is kept apart costs more than any swap could bring.
        var apart = -Math.Min(2 * Constraints.MaxSize * ((First * Whole) + values.Length), int.MaxValue / 8 / (Constraints.MaxSize + 1));
        var count = Members.Count;
        var distances = new int[count * count];
        for (var one = 0; one < count; one++)
        {
            for (var other = 0; other < one; other++)
                distances[(one * count) + other] = distances[(other * count) + one] = Difference(one, other);
        }

        foreach (var pair in KeptApart)
        {
            var (one, other) = (PlaceOf(pair.One), PlaceOf(pair.Other));
            distances[(one * count) + other] = distances[(other * count) + one] = apart;
        }

        return distances;
    }

    /// <summary>The department of each as a number; -1: not known. Null: the programme does not mind.</summary>
    /// <param name="groups">How many there will be: where a department is so large that each cannot have somebody else, it is left out.</param>
    public int[]? Departments(int groups)
    {
        if (!Constraints.MixedDepartments)
            return null;
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var labels = Members
            .Select(member => member.Workplace.Department is { } name ? numbers.TryAdd(name, numbers.Count) ? numbers.Count - 1 : numbers[name] : -1)
            .ToArray();
        foreach (var large in labels.Where(label => label >= 0).CountBy(label => label).Where(count => count.Value > Members.Count - groups))
            labels = Array.ConvertAll(labels, label => label == large.Key ? -1 : label);
        return labels;
    }

    private static string[] Values(GroupMember member, GroupFacet facet) =>
        [.. member.Of(facet).Select(value => value.ToUpperInvariant()).Distinct(StringComparer.Ordinal)];

    private static int Share(string[] ours, string[] theirs)
    {
        if (ours.Length == 0 || theirs.Length == 0)
            return 0;
        var common = ours.Count(value => theirs.Contains(value, StringComparer.Ordinal));
        var all = ours.Length + theirs.Length - common;
        return Whole * (all - common) / all;
    }

    private IEnumerable<KeptApart> PairsApart(MatchingRules rules, IReadOnlyCollection<(PersonId, PersonId)> agreed)
    {
        for (var one = 0; one < Members.Count; one++)
        {
            for (var other = one + 1; other < Members.Count; other++)
            {
                var (first, second) = (Members[one], Members[other]);
                if (Why(rules, first, second, agreed) is { } test)
                    yield return new(first.Person, second.Person, test == ConflictTest.DeclaredConflict ? null : test);
            }
        }
    }

    private ConflictTest? Why(MatchingRules rules, GroupMember one, GroupMember other, IReadOnlyCollection<(PersonId, PersonId)> agreed)
    {
        if (Blocks(ConflictTest.DeclaredConflict) && (one.DeclaredConflicts.Contains(other.Person) || other.DeclaredConflicts.Contains(one.Person)))
            return ConflictTest.DeclaredConflict;
        if ((one.LineManager == other.Person || other.LineManager == one.Person)
            && (Blocks(ConflictTest.LineManagement) || (Constraints.LineManagersApart && !HaveAgreed())))
            return ConflictTest.LineManagement;
        if (Blocks(ConflictTest.SameOrganisation) && one.Workplace.Organisation is { } at && other.Workplace.Organisation == at)
            return ConflictTest.SameOrganisation;
        return Blocks(ConflictTest.SameTrustOrFederation) && one.Workplace.Group is { } trust
            && string.Equals(other.Workplace.Group, trust, StringComparison.Ordinal) ? ConflictTest.SameTrustOrFederation : null;

        bool Blocks(ConflictTest test) => rules.ActionOn(test) == ConflictAction.Block;

        bool HaveAgreed() => Constraints.UnlessBothAgree
            && (agreed.Contains((one.Person, other.Person)) || agreed.Contains((other.Person, one.Person)));
    }
}
