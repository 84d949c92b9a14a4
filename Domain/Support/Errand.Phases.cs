using System.Text.Json.Serialization;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

// Cycles with phases, and pairs that somebody else brings together.
[JsonDerivedType(typeof(TellPhase), "tell-phase")]
[JsonDerivedType(typeof(TellAnotherCycle), "tell-another-cycle")]
public abstract partial record Errand
{
    /// <summary>The other one has taken the cycle on, or back.</summary>
    public sealed record TellPhase(CycleId Cycle, PersonId To, string Phase) : Errand;

    /// <summary>The other one has begun another cycle after this one.</summary>
    /// <param name="After">The cycle that is over.</param>
    public sealed record TellAnotherCycle(CycleId Cycle, PersonId To, CycleId After) : Errand;
}
