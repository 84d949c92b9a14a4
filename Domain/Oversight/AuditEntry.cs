using NodaTime;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Oversight;

/// <summary>Who did what to which record, never the content. The person it is about can read it.</summary>
/// <param name="About">Null where no person was looked at, such as a report.</param>
/// <param name="Action">A stable word such as "cycle.viewed"; its sentence is in the texts.</param>
/// <param name="Subject">Id of what was looked at or changed; null where the person is all.</param>
/// <param name="Version">0 until stored; an entry is written once.</param>
public sealed record AuditEntry(
    Guid Id, string ProgrammeId, PersonId Actor, PersonId? About, string Action, string? Subject, Instant At, long Version = 0);
