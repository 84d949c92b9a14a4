using NodaTime;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Oversight;

public enum TaskKind
{
    /// <summary>Nobody could say yes to a request, or nobody is free. Subject: the request.</summary>
    Unmatched,

    /// <summary>A request waits for the coordinator's yes before a supporter is asked, or before the two are introduced. Subject: the request or cycle.</summary>
    Gate,

    /// <summary>The bot cannot reach somebody: tell them by e-mail. Subject: the ask or cycle.</summary>
    TellByEmail,

    /// <summary>A volunteer's criteria wait to be looked at.</summary>
    Approval,

    /// <summary>A supporter's criteria are to be looked at again: the time is up, or a new inspection.</summary>
    Recheck,

    /// <summary>No meeting for too long. Subject: the cycle.</summary>
    Stalled,

    /// <summary>Both ask for an extension. Subject: the cycle.</summary>
    Extension,

    /// <summary>A cycle has lost one of its two people. Subject: the cycle.</summary>
    Left,

    /// <summary>A supporter asks for a supervision meeting.</summary>
    Supervision,

    /// <summary>Somebody asks to be talked to; why is between the two of them.</summary>
    Talk,

    /// <summary>Somebody has used a right over their data, and waits for an answer. Subject: the request for it.</summary>
    Right,

    /// <summary>Somebody who was supported might train as a supporter.</summary>
    MightTrain,
}

/// <summary>Something that waits for a coordinator. It says who and since when, never what anybody wrote.</summary>
/// <param name="Person">Whom it is about; null where it is about a thing only.</param>
/// <param name="Subject">Id of the request, ask or cycle; null where it is about a person only.</param>
/// <param name="Day">A day that belongs to it, such as the first of a preferred week.</param>
/// <param name="Version">0 until stored; each write raises it by one.</param>
public sealed record CoordinatorTask(
    Guid Id, string ProgrammeId, TaskKind Kind, Instant Since, PersonId? Person = null, string? Subject = null, LocalDate? Day = null,
    Instant? DoneAt = null, PersonId? DoneBy = null, long Version = 0)
{
    public bool IsOpen => DoneAt is null;
}
