using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Groups;

/// <summary>Somebody who would like to be in a group, as the forming of groups looks at them.</summary>
/// <param name="Skills">What they can share, a word or a few each.</param>
/// <param name="Experience">Their <see cref="ExperienceBands"/>; null: they have not said.</param>
/// <param name="Apart">People with whom they are never put together; one of the two said so.</param>
public sealed record PoolPerson(
    PersonId Id, string Name, IReadOnlyList<string> Skills, string? Role, string? Department, OrganisationId? School, string? SchoolName,
    PersonId? Manager, IReadOnlyList<PersonId> Apart, string? Experience = null);

/// <summary>A school from which people would like to be in a group, and how many.</summary>
public sealed record PoolSchool(OrganisationId? Id, string? Name, int People);

/// <summary>Who can be put into a group: whoever shows what they can share, has room, and works at the lead's school or a linked one (S4-12).</summary>
public sealed class GroupPool(Turn turn, Programme programme)
{
    private static readonly string[] Separators = [",", ";", "\n", "/", " and ", " & ", "."];

    /// <summary>Schools of the pool; the lead's own first, then by name.</summary>
    public async Task<IReadOnlyList<PoolSchool>> SchoolsAsync(Person lead) =>
    [
        .. (await FreeAsync()).GroupBy(one => one.School).Select(school => new PoolSchool(school.Key, school.First().SchoolName, school.Count()))
            .OrderByDescending(school => school.Id == lead.Organisation).ThenBy(school => school.Name, StringComparer.Ordinal),
    ];

    /// <param name="schools">Those that the lead has linked; their own counts always.</param>
    public async Task<IReadOnlyList<PoolPerson>> PeopleAsync(Person lead, IReadOnlyCollection<OrganisationId> schools) =>
    [
        .. (await FreeAsync()).Where(one => one.School is { } school
            && (school == lead.Organisation || (programme.Groups is { AllowNeighbouringSchools: true } && schools.Contains(school)))),
    ];

    /// <summary>Everybody who has room, whatever their school; by name. An ask that is not answered yet may take a place, so it counts as one.</summary>
    public async Task<IReadOnlyList<PoolPerson>> FreeAsync()
    {
        var today = turn.Now.InZone(programme.Zone).Date;
        var found = new List<PoolPerson>();
        var asked = (await turn.Stores.GroupsInAsync(programme.Id)).Where(group => group.IsOpen).SelectMany(group => group.Members)
            .Where(member => member.State == MemberState.Asked).CountBy(member => member.Person).ToDictionary();
        foreach (var candidate in await turn.Stores.CandidatesAsync(programme.Id))
        {
            if (await turn.Stores.SupporterAsync(candidate.Person, programme.Id) is { } profile
                && (profile with { ActiveCycles = profile.ActiveCycles + asked.GetValueOrDefault(candidate.Person) }).IsAvailableOn(today, programme)
                && await OfAsync(profile) is { } person)
            {
                found.Add(person);
            }
        }

        return [.. found.OrderBy(one => one.Name, StringComparer.Ordinal).ThenBy(one => one.Id.Value, StringComparer.Ordinal)];
    }

    /// <summary>Facts about these people, whether or not they have room now; whoever is gone is left out.</summary>
    public async Task<IReadOnlyList<PoolPerson>> OfAsync(IEnumerable<PersonId> people)
    {
        var found = new List<PoolPerson>();
        foreach (var id in people)
        {
            if (await turn.Stores.SupporterAsync(id, programme.Id) is { } profile && await OfAsync(profile) is { } person)
            {
                found.Add(person);
            }
        }

        return found;
    }

    /// <summary>"Phonics, SEN and maths" as three.</summary>
    public static IReadOnlyList<string> SkillsIn(string words) =>
        [.. words.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    private async Task<PoolPerson?> OfAsync(SupporterProfile profile)
    {
        if (await turn.Stores.PersonAsync(profile.Person) is not { GoneSince: null } person)
        {
            return null;
        }

        var school = person.Organisation is { } at ? await turn.Stores.OrganisationAsync(at) : null;
        return new PoolPerson(
            person.Id, person.Name, SkillsIn(profile.Summary), person.JobRole, person.Department, person.Organisation, school?.Name, person.LineManager,
            profile.DeclaredConflicts, profile.Details.GetValueOrDefault(ExperienceBands.Key));
    }
}
