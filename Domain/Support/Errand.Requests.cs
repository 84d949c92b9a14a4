using System.Text.Json.Serialization;
using NodaTime;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

[JsonDerivedType(typeof(LookForFree), "look-for-free")]
[JsonDerivedType(typeof(SuggestOthers), "suggest-others")]
[JsonDerivedType(typeof(ShowGate), "show-gate")]
[JsonDerivedType(typeof(TellGate), "tell-gate")]
[JsonDerivedType(typeof(TellNotIntroduced), "tell-not-introduced")]
[JsonDerivedType(typeof(OfferRequest), "offer-request")]
[JsonDerivedType(typeof(TellArranging), "tell-arranging")]
[JsonDerivedType(typeof(TellRequestClosed), "tell-request-closed")]
public abstract partial record Errand
{
    /// <summary>Looks from time to time whether a supporter has become free, and tells the person whose request is kept.</summary>
    public sealed record LookForFree(RequestId Request) : Errand;

    /// <summary>To the requester: the profiles of those who are free, from the coordinator.</summary>
    public sealed record SuggestOthers(RequestId Request) : Errand;

    /// <summary>To a coordinator: a request that waits for their yes, without its note.</summary>
    public sealed record ShowGate(RequestId Request, PersonId To) : Errand;

    /// <summary>To the requester: what the coordinator has decided.</summary>
    public sealed record TellGate(RequestId Request, GateAnswer Answer) : Errand;

    /// <summary>To a supporter who said yes: the two are not introduced after all.</summary>
    public sealed record TellNotIntroduced(AskId Ask) : Errand;

    /// <summary>To somebody for whom a coordinator has started a request.</summary>
    public sealed record OfferRequest(RequestId Request) : Errand;

    /// <summary>To the requester: the coordinator brings the question to a supporter whom the bot cannot reach.</summary>
    public sealed record TellArranging(AskId Ask) : Errand;

    /// <summary>To the requester: a request was open for too long. It may be deleted before they hear of it, so its day is here.</summary>
    public sealed record TellRequestClosed(PersonId To, string ProgrammeId, LocalDate MadeOn) : Errand;
}
