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

    /// <summary>A theme to think about, with what the owner knows it by. Subject: the cycle.</summary>
    Theme,

    /// <summary>A topic that one of the pair suggests to talk about; seen by both. Subject: the cycle.</summary>
    SharedTopic,

    /// <summary>What a partner says to an entry that was shown to them; for the writer of the entry. Subject: the cycle.</summary>
    Comment,

    /// <summary>What the owner has learned from supporting, for themselves. Subject: the cycle.</summary>
    Learned,

    /// <summary>Something from training that the owner brings to their group; what, or nothing yet. Subject: the cycle.</summary>
    ShareItem,
}

/// <summary>Words that belong to their owner. Kept apart from everything a coordinator, a report or a search can reach.</summary>
/// <param name="Id">Random; several notes of one kind may exist.</param>
/// <param name="Subject">Id of the request or cycle it is about.</param>
/// <param name="WrittenAt">Null where the time does not matter.</param>
/// <param name="About">The listed theme, or the entry that is commented on; null: words of the owner's own alone.</param>
/// <param name="On">A date that the owner put against it; null: none.</param>
/// <param name="Agreed">Both want to talk about it.</param>
public sealed record PrivateNote(
    Guid Id, PersonId Owner, NoteKind Kind, string Subject, string Text, bool Shared = false, Instant? WrittenAt = null,
    string? About = null, LocalDate? On = null, bool Agreed = false, long Version = 0);
