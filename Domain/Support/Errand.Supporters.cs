using System.Text.Json.Serialization;
using NodaTime;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

/// <summary>What a volunteer hears of their offer.</summary>
public enum SupporterNews
{
    NotYet,
    Refused,

    /// <summary>The coordinator has taken them off the list.</summary>
    OffList,

    /// <summary>They are no longer in the role that the scheme is for.</summary>
    NotServing,
}

/// <remarks>Errands about volunteers and supporters.</remarks>
[JsonDerivedType(typeof(TellSupporterNews), "tell-supporter-news")]
[JsonDerivedType(typeof(OfferTraining), "offer-training")]
[JsonDerivedType(typeof(TellTrainingOff), "tell-training-off")]
[JsonDerivedType(typeof(CheckTraining), "check-training")]
[JsonDerivedType(typeof(OfferListing), "offer-listing")]
[JsonDerivedType(typeof(RemindYears), "remind-years")]
[JsonDerivedType(typeof(RecheckSupporter), "recheck-supporter")]
[JsonDerivedType(typeof(OfferSupervision), "offer-supervision")]
[JsonDerivedType(typeof(TellSupervisor), "tell-supervisor")]
[JsonDerivedType(typeof(WriteSupervision), "write-supervision")]
public abstract partial record Errand
{
    public sealed record TellSupporterNews(PersonId To, string ProgrammeId, SupporterNews News) : Errand;

    public sealed record OfferTraining(PersonId To, string ProgrammeId) : Errand;

    /// <summary>The date that they had booked is off; others are offered with it.</summary>
    public sealed record TellTrainingOff(PersonId To, string ProgrammeId, LocalDate Day) : Errand;

    /// <summary>The day of the training is over: was the volunteer there?</summary>
    public sealed record CheckTraining(PersonId Person, string ProgrammeId, LocalDate Day) : Errand;

    public sealed record OfferListing(PersonId To, string ProgrammeId) : Errand;

    public sealed record RemindYears(PersonId To, string ProgrammeId, LocalDate Day) : Errand;

    public sealed record RecheckSupporter(PersonId Person, string ProgrammeId, LocalDate Day) : Errand;

    /// <param name="Since">When the interval began; a cycle that ended in it is recent.</param>
    public sealed record OfferSupervision(PersonId To, string ProgrammeId, Instant Since, Instant Due) : Errand;

    /// <summary>Who would like a meeting and in which week, or when it is; nothing else.</summary>
    /// <param name="Start">Of the meeting that was booked; null: only asked for.</param>
    /// <param name="Cancelled">It is off.</param>
    public sealed record TellSupervisor(PersonId From, string ProgrammeId, Instant? Start, bool Cancelled = false) : Errand;

    /// <summary>Brings both calendars in line with the supervision meeting.</summary>
    /// <param name="Again">As of <see cref="WriteCalendar"/>.</param>
    public sealed record WriteSupervision(PersonId Supporter, string ProgrammeId, bool Again = false) : Errand;
}
