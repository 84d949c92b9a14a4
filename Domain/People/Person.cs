using NodaTime;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.People;

/// <summary>A member of staff, with work facts alone: no phone, home address, birth date or picture.</summary>
/// <param name="Email">Work address; never shown before two people are paired.</param>
/// <param name="JobRole">A word such as "headteacher" or "head-of-school"; null when not known.</param>
/// <param name="Organisation">Null when the register does not know where the person works.</param>
/// <param name="Locale">Language that the bot speaks to them.</param>
/// <param name="TimeZone">IANA name; null: as the programme.</param>
/// <param name="LineManager">Null when not known or nobody.</param>
/// <param name="Programmes">Ids of the programmes that the person takes part in, the main one first.</param>
/// <param name="Department">Team, department or faculty; null when not known.</param>
/// <param name="GoneSince">When the directory first no longer had them, or had switched them off; null: they are there.</param>
/// <param name="Workplace">As the directory named it last; another name is a transfer.</param>
/// <param name="Supports">Ids of further programmes, in which a colleague has named the person as supporter.</param>
/// <param name="Authority">Of somebody who works at no place of a register; null: as their place has it.</param>
/// <param name="Version">0 until stored; each write raises it by one.</param>
public sealed record Person(
    PersonId Id,
    string Name,
    string Email,
    string? JobRole,
    OrganisationId? Organisation,
    string Locale = LocalText.FallbackLocale,
    string? TimeZone = null,
    PersonId? LineManager = null,
    string? Department = null,
    IReadOnlyList<string>? Programmes = null,
    Instant? GoneSince = null,
    string? Workplace = null,
    IReadOnlyList<string>? Supports = null,
    string? Authority = null,
    long Version = 0)
{
    public IReadOnlyList<string> Programmes { get; init; } = Programmes ?? [];

    public IReadOnlyList<string> Supports { get; init; } = Supports ?? [];

    public string? AuthorityAt(Organisation? place) => place?.Authority ?? Authority;

    /// <summary>Whether theirs is among these; "Head teacher", "head-teacher" and "headteacher" are one, because lists and definitions write it as they like.</summary>
    public bool HasRole(IEnumerable<string> roles) =>
        JobRole is { } mine && roles.Any(role => Letters(role).Equals(Letters(mine), StringComparison.OrdinalIgnoreCase));

    /// <summary>The zone in which this person's contact window and school day are read.</summary>
    public DateTimeZone ZoneIn(Programme programme) =>
        TimeZone is { } name && DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } zone ? zone : programme.Zone;

    private static string Letters(string role) => string.Concat(role.Where(char.IsLetterOrDigit));
}
