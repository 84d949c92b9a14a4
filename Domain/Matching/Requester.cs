using PeerBot.Domain.People;

namespace PeerBot.Domain.Matching;

/// <summary>Who is looking for a supporter.</summary>
/// <param name="DeclaredConflicts">People they are never paired with, by their own word.</param>
/// <param name="PreviousPartners">People they have been paired with before.</param>
public sealed record Requester(
    PersonId Person,
    Workplace Workplace,
    PersonId? LineManager,
    IReadOnlyList<PersonId> DeclaredConflicts,
    IReadOnlyList<PersonId> PreviousPartners)
{
    public static Requester Of(
        Person person, Organisation? organisation, IReadOnlyList<PersonId>? declaredConflicts = null,
        IReadOnlyList<PersonId>? previousPartners = null) =>
        new(
            person.Id, Workplace.Of(person, organisation), person.LineManager, declaredConflicts ?? [],
            previousPartners ?? []);
}
