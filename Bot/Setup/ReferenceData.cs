using PeerBot.Domain;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Bot;

/// <summary>One entry of the section <c>Contacts</c>.</summary>
internal sealed class ContactOptions
{
    public string Name { get; init; } = "";

    public string Role { get; init; } = "";

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Hours { get; init; }

    public string? Cover { get; init; }

    public string? OutOfHours { get; init; }

    /// <summary><c>{tenantId}:{objectId}</c> of somebody whom PeerBot can write to.</summary>
    public string? Person { get; init; }

    public Uri? Link { get; init; }

    /// <summary>The link leads to a site that asks for a sign-in.</summary>
    public bool NeedsSignIn { get; init; }
}

/// <summary>Loads definitions, instruments, calendars and contacts at start, and refuses to start with all that is wrong named at once.</summary>
internal static class ReferenceData
{
    private const string GroupSuffix = "Group";

    /// <exception cref="InvalidOperationException">Something is missing or wrong; the message has a sentence for each.</exception>
    public static Reference Load(IConfiguration configuration, bool rehearsing)
    {
        var library = ReflectionLibrary.Load(ReflectionLibrary.ShippedFolder).OrThrow();
        var programmes = ProgrammeCatalogue.Load(configuration["Programmes:Folder"] ?? ProgrammeCatalogue.ShippedFolder, library).OrThrow();
        var contacts = Contacts(configuration);
        IReadOnlyList<string> missing =
            [.. FaultsOfContacts(configuration), .. Reference.Missing(programmes.Programmes, contacts), .. FaultsOfRoles(configuration, programmes, rehearsing)];
        return missing.Count == 0
            ? new Reference(programmes, Calendars(configuration), contacts, rehearsing) { Roles = Roles(configuration), RoleGroups = RoleGroups(configuration) }
            : throw new InvalidOperationException(string.Join(Environment.NewLine, missing));
    }

    private static Dictionary<string, Contact> Contacts(IConfiguration configuration) =>
        (configuration.GetSection("Contacts").Get<Dictionary<string, ContactOptions>>() ?? []).ToDictionary(
            entry => entry.Key,
            entry => new Contact(
                entry.Key, entry.Value.Name, entry.Value.Role, entry.Value.Phone, entry.Value.Email, entry.Value.Hours, entry.Value.Cover,
                entry.Value.OutOfHours, entry.Value.Person is { } person ? new PersonId(person.ToLowerInvariant()) : null, entry.Value.Link,
                entry.Value.NeedsSignIn));

    /// <summary><c>Roles:{programme}:{role}</c> is a list of <c>{tenantId}:{objectId}</c>.</summary>
    private static IReadOnlyList<RoleHolders> Roles(IConfiguration configuration) =>
    [
        .. from programme in configuration.GetSection("Roles").GetChildren()
           from role in programme.GetChildren()
           where !IsGroup(role)
           select new RoleHolders(
               programme.Key, role.Key, [.. (role.Get<string[]>() ?? []).Select(person => new PersonId(person.ToLowerInvariant()))]),
    ];

    /// <summary><c>Roles:{programme}:{role}Group</c> is the id of a group of the directory.</summary>
    private static IReadOnlyList<RoleGroup> RoleGroups(IConfiguration configuration) =>
    [
        .. from programme in configuration.GetSection("Roles").GetChildren()
           from role in programme.GetChildren()
           where IsGroup(role) && !string.IsNullOrWhiteSpace(role.Value)
           select new RoleGroup(programme.Key, role.Key[..^GroupSuffix.Length], role.Value!),
    ];

    /// <summary>A sentence for each contact without a name, and for each whose person cannot be anybody.</summary>
    private static IEnumerable<string> FaultsOfContacts(IConfiguration configuration)
    {
        foreach (var contact in configuration.GetSection("Contacts").GetChildren())
        {
            if (string.IsNullOrWhiteSpace(contact[nameof(ContactOptions.Name)]))
            {
                yield return $"{contact.Path} has no name: set {contact.Path}:Name.";
            }

            if (contact[nameof(ContactOptions.Person)] is { Length: > 0 } person && !IsPerson(person))
            {
                yield return $"Set {contact.Path}:Person to TENANT-ID:OBJECT-ID of somebody whom PeerBot can write to.";
            }
        }
    }

    /// <summary>Whoever is named for a scheme or a role that there is not, or by something that is no id, would be passed over in silence.</summary>
    /// <param name="rehearsing">The sample's people hold roles of the programmes that PeerBot brings, whichever are tried out.</param>
    private static IEnumerable<string> FaultsOfRoles(IConfiguration configuration, ProgrammeCatalogue programmes, bool rehearsing)
    {
        foreach (var programme in configuration.GetSection("Roles").GetChildren())
        {
            if (programmes.Current(programme.Key) is null)
            {
                if (!rehearsing)
                {
                    var loaded = string.Join(", ", programmes.Programmes.Select(one => one.Id).Distinct());
                    yield return $"{programme.Path} names no programme that is loaded: set Roles for one of {loaded}.";
                }

                continue;
            }

            foreach (var role in programme.GetChildren())
            {
                var name = IsGroup(role) ? role.Key[..^GroupSuffix.Length] : role.Key;
                if (!ProgrammeRoles.All.Contains(name))
                {
                    yield return $"{role.Path} names no role that PeerBot asks for: set {string.Join(" or ", ProgrammeRoles.All.Select(one => $"{programme.Path}:{one}"))}, or one of these with Group behind it.";
                }
                else if (!IsGroup(role) && (!string.IsNullOrWhiteSpace(role.Value) || role.GetChildren().Any(person => !IsPerson(person.Value ?? ""))))
                {
                    yield return $"Set {role.Path} to a list of TENANT-ID:OBJECT-ID, the first as {role.Path}:0.";
                }
            }
        }
    }

    private static bool IsPerson(string text) =>
        text.Split(':') is [var tenant, var person] && Guid.TryParse(tenant, out _) && Guid.TryParse(person, out _);

    private static bool IsGroup(IConfigurationSection role) =>
        role.Key.EndsWith(GroupSuffix, StringComparison.Ordinal) && role.Key.Length > GroupSuffix.Length;

    private static CalendarCatalogue Calendars(IConfiguration configuration) =>
        CalendarCatalogue.Load(configuration["Calendars:Folder"] ?? CalendarCatalogue.ShippedFolder).OrThrow();
}
