using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Coordinating;

/// <summary>C31 of the schemes that count other things than the authority does: what took place in a term, and where pairs reach to.</summary>
public sealed class Reports_that_definitions_name
{
    [Theory, Trait("Requirement", "S0-06"), Trait("Requirement", "S2-36")]
    [InlineData(6, 1, "6")]
    [InlineData(4, 1, "too few to say")]
    [InlineData(2, 3, "too few to say")]
    public async Task Conversations_that_took_place_are_counted_by_term_where_enough_people_had_them(int pairs, int each, string shown)
    {
        var cycles = Pairs(Scotland.MiddleLeaders, pairs, Scotland.Sound);
        var scheme = new Scheme(
            "2026-12-01T10:00",
            [.. Scotland.Everyone(), .. cycles.People, .. cycles.Cycles, .. cycles.Cycles.SelectMany(cycle => Given.Held(cycle, MeetingMode.Teams, "2026-11-03T14:00", each))])
        {
            Reference = Scotland.Reference,
        };
        var team = scheme.Of(Scotland.Team);
        await team.Says("reports");

        team.Sees($"Conversations that took place: {shown}");
    }

    [Theory, Trait("Requirement", "S3-03"), Trait("Requirement", "S3-07"), Trait("Requirement", "S2-36")]
    [InlineData(6, "Pairs: 6", "Pairs across authorities: 6", "People from Highland: 6", "People from Shetland Islands: 6")]
    [InlineData(4, "Pairs: fewer than 5", "Pairs across authorities: fewer than 5", "People from Highland: not shown", "People from Shetland Islands: not shown")]
    public async Task Pairs_by_authority_are_counted_and_nothing_points_at_few(int pairs, params string[] shown)
    {
        var rhona = Scotland.Staff("rhona", "Rhona Lamb", Scotland.Harbour, Scotland.PeerMentoring);
        var (people, cycles) = Pairs(Scotland.PeerMentoring, pairs, Scotland.Harbour, Scotland.Isles);
        var scheme = new Scheme("2026-12-01T10:00", [.. Scotland.Everyone(), rhona, .. people, .. cycles])
        {
            Reference = Scotland.Reference with { Roles = [new RoleHolders(Scotland.PeerMentoring, ProgrammeRoles.Coordinator, [rhona.Id])] },
        };
        await scheme.Of(rhona).Says("reports");

        scheme.Of(rhona).Sees(["Authorities covered: Highland and Shetland Islands", .. shown]);
    }

    /// <param name="places">Where the one and the other work; one place: both there.</param>
    private static (IReadOnlyList<Person> People, IReadOnlyList<Cycle> Cycles) Pairs(string scheme, int count, params IReadOnlyList<Organisation> places)
    {
        var ones = Enumerable.Range(0, count).Select(at => Scotland.Staff($"one{at}", $"One {(char)('A' + at)}", places[0], scheme)).ToList();
        var others = Enumerable.Range(0, count).Select(at => Scotland.Staff($"other{at}", $"Other {(char)('A' + at)}", places[^1], scheme)).ToList();
        return ([.. ones, .. others], [.. ones.Zip(others, (one, other) => Scotland.Cycle(scheme, one, other, pairedAt: "2026-09-08T10:00"))]);
    }
}
