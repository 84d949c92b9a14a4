using System.Text.Json.Serialization;
using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

// Another time for a meeting that only all of them together can choose.
[JsonDerivedType(typeof(AskMove), "ask-move")]
[JsonDerivedType(typeof(LapseMove), "lapse-move")]
[JsonDerivedType(typeof(TellMoveOff), "tell-move-off")]
public abstract partial record Errand
{
    /// <summary>Somebody suggests another time: do we agree?</summary>
    /// <param name="Start">The time suggested; when it is another by now, or none, the question is old.</param>
    public sealed record AskMove(MeetingId Meeting, PersonId To, Instant Start) : Errand;

    /// <summary>The time to answer is over, and the meeting stays where it is.</summary>
    public sealed record LapseMove(MeetingId Meeting, Instant Start, Instant AnswerBy) : Errand;

    /// <summary>The meeting stays where it is; not who said no.</summary>
    public sealed record TellMoveOff(MeetingId Meeting, PersonId To, Instant Start, MoveOff Why) : Errand;
}

/// <summary>Why a meeting stays where it is after all.</summary>
public enum MoveOff
{
    Declined,

    /// <summary>Nobody has answered in time, or too few.</summary>
    Unanswered,

    /// <summary>By the time that all had agreed, something else was in the way.</summary>
    InTheWay,

    /// <summary>Somebody has come into the group or left it meanwhile.</summary>
    GroupChanged,
}
