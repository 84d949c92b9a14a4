using System.Text.Json.Serialization;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

// What two give each other beside their meetings.
[JsonDerivedType(typeof(TellTopic), "tell-topic")]
[JsonDerivedType(typeof(TellComment), "tell-comment")]
[JsonDerivedType(typeof(AskToBeNamed), "ask-to-be-named")]
public abstract partial record Errand
{
    /// <summary>The other one suggests a topic; not which.</summary>
    public sealed record TellTopic(CycleId Cycle, PersonId To) : Errand;

    /// <summary>The partner has said something to an entry; not what.</summary>
    public sealed record TellComment(CycleId Cycle, PersonId To) : Errand;

    /// <summary>The other one would like to name this person in their learning record.</summary>
    public sealed record AskToBeNamed(CycleId Cycle, PersonId To) : Errand;
}
