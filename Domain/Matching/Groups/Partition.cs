using System.Numerics;

namespace PeerBot.Domain.Matching.Groups;

/// <summary>Everybody in a group, with what each person would add to each group kept up to date, so that a change is judged in a few sums.</summary>
internal sealed class Partition
{
    private readonly GroupingProblem problem;
    private readonly int people;
    private readonly int room;
    private readonly int[] groupOf;
    private readonly int[] placeOf;
    private readonly int[] members;
    private readonly int[] sizes;
    private readonly int[] adds;

    public Partition(GroupingProblem problem, ReadOnlySpan<int> groupOf)
    {
        this.problem = problem;
        people = problem.People;
        room = problem.Most.Max();
        this.groupOf = groupOf.ToArray();
        placeOf = new int[people];
        members = new int[problem.Groups * room];
        sizes = new int[problem.Groups];
        adds = new int[problem.Groups * people];
        for (var person = 0; person < people; person++)
        {
            Enter(person, groupOf[person]);
            Add(problem.Row(person), To(groupOf[person]));
        }

        for (var person = 0; person < people; person++)
            Value += To(groupOf[person])[person];
        Value /= 2;
    }

    /// <summary>Sum of the distances inside groups.</summary>
    public long Value { get; private set; }

    public ReadOnlySpan<int> GroupOf => groupOf;

    public int Size(int group) => sizes[group];

    public ReadOnlySpan<int> Members(int group) => members.AsSpan(group * room, sizes[group]);

    /// <summary>For each person, the sum of the distances to the members of a group.</summary>
    public Span<int> To(int group) => adds.AsSpan(group * people, people);

    public int GainOfSwap(int one, int other)
    {
        var (here, there) = (groupOf[one], groupOf[other]);
        return To(there)[one] - To(here)[one] + To(here)[other] - To(there)[other] - (2 * problem.Distance(one, other));
    }

    public int GainOfMove(int person, int group) => To(group)[person] - To(groupOf[person])[person];

    public bool MayMove(int person, int group) =>
        sizes[groupOf[person]] > problem.Fewest[groupOf[person]] && sizes[group] < problem.Most[group]
        && !WouldBeAlike(groupOf[person], person, -1) && !WouldBeAlike(group, -1, person);

    public bool MaySwap(int one, int other) => !WouldBeAlike(groupOf[one], one, other) && !WouldBeAlike(groupOf[other], other, one);

    /// <summary>Whether all of a group have the same label.</summary>
    public bool IsAlike(int group) => WouldBeAlike(group, -1, -1);

    public void Swap(int one, int other)
    {
        var (here, there) = (groupOf[one], groupOf[other]);
        Value += GainOfSwap(one, other);
        Exchange(problem.Row(one), problem.Row(other), To(here), To(there));
        (placeOf[one], placeOf[other]) = (placeOf[other], placeOf[one]);
        (groupOf[one], groupOf[other]) = (there, here);
        members[(here * room) + placeOf[other]] = other;
        members[(there * room) + placeOf[one]] = one;
    }

    public void Move(int person, int group)
    {
        var from = groupOf[person];
        Value += GainOfMove(person, group);
        Exchange(problem.Row(person), default, To(from), To(group));
        var last = members[(from * room) + sizes[from] - 1];
        members[(from * room) + placeOf[person]] = last;
        placeOf[last] = placeOf[person];
        sizes[from]--;
        Enter(person, group);
    }

    private void Enter(int person, int group)
    {
        groupOf[person] = group;
        placeOf[person] = sizes[group];
        members[(group * room) + sizes[group]++] = person;
    }

    private bool WouldBeAlike(int group, int without, int with)
    {
        if (problem.Labels is not { } labels)
            return false;
        var label = with >= 0 ? labels[with] : -2;
        foreach (var member in Members(group))
        {
            if (member == without)
                continue;
            if (label == -2)
                label = labels[member];
            if (label == -1 || labels[member] != label)
                return false;
        }

        return label >= 0;
    }

    private static void Add(ReadOnlySpan<int> row, Span<int> sums)
    {
        for (var i = 0; i < sums.Length; i++)
            sums[i] += row[i];
    }

    // One leaves "from" for "to", and the other, if any, comes the other way.
    private static void Exchange(ReadOnlySpan<int> one, ReadOnlySpan<int> other, Span<int> from, Span<int> to)
    {
        var i = 0;
        for (; i <= from.Length - Vector<int>.Count; i += Vector<int>.Count)
        {
            var change = new Vector<int>(one[i..]);
            if (!other.IsEmpty)
                change -= new Vector<int>(other[i..]);
            (new Vector<int>(from[i..]) - change).CopyTo(from[i..]);
            (new Vector<int>(to[i..]) + change).CopyTo(to[i..]);
        }

        for (; i < from.Length; i++)
        {
            var change = one[i] - (other.IsEmpty ? 0 : other[i]);
            from[i] -= change;
            to[i] += change;
        }
    }
}
