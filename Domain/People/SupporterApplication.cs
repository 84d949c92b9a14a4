using NodaTime;

namespace PeerBot.Domain.People;

/// <summary>What a volunteer has said, and what was checked, on the way to becoming a supporter; for them and the coordinator.</summary>
/// <param name="Service">Times in the role that the years are counted in.</param>
/// <param name="Declared">Ids of criteria that the volunteer has declared.</param>
/// <param name="Reference">Referee or short statement; null: none given.</param>
/// <param name="SentAt">When it was sent for approval; null: not yet.</param>
/// <param name="Version">0 until stored; each write raises it by one.</param>
public sealed record SupporterApplication(
    PersonId Person, string ProgrammeId, IReadOnlyList<ServicePeriod> Service, IReadOnlyList<string> Declared, string? Reference = null,
    Instant? SentAt = null, long Version = 0);
