using System.Text.Json.Serialization;
using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

[JsonDerivedType(typeof(SendDigests), "send-digests")]
[JsonDerivedType(typeof(TellDigest), "tell-digest")]
[JsonDerivedType(typeof(CheckRoles), "check-roles")]
[JsonDerivedType(typeof(CheckAccounts), "check-accounts")]
[JsonDerivedType(typeof(CheckAccount), "check-account")]
[JsonDerivedType(typeof(OfferMove), "offer-move")]
[JsonDerivedType(typeof(ShowTask), "show-task")]
public abstract partial record Errand
{
    /// <summary>To every coordinator of the programme the counts of the week. Sends the next one of its kind.</summary>
    /// <param name="At">As the settings have it; a row of another time is a left-over.</param>
    public sealed record SendDigests(string ProgrammeId, Instant At) : Errand;

    public sealed record TellDigest(string ProgrammeId, PersonId To, LocalDate Monday) : Errand;

    /// <summary>Reads the groups behind the roles, then sends <see cref="CheckAccounts"/> and the next one of its kind.</summary>
    /// <param name="At">As for <see cref="SendDigests"/>.</param>
    public sealed record CheckRoles(Instant At) : Errand;

    /// <summary>Looks whether the next so many people are still in the directory, and sends itself for those after them.</summary>
    public sealed record CheckAccounts(PersonId? After) : Errand;

    /// <summary>The same for one of them, where something went wrong with them together.</summary>
    public sealed record CheckAccount(PersonId Person) : Errand;

    /// <summary>The meeting has come to fall on a day that was closed since.</summary>
    public sealed record OfferMove(MeetingId Meeting, PersonId To, Instant Start) : Errand;

    /// <summary>Something new waits for the coordinators.</summary>
    public sealed record ShowTask(Guid Task, PersonId To) : Errand;
}
