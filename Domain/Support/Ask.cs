using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

public readonly record struct AskId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}

public enum AskState
{
    Queued,
    Sent,
    Accepted,
    Declined,
    Lapsed,
    Overtaken,
    Withdrawn,
}

public enum DeclineReason
{
    NoTime,
    Conflict,
    NotMyArea,
    RatherNotSay,
}

/// <summary>One supporter asked about one request.</summary>
/// <param name="NotBefore">Start of the supporter's contact window in which the ask is delivered.</param>
/// <param name="RespondBy">End of the last working day to answer.</param>
/// <param name="Reason">For the coordinator alone; null when none was given.</param>
/// <param name="ByEmail">The coordinator has told the supporter by e-mail, and they have not seen the card yet.</param>
/// <param name="NotIntroduced">The supporter said yes, and the coordinator did not go on with the two.</param>
/// <param name="WasSent">It waits once more because its supporter got out of reach. The card that they may have from before can be answered.</param>
public sealed record Ask(
    AskId Id, RequestId Request, ProgrammeKey Programme, PersonId Requester, PersonId Supporter, AskState State,
    Instant NotBefore, Instant RespondBy, DeclineReason? Reason = null, bool ByEmail = false, bool NotIntroduced = false, bool WasSent = false, long Version = 0)
{
    public bool IsOpen => State is AskState.Queued or AskState.Sent;

    public bool MayBeAnswered => State == AskState.Sent || this is { State: AskState.Queued, WasSent: true };

    /// <summary>A yes that has led to nothing else so far. Of a matched request it is the yes that led to its cycle.</summary>
    public bool IsYes => State == AskState.Accepted && !NotIntroduced;
}
