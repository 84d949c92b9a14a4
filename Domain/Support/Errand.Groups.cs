using System.Text.Json.Serialization;
using NodaTime;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

// Learning groups.
[JsonDerivedType(typeof(AskToJoin), "ask-to-join")]
[JsonDerivedType(typeof(LapseJoin), "lapse-join")]
[JsonDerivedType(typeof(TellGroupShort), "tell-group-short")]
[JsonDerivedType(typeof(TellMemberLeft), "tell-member-left")]
[JsonDerivedType(typeof(TellGroupOff), "tell-group-off")]
[JsonDerivedType(typeof(TellMissed), "tell-missed")]
[JsonDerivedType(typeof(ShowGroupGate), "show-group-gate")]
[JsonDerivedType(typeof(TellGroupGate), "tell-group-gate")]
public abstract partial record Errand
{
    /// <summary>To whoever may decide: a group that a lead has formed waits for them.</summary>
    public sealed record ShowGroupGate(GroupId Group, PersonId To) : Errand;

    /// <summary>To the lead: what the coordinator has said.</summary>
    public sealed record TellGroupGate(GroupId Group, GateAnswer Answer) : Errand;

    /// <summary>Would you like to be in this group? With its purpose and its names.</summary>
    public sealed record AskToJoin(GroupId Group, PersonId To, bool Reminder = false) : Errand;

    /// <summary>The time to answer is over.</summary>
    public sealed record LapseJoin(GroupId Group, PersonId Person, Instant AnswerBy) : Errand;

    /// <summary>To the lead: fewer are in it than a group has.</summary>
    public sealed record TellGroupShort(GroupId Group, PersonId To) : Errand;

    /// <summary>Somebody has left the group; not why.</summary>
    /// <param name="Over">Nobody is left to meet.</param>
    public sealed record TellMemberLeft(GroupId Group, PersonId Gone, PersonId To, bool Over = false) : Errand;

    /// <summary>The lead has let the group go.</summary>
    /// <param name="Into">Group into which its members are asked; null: none.</param>
    public sealed record TellGroupOff(GroupId Group, PersonId To, GroupId? Into = null) : Errand;

    /// <summary>To the lead alone: somebody has missed sessions in a row.</summary>
    /// <param name="Meeting">The last that they missed.</param>
    public sealed record TellMissed(GroupId Group, PersonId About, Scheduling.MeetingId Meeting) : Errand;
}
