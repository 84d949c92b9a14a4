using System.Text.Json.Serialization;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;
using PeerBot.Storage.Rows;

namespace PeerBot.Storage.Json;

/// <summary>How a row's body is written. Names in here are on disk: renaming a property of an aggregate needs a migration.</summary>
/// <remarks>
/// Properties that are computed are left out. Read-only ones count as computed, so an aggregate's state has to be <c>init</c>.
/// </remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    AllowOutOfOrderMetadataProperties = true,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(InstantConverter), typeof(LocalDateConverter), typeof(LocalTimeConverter), typeof(LocalDateTimeConverter),
        typeof(DurationConverter), typeof(PeriodConverter), typeof(YearMonthConverter), typeof(AnnualDateConverter),
        typeof(DateTimeZoneConverter), typeof(IntervalConverter), typeof(PersonIdConverter), typeof(OrganisationIdConverter),
        typeof(RequestIdConverter),
        typeof(AskIdConverter), typeof(GroupIdConverter), typeof(CycleIdConverter), typeof(MeetingIdConverter), typeof(CadencePatternConverter),
    ])]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(Organisation))]
[JsonSerializable(typeof(SupporterProfile))]
[JsonSerializable(typeof(SupportRequest))]
[JsonSerializable(typeof(Ask))]
[JsonSerializable(typeof(Cycle))]
[JsonSerializable(typeof(LearningGroup))]
[JsonSerializable(typeof(Membership))]
[JsonSerializable(typeof(Meeting))]
[JsonSerializable(typeof(SelfEvaluation))]
[JsonSerializable(typeof(PrivateNote))]
[JsonSerializable(typeof(CycleFeedback))]
[JsonSerializable(typeof(SupporterApplication))]
[JsonSerializable(typeof(CoordinatorTask))]
[JsonSerializable(typeof(AuditEntry))]
[JsonSerializable(typeof(RightsRequest))]
[JsonSerializable(typeof(LocalSettings))]
[JsonSerializable(typeof(Counter))]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(LocalEventRow))]
[JsonSerializable(typeof(EventPerson))]
[JsonSerializable(typeof(BusyTimesRow))]
[JsonSerializable(typeof(StoredPattern))]
[JsonSerializable(typeof(Errand))]
internal sealed partial class StoredJson : JsonSerializerContext;
