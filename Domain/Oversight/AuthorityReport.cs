using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Oversight;

/// <param name="Authorities">Every authority that somebody of a pair works in, by name.</param>
/// <param name="People">From each of them.</param>
/// <param name="Pairs">Null: fewer than the programme's smallest figure.</param>
/// <param name="Across">Pairs whose two work in different authorities, and all others.</param>
public sealed record AuthorityFigures(IReadOnlyList<string> Authorities, ShownRow People, int? Pairs, ShownRow Across);

/// <summary>For a programme that spreads over authorities: which are covered, and how many pairs reach across (S3-03, S3-07).</summary>
public sealed class AuthorityReport(Turn turn, Programme programme)
{
    private int Least => programme.Oversight.MinimumReportCount;

    /// <returns>Null where the programme does not look at authorities.</returns>
    public async Task<AuthorityFigures?> ReadAsync()
    {
        if (!programme.Matching.SpreadsAuthorities)
        {
            return null;
        }

        var pairs = FacultyReport.PairsOf(await FacultyReport.RecentAsync(turn, programme));
        var authorities = new Dictionary<PersonId, string>();
        foreach (var id in pairs.SelectMany(pair => new[] { pair.Requester, pair.Supporter }).Distinct())
        {
            var person = await turn.Stores.PersonAsync(id);
            var place = person?.Organisation is { } at ? await turn.Stores.OrganisationAsync(at) : null;
            if (person?.AuthorityAt(place) is { Length: > 0 } authority)
            {
                authorities[id] = authority;
            }
        }

        var across = pairs.Count(pair => authorities.TryGetValue(pair.Requester, out var one) && authorities.TryGetValue(pair.Supporter, out var other)
            && !string.Equals(one, other, StringComparison.OrdinalIgnoreCase));
        var covered = authorities.GroupBy(one => one.Value, StringComparer.OrdinalIgnoreCase).OrderBy(same => same.Key, StringComparer.OrdinalIgnoreCase).ToList();
        return new AuthorityFigures(
            [.. covered.Select(same => same.Key)], SmallNumbers.Hide([.. covered.Select(same => same.Count())], Least), pairs.Count < Least ? null : pairs.Count,
            SmallNumbers.Hide([across, pairs.Count - across], Least));
    }
}
