using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Oversight;

/// <summary>A closure or a bank holiday that a coordinator has added since the calendars were published.</summary>
/// <param name="CalendarRef">The calendar that a closure belongs to; null for a bank holiday.</param>
/// <param name="Division">The division that a bank holiday belongs to; null for a closure.</param>
/// <param name="Until">Last day, included.</param>
public sealed record CalendarChange(
    Guid Id, string Name, LocalDate From, LocalDate Until, string? CalendarRef, BankHolidayDivision? Division, PersonId AddedBy, Instant AddedAt);

/// <summary>Who holds a role of a programme, such as "coordinator".</summary>
public sealed record RoleHolders(string ProgrammeId, string Role, IReadOnlyList<PersonId> People);

/// <param name="Group">Id of the group in the directory.</param>
public sealed record RoleGroup(string ProgrammeId, string Role, string Group);

/// <summary>Roles that the product itself asks for; others are a definition's own.</summary>
public static class ProgrammeRoles
{
    public const string Coordinator = "coordinator";
    public const string Facilitator = "facilitator";

    /// <summary>Forms groups and looks after those that they formed.</summary>
    public const string GroupLead = "group-lead";

    /// <summary>Whoever holds one of these looks after the whole of a scheme; what they are called there is the definition's own word.</summary>
    public static readonly IReadOnlyList<string> Overseeing = [Coordinator, Facilitator];

    public static readonly IReadOnlyList<string> All = [Coordinator, Facilitator, GroupLead];
}

/// <summary>A day on which supporters of a programme are trained, as the coordinator has entered it.</summary>
/// <param name="Time">Null: told later.</param>
/// <param name="Place">Null: told later.</param>
public sealed record TrainingDate(Guid Id, string ProgrammeId, LocalDate Day, LocalTime? Time, string? Place);

/// <summary>
/// What an authority changes for itself without a release. One small record: it is laid over the configuration when a turn begins.
/// </summary>
/// <param name="Contacts">By key; each takes the place of the configured contact of that key.</param>
/// <param name="Roles">As last read from the groups of the directory; beside those of the configuration.</param>
/// <param name="Routines">When each errand that comes round is next due; null: none was begun.</param>
/// <param name="TrainingDates">On which volunteers can be trained.</param>
/// <param name="Version">0 until stored; each write raises it by one.</param>
public sealed record LocalSettings(
    IReadOnlyList<CalendarChange> CalendarChanges, IReadOnlyDictionary<string, Contact> Contacts, IReadOnlyList<RoleHolders> Roles,
    IReadOnlyDictionary<string, Instant>? Routines = null, IReadOnlyList<TrainingDate>? TrainingDates = null, long Version = 0)
{
    public IReadOnlyList<TrainingDate> TrainingDates { get; init; } = TrainingDates ?? [];

    public static readonly LocalSettings None = new([], new Dictionary<string, Contact>(), []);

    /// <summary>The reference data as this authority has it now.</summary>
    public Reference Over(Reference reference) => CalendarChanges.Count + Contacts.Count + Roles.Count == 0 ? reference : reference with
    {
        Calendars = reference.Calendars.With(CalendarChanges),
        Contacts = Contacts.Count == 0
            ? reference.Contacts
            : reference.Contacts.Concat(Contacts).GroupBy(one => one.Key).ToDictionary(same => same.Key, same => same.Last().Value),
        // A group that is configured no more gives nobody a role, whatever was read from it once.
        Roles = [.. reference.Roles, .. Roles.Where(held => reference.RoleGroups.Any(one => one.ProgrammeId == held.ProgrammeId && one.Role == held.Role))],
    };
}
