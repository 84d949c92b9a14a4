namespace PeerBot.Domain.Matching.Groups;

/// <summary>
/// People to be put into groups so that the distances between those of a group add up to the most: the maximally diverse grouping problem.
/// </summary>
/// <remarks>
/// Distances are whole numbers, so that the same seed gives the same groups on every machine. A distance far below zero keeps two people
/// apart. A label (such as a department) that all people of a group would share is refused; -1 is a label like nobody else's.
/// </remarks>
public sealed class GroupingProblem
{
    private readonly int[] distances;

    /// <param name="distances">Row by row, symmetric; the diagonal is not looked at.</param>
    /// <param name="fewest">Fewest people of each group.</param>
    /// <param name="most">Most people of each group.</param>
    /// <param name="labels">Null: any people may be together.</param>
    public GroupingProblem(int[] distances, IReadOnlyList<int> fewest, IReadOnlyList<int> most, IReadOnlyList<int>? labels = null)
    {
        People = (int)Math.Round(Math.Sqrt(distances.Length));
        Fewest = [.. fewest];
        Most = [.. most];
        Labels = labels is null ? null : [.. labels];
        this.distances = (int[])distances.Clone();
        if (People * People != distances.Length)
            throw new ArgumentException("Distances are one row for each person.", nameof(distances));
        if (Fewest.Length != Most.Length || Fewest.Zip(Most).Any(size => size.First < 0 || size.First > size.Second))
            throw new ArgumentException("Each group has a fewest and a most, the first not above the second.", nameof(most));
        if (Fewest.Sum() > People || Most.Sum() < People)
            throw new ArgumentException("So many people do not fit into groups of these sizes.", nameof(fewest));
        if (Labels is not null && Labels.Length != People)
            throw new ArgumentException("One label for each person.", nameof(labels));

        Nearest = new int[People];
        for (var person = 0; person < People; person++)
        {
            this.distances[(person * People) + person] = 0;
            Nearest[person] = People > 1 ? Row(person).ToArray().Where((_, other) => other != person).Min() : 0;
        }

        // A person's distances to a whole group, four of them in one sum, have to fit into an int.
        if (this.distances.Length > 0 && this.distances.Max(distance => Math.Abs((long)distance)) * (Most.Max() + 1) > int.MaxValue / 4)
            throw new ArgumentException("Distances are too large for groups of this size.", nameof(distances));
    }

    public int People { get; }

    public int Groups => Fewest.Length;

    internal int[] Fewest { get; }

    internal int[] Most { get; }

    internal int[]? Labels { get; }

    /// <summary>The least distance of each person to anybody.</summary>
    internal int[] Nearest { get; }

    internal ReadOnlySpan<int> Row(int person) => distances.AsSpan(person * People, People);

    internal int Distance(int one, int other) => distances[(one * People) + other];
}
