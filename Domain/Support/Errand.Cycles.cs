using System.Text.Json.Serialization;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

// The life of a cycle.
[JsonDerivedType(typeof(NudgeFirstContact), "nudge-first-contact")]
[JsonDerivedType(typeof(LookAfterCycle), "look-after-cycle")]
[JsonDerivedType(typeof(NudgeNothingBooked), "nudge-nothing-booked")]
[JsonDerivedType(typeof(AskStillRight), "ask-still-right")]
[JsonDerivedType(typeof(TellPause), "tell-pause")]
[JsonDerivedType(typeof(StartReview), "start-review")]
[JsonDerivedType(typeof(AskReview), "ask-review")]
[JsonDerivedType(typeof(TellReview), "tell-review")]
[JsonDerivedType(typeof(AskShorter), "ask-shorter")]
[JsonDerivedType(typeof(TellShorter), "tell-shorter")]
[JsonDerivedType(typeof(TellShared), "tell-shared")]
[JsonDerivedType(typeof(CoverShared), "cover-shared")]
[JsonDerivedType(typeof(AskUnmatched), "ask-unmatched")]
public abstract partial record Errand
{
    /// <summary>To whoever acts first, when nobody has heard of a first contact (U-11).</summary>
    public sealed record NudgeFirstContact(CycleId Cycle) : Errand;

    /// <summary>Looks whether a cycle has gone quiet; comes again as long as the cycle is open.</summary>
    public sealed record LookAfterCycle(CycleId Cycle) : Errand;

    public sealed record NudgeNothingBooked(CycleId Cycle, PersonId To) : Errand;

    /// <summary>Two meetings in a row did not take place.</summary>
    public sealed record AskStillRight(CycleId Cycle, PersonId To) : Errand;

    /// <summary>The other one has paused the cycle, or goes on with it.</summary>
    public sealed record TellPause(CycleId Cycle, PersonId To) : Errand;

    /// <summary>Looks whether the limit is near.</summary>
    public sealed record StartReview(CycleId Cycle) : Errand;

    public sealed record AskReview(CycleId Cycle, PersonId To) : Errand;

    /// <summary>What the coordinator decided about more time.</summary>
    public sealed record TellReview(CycleId Cycle, PersonId To) : Errand;

    /// <summary>The other one suggests a shorter meeting in place of none.</summary>
    public sealed record AskShorter(MeetingId Meeting, PersonId To, int Sequence) : Errand;

    /// <summary>To whoever suggested it: the meeting stays as long as it was.</summary>
    public sealed record TellShorter(MeetingId Meeting, PersonId To) : Errand;

    /// <summary>The other one shares something; not what.</summary>
    public sealed record TellShared(CycleId Cycle, PersonId To) : Errand;

    /// <summary>Takes what is no longer shared off a card that shows it. Replaces a message and notifies nobody, so it goes at any hour.</summary>
    public sealed record CoverShared(CycleId Cycle, PersonId Reader, string Card) : Errand;

    /// <summary>One question about a request that led to nothing (I-21).</summary>
    public sealed record AskUnmatched(RequestId Request) : Errand;
}
