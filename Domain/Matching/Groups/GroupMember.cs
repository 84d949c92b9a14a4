using PeerBot.Domain.People;

namespace PeerBot.Domain.Matching.Groups;

/// <summary>Somebody of the pool that groups are formed from.</summary>
/// <param name="Skills">As the member names them under "I can share"; upper and lower case are the same.</param>
/// <param name="Experience">A band in words, such as "under 5 years"; null: not known.</param>
/// <param name="DeclaredConflicts">People they are never grouped with, by their own word.</param>
public sealed record GroupMember(
    PersonId Person,
    Workplace Workplace,
    IReadOnlyList<string> Skills,
    string? Role = null,
    string? Experience = null,
    PersonId? LineManager = null,
    IReadOnlyList<PersonId>? DeclaredConflicts = null)
{
    public IReadOnlyList<PersonId> DeclaredConflicts { get; init; } = DeclaredConflicts ?? [];

    public static GroupMember Of(
        Person person, Organisation? organisation, IReadOnlyList<string> skills, string? experience = null,
        IReadOnlyList<PersonId>? declaredConflicts = null) =>
        new(person.Id, Workplace.Of(person, organisation), skills, person.JobRole, experience, person.LineManager, declaredConflicts);

    public bool Knows(GroupFacet facet) => Of(facet).Any();

    internal IEnumerable<string> Of(GroupFacet facet) => (facet switch
    {
        GroupFacet.Skills => Skills,
        GroupFacet.Role => Only(Role),
        GroupFacet.Department => Only(Workplace.Department),
        GroupFacet.Experience => Only(Experience),
        _ => Only(Workplace.Organisation?.ToString()),
    }).Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value.Trim());

    private static IReadOnlyList<string> Only(string? value) => value is null ? [] : [value];
}

/// <summary>Something in which the members of a group should differ.</summary>
public enum GroupFacet
{
    Skills,
    Role,
    Department,
    Experience,

    /// <summary>The values are ids of organisations.</summary>
    School,
}
