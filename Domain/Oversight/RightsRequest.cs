using NodaTime;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Oversight;

public enum RightsKind
{
    Correction,
    Erasure,
    Objection,
    Complaint,
}

/// <summary>Somebody has used a right over their own data; what they want is said between them and the data protection contact.</summary>
/// <param name="Number">Shown to people, for example "DP-2026-003".</param>
/// <param name="DueBy">Last day for the answer or acknowledgement that the law sets.</param>
/// <param name="AcknowledgedOn">Null: not yet.</param>
/// <param name="Version">0 until stored; each write raises it by one.</param>
public sealed record RightsRequest(
    Guid Id, string Number, string ProgrammeId, PersonId Person, RightsKind Kind, Instant MadeAt, LocalDate DueBy,
    LocalDate? AcknowledgedOn = null, LocalDate? SettledOn = null, long Version = 0)
{
    public bool IsOpen => SettledOn is null;
}
