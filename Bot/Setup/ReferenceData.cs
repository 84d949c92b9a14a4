using System.ComponentModel.DataAnnotations;
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
    [Required]
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
        var missing = Reference.Missing(programmes.Programmes, contacts);
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

    private static bool IsGroup(IConfigurationSection role) =>
        role.Key.EndsWith(GroupSuffix, StringComparison.Ordinal) && role.Key.Length > GroupSuffix.Length;

    private static CalendarCatalogue Calendars(IConfiguration configuration) =>
        CalendarCatalogue.Load(configuration["Calendars:Folder"] ?? CalendarCatalogue.ShippedFolder).OrThrow();
}
