using PeerBot.Domain.Matching;

namespace PeerBot.Domain.People;

/// <summary>One kind of school and how many supporters come from it.</summary>
public sealed record PoolCount(string Kind, int Supporters);

/// <summary>Where the supporters of a programme come from, so that gaps show (S2-30).</summary>
/// <param name="Sizes">Every band, also those that nobody comes from; by the band's name.</param>
/// <param name="Structures">"group" for a federation or trust, "single" for a school on its own.</param>
public sealed record SupporterPool(
    int All, IReadOnlyList<PoolCount> Sizes, IReadOnlyList<PoolCount> Localities, IReadOnlyList<PoolCount> Structures)
{
    public static SupporterPool Of(IReadOnlyList<Candidate> listed)
    {
        var places = listed.Where(one => one.State == SupporterState.Listed).Select(one => one.Workplace).ToList();
        return new(
            places.Count,
            [.. Enum.GetValues<SizeBand>().Select(band => new PoolCount(band.ToString(), places.Count(place => place.Size == band)))],
            [
                .. places.Where(place => place.Locality is not null).GroupBy(place => place.Locality!)
                    .Select(same => new PoolCount(same.Key, same.Count())).OrderBy(count => count.Kind, StringComparer.Ordinal),
            ],
            [new("group", places.Count(place => place.Group is not null)), new("single", places.Count(place => place.Group is null))]);
    }
}
