using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

/// <param name="Faculties">Every faculty that somebody of a pair works in, by name.</param>
/// <param name="People">From each of the faculties.</param>
/// <param name="Pairs">Null: fewer than the programme's smallest figure.</param>
/// <param name="Across">Pairs whose two work in different faculties, and those whose two do not.</param>
/// <param name="BecameSupporters">People who were supported once and are trained to support others now. Null as before.</param>
/// <param name="Phases">Running cycles in each phase, in the order of the phases; empty where the programme has none.</param>
public sealed record FacultyFigures(
    IReadOnlyList<string> Faculties, ShownRow People, int? Pairs, ShownRow Across, int? BecameSupporters, ShownRow Phases);

/// <summary>For a programme that spreads over faculties: which are covered, and how many pairs reach across (S1-03, S1-19).</summary>
public sealed class FacultyReport(Turn turn, Programme programme)
{
    private const int Everything = 100_000;

    /// <summary>How far back a pair that is over counts.</summary>
    private static readonly Duration Year = Duration.FromDays(365);

    private readonly IStores stores = turn.Stores;

    /// <returns>Null where the programme does not look at faculties.</returns>
    public async Task<FacultyFigures?> ReadAsync()
    {
        if (!programme.Matching.SpreadsFaculties)
        {
            return null;
        }

        var cycles = await RecentAsync(turn, programme);
        var pairs = PairsOf(cycles);
        var faculties = new Dictionary<PersonId, string>();
        foreach (var person in pairs.SelectMany(pair => new[] { pair.Requester, pair.Supporter }).Distinct())
        {
            if ((await stores.PersonAsync(person))?.Department is { Length: > 0 } faculty)
            {
                faculties[person] = faculty;
            }
        }

        var became = 0;
        foreach (var partner in pairs.Select(pair => pair.Requester).Distinct())
        {
            became += await stores.SupporterAsync(partner, programme.Id) is { TrainedOn: not null, State: not SupporterState.Left } ? 1 : 0;
        }

        var across = pairs.Count(pair => faculties.TryGetValue(pair.Requester, out var one) && faculties.TryGetValue(pair.Supporter, out var other)
            && !string.Equals(one, other, StringComparison.OrdinalIgnoreCase));
        var covered = faculties.GroupBy(one => one.Value, StringComparer.OrdinalIgnoreCase).OrderBy(same => same.Key, StringComparer.OrdinalIgnoreCase).ToList();
        return new FacultyFigures(
            [.. covered.Select(same => same.Key)], Row(covered.Select(same => same.Count())), Shown(pairs.Count), Row([across, pairs.Count - across]), Shown(became),
            Row(programme.Cycle.Phases.Select(phase => cycles.Count(cycle => cycle.IsOpen && PhaseNow.Of(turn.Programme(cycle.Programme), cycle)?.Current.Id == phase.Id))));
    }

    /// <summary>Cycles that run, or were over within the year.</summary>
    internal static async Task<IReadOnlyList<Cycle>> RecentAsync(Turn turn, Programme programme)
    {
        var cycles = (await turn.Stores.CyclesClosedAsync(new Interval(turn.Now - Year, turn.Now), Everything)).Where(cycle => cycle.Programme.Id == programme.Id).ToList();
        foreach (var standing in Enum.GetValues<CycleStanding>())
        {
            cycles.AddRange(await turn.Stores.CyclesStandingAsync(programme.Id, standing, 0, Everything));
        }

        return cycles;
    }

    internal static IReadOnlyList<(PersonId Requester, PersonId Supporter)> PairsOf(IReadOnlyList<Cycle> cycles) =>
        [.. cycles.Where(cycle => !cycle.IsGroup).Select(cycle => (cycle.Requester, cycle.Supporter)).Distinct()];

    private ShownRow Row(IEnumerable<int> counts) => SmallNumbers.Hide([.. counts], programme.Oversight.MinimumReportCount);

    private int? Shown(int count) => count < programme.Oversight.MinimumReportCount ? null : count;
}
