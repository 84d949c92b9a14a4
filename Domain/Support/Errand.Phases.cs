using System.Text.Json.Serialization;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

// Cycles with phases, and pairs that somebody else brings together.
[JsonDerivedType(typeof(TellPhase), "tell-phase")]
[JsonDerivedType(typeof(TellAnotherCycle), "tell-another-cycle")]
public abstract partial record Errand
{
    /// <summary>The other one, or somebody in the group, has taken the cycle on, or back.</summary>
    /// <param name="By">Null: the other one.</param>
    public sealed record TellPhase(CycleId Cycle, PersonId To, string Phase, PersonId? By = null) : Errand;

    /// <summary>The other one has begun another cycle after this one.</summary>
    /// <param name="After">The cycle that is over.</param>
    public sealed record TellAnotherCycle(CycleId Cycle, PersonId To, CycleId After) : Errand;
}
