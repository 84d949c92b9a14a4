using PeerBot.Domain.Matching;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Tests.People;

[Trait("Requirement", "S2-30")]
public sealed class The_pool_of_supporters
{
    [Fact]
    public void Is_counted_by_size_locality_and_structure_so_that_gaps_show()
    {
        var pool = SupporterPool.Of(
        [
            From("a", SizeBand.Under100, "Ludlow", group: null), From("b", SizeBand.Under100, "Oswestry", "F1"), From("c", SizeBand.From211To420, "Ludlow", group: null),
            From("d", SizeBand.Over1000, "Ludlow", group: null) with { State = SupporterState.Paused },
        ]);

        Assert.Equal(3, pool.All);
        Assert.Equal([("Under100", 2), ("From100To210", 0), ("From211To420", 1), ("From421To1000", 0), ("Over1000", 0)], pool.Sizes.Select(Pair));
        Assert.Equal([("Ludlow", 2), ("Oswestry", 1)], pool.Localities.Select(Pair));
        Assert.Equal([("group", 1), ("single", 2)], pool.Structures.Select(Pair));
    }

    private static (string, int) Pair(PoolCount count) => (count.Kind, count.Supporters);

    private static Candidate From(string name, SizeBand size, string locality, string? group) =>
        Staff.Candidate(name, one => one with { Workplace = one.Workplace with { Size = size, Locality = locality, Group = group } });
}
