using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

public readonly record struct RequestId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}

public enum RequestState
{
    Asking,
    Matched,
    Unmatched,
    Withdrawn,
}

/// <summary>
/// A person's wish for support. What they wrote for their supporter is not in here: it is a <see cref="PrivateNote"/>.
/// </summary>
/// <param name="Number">Shown to people, for example "2026-014".</param>
/// <param name="Area">Id of one of the areas offered; null when the person would rather not say.</param>
/// <param name="Preferences">Supporters in the order the person would like them asked.</param>
/// <param name="Lacked">One of the choices about what was lacking, when it led to nothing; null: not said.</param>
/// <param name="Version">0 until stored; each write raises it by one.</param>
public sealed record SupportRequest(
    RequestId Id, string Number, ProgrammeKey Programme, PersonId Requester, RequestState State, string? Area,
    MeetingMode? PreferredMode, IReadOnlyList<PersonId> Preferences, Instant MadeAt, string? Lacked = null, long Version = 0)
{
    public bool IsOpen => State is RequestState.Asking or RequestState.Unmatched;
}
