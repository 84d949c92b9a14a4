using NodaTime;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Matching;

/// <summary>Where somebody works, as far as closeness and conflicts look at it. Null: not known, which is like nothing.</summary>
/// <param name="Group">Id of the federation or trust.</param>
public sealed record Workplace(
    OrganisationId? Organisation = null,
    string? Group = null,
    string? Phase = null,
    SizeBand? Size = null,
    string? Locality = null,
    string? Authority = null,
    string? Department = null)
{
    public static Workplace Of(Person person, Organisation? organisation) => new(
        person.Organisation, organisation?.Group?.Id, organisation?.Phase, organisation?.Size, organisation?.Locality,
        person.AuthorityAt(organisation), person.Department);
}

/// <summary>A supporter as a shortlist sees them: what decides, and nothing that is only shown.</summary>
public sealed record Candidate(
    PersonId Person,
    Workplace Workplace,
    SupporterState State,
    int Capacity,
    int ActiveCycles,
    LocalDate? TrainedOn,
    LocalDate? ConsentedOn,
    LocalDate? PausedUntil,
    PersonId? LineManager,
    IReadOnlyList<PersonId> DeclaredConflicts)
{
    public static Candidate Of(SupporterProfile profile, Person person, Organisation? organisation) => new(
        profile.Person, Workplace.Of(person, organisation), profile.State, profile.Capacity, profile.ActiveCycles, profile.TrainedOn,
        profile.ConsentedOn, profile.PausedUntil, person.LineManager, profile.DeclaredConflicts);
}
