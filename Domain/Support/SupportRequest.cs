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
    /// <summary>A coordinator has started it for somebody who has not said yes to it; nobody is asked anything.</summary>
    Draft,

    /// <summary>Taken, and nobody is asked yet: nobody is free, or the coordinator looks at it first.</summary>
    Open,
    Asking,
    Matched,

    /// <summary>Nobody could say yes. The person may choose again, and the coordinator knows.</summary>
    Unmatched,
    Withdrawn,

    /// <summary>The coordinator has said no to it.</summary>
    Refused,
}

/// <summary>
/// A person's wish for support. What they wrote for their supporter is not in here: it is a <see cref="PrivateNote"/>.
/// </summary>
/// <param name="Number">Shown to people, for example "2026-014"; empty for a draft.</param>
/// <param name="Area">Id of one of the areas offered; null when the person would rather not say.</param>
/// <param name="Preferences">Supporters in the order the person would like them asked.</param>
/// <param name="StartedBy">The coordinator who started it for the person; null: the person did.</param>
/// <param name="Looking">The person wants to be told when a supporter is free.</param>
/// <param name="OthersSuggested">The coordinator has put other supporters before the person, who may choose again while an ask still runs.</param>
/// <param name="Lacked">One of the choices about what was lacking, when it led to nothing; null: not said.</param>
/// <param name="ToAssign">Whoever looks after the programme brings its person together with somebody; nobody is chosen or asked.</param>
/// <param name="Version">0 until stored; each write raises it by one.</param>
public sealed record SupportRequest(
    RequestId Id, string Number, ProgrammeKey Programme, PersonId Requester, RequestState State, string? Area,
    MeetingMode? PreferredMode, IReadOnlyList<PersonId> Preferences, Instant MadeAt, string? Lacked = null,
    PersonId? StartedBy = null, bool Looking = false, bool OthersSuggested = false, bool ToAssign = false, long Version = 0)
{
    public bool IsOpen => State is RequestState.Draft or RequestState.Open or RequestState.Asking or RequestState.Unmatched;

    /// <summary>The choices are made, and the coordinator looks at them before anybody is asked; or the coordinator is to choose.</summary>
    public bool WaitsForCoordinator => State == RequestState.Open && (Preferences.Count > 0 || ToAssign);

    /// <summary>Whether its person may choose supporters now, for the first time or again.</summary>
    public bool MayChoose => State switch
    {
        RequestState.Draft or RequestState.Unmatched => true,
        RequestState.Open => !WaitsForCoordinator,
        RequestState.Asking => OthersSuggested,
        _ => false,
    };
}
