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

    /// <summary>Something from training that the owner brings to their group; what, or nothing yet. Subject: the cycle.</summary>
    ShareItem,
}

/// <summary>Words that belong to their owner. Kept apart from everything a coordinator, a report or a search can reach.</summary>
/// <param name="Id">Random; several notes of one kind may exist.</param>
/// <param name="Subject">Id of the request or cycle it is about.</param>
/// <param name="WrittenAt">Null where the time does not matter.</param>
public sealed record PrivateNote(
    Guid Id, PersonId Owner, NoteKind Kind, string Subject, string Text, bool Shared = false, Instant? WrittenAt = null, long Version = 0);
