namespace PeerBot.Domain.Matching.Groups;

/// <summary>Makes a partition better by moves and swaps until no allowed one helps.</summary>
/// <remarks>
/// A swap between two groups depends on these two alone, so a pair of groups is looked at again only when one of them has changed. The best
/// of a pair is taken. Most people are passed over at once: their gain, even with the best partner at the least distance, is none.
/// </remarks>
internal sealed class LocalSearch
{
    private readonly GroupingProblem problem;
    private readonly Partition partition;
    private readonly List<int> changes = [];
    private readonly Queue<int> open = new();
    private readonly bool[] isOpen;
    private readonly int[] gains;

    public LocalSearch(GroupingProblem problem, Partition partition)
    {
        this.problem = problem;
        this.partition = partition;
        isOpen = new bool[problem.Groups];
        gains = new int[problem.Most.Max()];
    }

    /// <summary>How much was reckoned so far: a measure of effort that is the same on every machine.</summary>
    public long Work { get; private set; }

    public void Improve()
    {
        while (open.TryDequeue(out var group))
        {
            isOpen[group] = false;
            Work += 2 * problem.Groups;
            for (var other = 0; other < problem.Groups; other++)
            {
                while (other != group && (MoveBest(group, other) || MoveBest(other, group) || SwapBest(group, other)))
                {
                }
            }
        }
    }

    public void Count(long work) => Work += work;

    public void ImproveAll()
    {
        for (var group = 0; group < problem.Groups; group++)
            Open(group);
        Improve();
        Keep();
    }

    public void Swap(int one, int other)
    {
        Open(partition.GroupOf[one]);
        Open(partition.GroupOf[other]);
        changes.Add(one);
        changes.Add(other);
        partition.Swap(one, other);
        Work += problem.People / 4;
    }

    public void Move(int person, int group)
    {
        Open(partition.GroupOf[person]);
        Open(group);
        changes.Add(person);
        changes.Add(~partition.GroupOf[person]);
        partition.Move(person, group);
        Work += problem.People / 4;
    }

    /// <summary>The changes since the last stand.</summary>
    public void Keep() => changes.Clear();

    /// <summary>Goes back to the last kept state, from which nothing was open.</summary>
    public void Undo()
    {
        for (var i = changes.Count - 2; i >= 0; i -= 2)
        {
            if (changes[i + 1] < 0)
                partition.Move(changes[i], ~changes[i + 1]);
            else
                partition.Swap(changes[i], changes[i + 1]);
        }

        changes.Clear();
    }

    private void Open(int group)
    {
        if (isOpen[group])
            return;
        isOpen[group] = true;
        open.Enqueue(group);
    }

    private bool MoveBest(int from, int to)
    {
        if (partition.Size(from) <= problem.Fewest[from] || partition.Size(to) >= problem.Most[to])
            return false;
        var (best, found) = (0, -1);
        foreach (var person in partition.Members(from))
        {
            if (partition.GainOfMove(person, to) > best && partition.MayMove(person, to))
                (best, found) = (partition.GainOfMove(person, to), person);
        }

        if (found >= 0)
            Move(found, to);
        return found >= 0;
    }

    private bool SwapBest(int here, int there)
    {
        var ours = partition.Members(here);
        var theirs = partition.Members(there);
        var toHere = partition.To(here);
        var toThere = partition.To(there);
        var most = int.MinValue;
        for (var i = 0; i < theirs.Length; i++)
        {
            gains[i] = toHere[theirs[i]] - toThere[theirs[i]];
            most = Math.Max(most, gains[i]);
        }

        var (best, one, other) = (0, -1, -1);
        foreach (var person in ours)
        {
            var gain = toThere[person] - toHere[person];
            if (theirs.IsEmpty || gain + most - (2 * problem.Nearest[person]) <= best)
                continue;
            var row = problem.Row(person);
            for (var i = 0; i < theirs.Length; i++)
            {
                var sum = gain + gains[i] - (2 * row[theirs[i]]);
                if (sum > best && partition.MaySwap(person, theirs[i]))
                    (best, one, other) = (sum, person, theirs[i]);
            }

            Work += theirs.Length;
        }

        Work += ours.Length + theirs.Length;
        if (one >= 0)
            Swap(one, other);
        return one >= 0;
    }
}
