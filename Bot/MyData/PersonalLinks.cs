using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using PeerBot.Bot.Rehearsal;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;

namespace PeerBot.Bot.MyData;

/// <summary>What a link that was once made leads to.</summary>
internal sealed record LinkedFile(PersonId Person, FilePart Part, Guid Key);

/// <param name="Person">Who asked for it: fetched by anybody else it is still theirs, and noted as theirs.</param>
internal sealed record LinkedReport(PersonId Person, string ProgrammeId, ReportKind Report);

/// <summary>Links to personal files. A link holds whose file it is, which one and until when, locked by the keys of data protection: nobody can make one up.</summary>
/// <param name="rehearsal">Where a rehearsal listens, whatever port it was given; null outside one.</param>
internal sealed class PersonalLinks(
    IDataProtectionProvider protection, IConfiguration configuration, IClock clock, RehearsalAddress? rehearsal = null) : IPersonalLinks
{
    private readonly IDataProtector protector = protection.CreateProtector("my-data-file");

    private readonly IDataProtector reports = protection.CreateProtector("report-file");

    private readonly Uri? configured = configuration.GetValue<Uri>("PublicAddress");
    private readonly Uri? ofFeeds = configuration.GetValue<Uri>("Calendar:Feed:PublicAddress");

    /// <summary>Where people reach this bot over the web; null: nowhere that is known.</summary>
    private Uri? Root => configured ?? rehearsal?.Served ?? ofFeeds;

    public Uri? ToFile(PersonId person, FilePart part, Guid key, Instant until) => Root is not { } root ? null : new Uri(
        $"{root.AbsoluteUri.TrimEnd('/')}/my-data/{protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{(int)part}|{until.ToUnixTimeSeconds()}|{key:N}|{person}"))}");

    public Uri? ToReport(PersonId person, string programmeId, ReportKind report, Instant until) => Root is not { } root ? null : new Uri(
        $"{root.AbsoluteUri.TrimEnd('/')}/reports/{reports.Protect(string.Create(CultureInfo.InvariantCulture, $"{(int)report}|{until.ToUnixTimeSeconds()}|{programmeId}|{person}"))}");

    public LinkedReport? ReadReport(string token) => Open(reports, token) is [var report, _, var programme, var person]
        ? new LinkedReport(new PersonId(person), programme, (ReportKind)int.Parse(report, CultureInfo.InvariantCulture))
        : null;

    public LinkedFile? Read(string token) => Open(protector, token) is [var part, _, var key, var person]
        ? new LinkedFile(new PersonId(person), (FilePart)int.Parse(part, CultureInfo.InvariantCulture), Guid.ParseExact(key, "N"))
        : null;

    /// <returns>What was put in; null for what is made up, cut short or over: all the same to who asks.</returns>
    private string[]? Open(IDataProtector lockedBy, string token)
    {
        try
        {
            return lockedBy.Unprotect(token).Split('|', 4) is [_, var until, _, _] parts
                && Instant.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture)) > clock.GetCurrentInstant() ? parts : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
