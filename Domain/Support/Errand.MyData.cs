using System.Text.Json.Serialization;
using NodaTime;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

[JsonDerivedType(typeof(TellRights), "tell-rights")]
[JsonDerivedType(typeof(TellRightSettled), "tell-right-settled")]
[JsonDerivedType(typeof(FinishErasure), "finish-erasure")]
[JsonDerivedType(typeof(DeleteOld), "delete-old")]
public abstract partial record Errand
{
    /// <summary>Somebody has used a right over their own data: its number and date to whoever has to act on it.</summary>
    public sealed record TellRights(Guid Request, PersonId To) : Errand;

    /// <summary>To whoever used a right: it is settled.</summary>
    public sealed record TellRightSettled(Guid Request, PersonId To) : Errand;

    /// <param name="As">Stands where the person stood; leads to nobody.</param>
    /// <param name="From">Where the step goes on; null to begin it.</param>
    public sealed record FinishErasure(PersonId Person, Guid Request, PersonId As, ErasureStep Step = ErasureStep.Words, string? From = null) : Errand;

    /// <summary>The nightly deletion, a part at a time. Its last part sends the next night's.</summary>
    /// <param name="From">Where the step goes on; null to begin it.</param>
    /// <param name="Counts">What this night has deleted so far, as <see cref="RetentionCounts"/> writes it.</param>
    public sealed record DeleteOld(RetentionStep Step, string? From, string Counts) : Errand
    {
        public static DeleteOld Tonight { get; } = new(RetentionStep.Cycles, null, "");
    }
}

public enum ErasureStep
{
    /// <summary>What runs ends, and everything that the person wrote goes.</summary>
    Words,

    /// <summary>The name goes from what the person has decided about others as a coordinator.</summary>
    Decisions,

    /// <summary>The name goes from what others keep.</summary>
    Name,

    /// <summary>The person goes.</summary>
    Person,
}
