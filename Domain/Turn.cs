using NodaTime;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain;

/// <summary>The definitions and what they refer to. Of it only what <see cref="LocalSettings"/> holds can change while the product runs.</summary>
/// <param name="Contacts">By the key that definitions use.</param>
/// <param name="Rehearsing">Draft programmes take requests; never in production.</param>
public sealed record Reference(
    ProgrammeCatalogue Programmes, CalendarCatalogue Calendars, IReadOnlyDictionary<string, Contact> Contacts,
    bool Rehearsing)
{
    /// <summary>Who holds which role, by list or by group of the directory.</summary>
    public IReadOnlyList<RoleHolders> Roles { get; init; } = [];

    /// <summary>Roles whose holders are read from a group of the directory each night.</summary>
    public IReadOnlyList<RoleGroup> RoleGroups { get; init; } = [];

    /// <summary>Where people fetch the file of their own data; null where no file can be fetched.</summary>
    public IPersonalLinks? Links { get; init; }

    /// <summary>The nightly deletion counts and deletes nothing.</summary>
    public bool RetentionDryRun { get; init; }

    /// <summary>The instruments that the definitions refer to.</summary>
    public ReflectionLibrary Library => Programmes.Library;

    /// <summary>Contacts that programmes name and that are not there, and links without an address; a sentence each.</summary>
    public static IReadOnlyList<string> Missing(IEnumerable<Programme> programmes, IReadOnlyDictionary<string, Contact> contacts) =>
    [
        .. from programme in programmes
           from key in programme.ContactRefs
           where !contacts.ContainsKey(key)
           select $"{programme.Id} names the contact \"{key}\": set Contacts:{key}:Name and how to reach them.",
        .. from programme in programmes
           from link in programme.Purpose.Links
           where contacts.TryGetValue(link.ContactRef, out var contact) && contact.Link is null
           select $"{programme.Id} links to the contact \"{link.ContactRef}\": set Contacts:{link.ContactRef}:Link.",
    ];

    public IEnumerable<PersonId> HoldersOf(string programmeId, string role) =>
        Roles.Where(held => held.ProgrammeId == programmeId && held.Role == role).SelectMany(held => held.People).Distinct();

    /// <summary>Who looks after the programme, under whatever name.</summary>
    public IEnumerable<PersonId> OverseersOf(string programmeId) => ProgrammeRoles.Overseeing.SelectMany(role => HoldersOf(programmeId, role)).Distinct();

    public bool Oversees(PersonId person, string programmeId) => ProgrammeRoles.Overseeing.Any(role => Holds(person, programmeId, role));

    /// <param name="role">Such as "coordinator".</param>
    public bool Holds(PersonId person, string programmeId, string role) =>
        Roles.Any(held => held.ProgrammeId == programmeId && held.Role == role && held.People.Contains(person));
}

/// <summary>Where a use case runs: the stores of this one turn, the calendars outside, and the time it is.</summary>
public sealed record Turn(IStores Stores, Reference Reference, ICalendar Calendar, Instant Now)
{
    /// <summary>Who is still there; asked by what runs at night alone.</summary>
    public IDirectory Directory { get; init; } = NoDirectory.Instance;

    /// <summary>A turn over the reference data as the authority has it now.</summary>
    public static async Task<Turn> BeginAsync(IStores stores, Reference reference, ICalendar calendar, Instant now) =>
        new(stores, (await stores.SettingsAsync()).Over(reference), calendar, now);

    /// <summary>The definition that something started under, and keeps.</summary>
    /// <exception cref="InvalidOperationException">It is no longer loaded: a running cycle needs its definition file kept.</exception>
    public Programme Programme(ProgrammeKey version) => Reference.Programmes.Get(version)
        ?? throw new InvalidOperationException($"Programme {version} is in use but its definition is not loaded.");

    /// <summary>Whether what started under it may book meetings: not once that version, or the one in force, says that the scheme is closed.</summary>
    public bool TakesMeetings(ProgrammeKey version) =>
        Programme(version).TakesMeetings && Reference.Programmes.Current(version.Id) is not { TakesMeetings: false };
}
