using NodaTime;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

public enum NoteKind
{
    /// <summary>What the requester wants the accepted supporter to know. Subject: the request.</summary>
    ForSupporter,

    /// <summary>A change to the ground rules that one of the pair would like. Subject: the cycle.</summary>
    GroundRules,

    /// <summary>What the owner would like to talk about. Subject: the cycle.</summary>
    Topic,

    /// <summary>A journal entry. Subject: the cycle.</summary>
    Journal,

    /// <summary>How far the owner feels they have come with what they wanted, for themselves. Subject: the cycle.</summary>
    Progress,

    /// <summary>What the pair works on in a cycle, in the requester's words; both of them read it. Subject: the cycle.</summary>
    CycleSubject,

    /// <summary>The class or unit that a meeting is about; both of the pair read it. Subject: the meeting.</summary>
    MeetingLabel,
}

/// <summary>Words that belong to their owner. Kept apart from everything a coordinator, a report or a search can reach.</summary>
/// <param name="Id">Random; several notes of one kind may exist.</param>
/// <param name="Subject">Id of the request or cycle it is about.</param>
/// <param name="WrittenAt">Null where the time does not matter.</param>
public sealed record PrivateNote(
    Guid Id, PersonId Owner, NoteKind Kind, string Subject, string Text, bool Shared = false, Instant? WrittenAt = null, long Version = 0);
