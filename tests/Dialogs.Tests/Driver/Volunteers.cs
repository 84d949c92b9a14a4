using NodaTime;
using PeerBot.Domain;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Driver;

/// <summary>The authority with a coordinator who holds the role, a supervisor whom PeerBot reaches, and volunteers on their way.</summary>
internal static class Volunteers
{
    public const string Summary = "Head for nine years of small schools. I listen first and am glad to think aloud with you.";

    public static readonly Person Eve = Authority.Head("eve", "Eve Stone", Authority.Council) with { JobRole = "officer" };

    public static readonly LocalDate InspectedOn = new(2023, 5, 12);

    public static Reference Reference { get; } = Authority.Reference with
    {
        Roles = [new RoleHolders(Authority.Programme.Id, "coordinator", [Authority.Sam.Id])],
    };

    /// <summary>The supervisor is somebody whom PeerBot can write to.</summary>
    public static Reference WithSupervisor { get; } = Reference with
    {
        Contacts = Reference.Contacts.Values.Select(contact => contact.Key == "la-supervision" ? contact with { Person = Eve.Id } : contact)
            .ToDictionary(contact => contact.Key),
    };

    public static Scheme Scheme(string start, params IEnumerable<object> given) => new(start, given.Append(Eve)) { Reference = Reference };

    public static InspectionRecord Good { get; } = new(
        "ofsted", InspectionFramework.OneGrade, InspectedOn, new Dictionary<string, string> { ["overall"] = "good" }, null, null, null,
        InspectionDecision.Met, Authority.Sam.Id, new LocalDate(2026, 11, 2));

    /// <summary>Nothing but the inspection is recorded.</summary>
    public static SupporterApplication Inspected(Person person) =>
        SupporterApplication.Empty(person.Id, Authority.Programme.Id) with { Inspection = Good };

    /// <summary>Everything is said and sent; the coordinator has not looked.</summary>
    public static IEnumerable<object> Waiting(Person person, InspectionRecord? inspection = null) =>
    [
        SupporterProfile.Interested(person.Id, Authority.Programme) with { Summary = Summary },
        Sent(person, inspection),
        new CoordinatorTask(Guid.NewGuid(), Authority.Programme.Id, TaskKind.Approval, SchoolTime.At("2026-11-23T16:00"), person.Id),
    ];

    public static SupporterApplication Sent(Person person, InspectionRecord? inspection) => Inspected(person) with
    {
        Service = [new ServicePeriod(new LocalDate(2018, 9, 1))],
        Declared = ["local-processes", "track-record"],
        Reference = "Ruth Ellis, head of a school nearby",
        SentAt = SchoolTime.At("2026-11-23T16:00"),
        WillingSince = new LocalDate(2026, 11, 23),
        Inspection = inspection,
    };
}
