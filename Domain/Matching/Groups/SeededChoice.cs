namespace PeerBot.Domain.Matching.Groups;

/// <summary>Chance from a seed, the same in every process and version of .NET (splitmix64).</summary>
internal struct SeededChoice(int seed)
{
    private ulong state = (ulong)seed;

    /// <summary>From 0 to one less than <paramref name="many"/>.</summary>
    public int Below(int many)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)(((mixed ^ (mixed >> 31)) >> 32) * (ulong)many >> 32);
    }

    public void Shuffle(Span<int> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
