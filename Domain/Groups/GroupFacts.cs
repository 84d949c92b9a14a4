using PeerBot.Domain.People;

namespace PeerBot.Domain.Groups;

/// <summary>What is in a group, for the reasons that its lead reads.</summary>
/// <param name="Skills">Each once, in the order of the members.</param>
/// <param name="Twice">Skills that more than one of them brings.</param>
/// <param name="Managed">Line managers who are together with somebody they manage.</param>
/// <param name="Bands">How many bands of experience there are among those who have said theirs.</param>
/// <param name="OneDepartment">The one department that all are of; null: more than one, or not known.</param>
public sealed record GroupFacts(
    IReadOnlyList<string> Skills, IReadOnlyList<string> Twice, int Departments, int Schools, int Roles,
    IReadOnlyList<(PersonId Manager, PersonId Person)> Managed, string? OneDepartment, int Bands = 0)
{
    public static GroupFacts Of(IReadOnlyList<PoolPerson> people)
    {
        var skills = people.SelectMany(one => one.Skills).GroupBy(skill => skill, StringComparer.OrdinalIgnoreCase).ToList();
        var departments = Different(people, one => one.Department);
        return new GroupFacts(
            [.. skills.Select(skill => skill.First())], [.. skills.Where(skill => skill.Count() > 1).Select(skill => skill.First())],
            departments.Count, Different(people, one => one.SchoolName).Count, Different(people, one => one.Role).Count,
            [
                .. from person in people
                   from manager in people
                   where person.Manager == manager.Id
                   select (manager.Id, person.Id),
            ],
            departments.Count == 1 && people.All(one => one.Department is not null) ? departments.First() : null,
            Different(people, one => one.Experience).Count);
    }

    private static HashSet<string> Different(IReadOnlyList<PoolPerson> people, Func<PoolPerson, string?> value) =>
        people.Select(value).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
}
