using NodaTime;
using NodaTime.Extensions;
using PeerBot.Bot.Calendar;
using PeerBot.Bot.Rehearsal;
using PeerBot.Calendar;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Storage;

namespace PeerBot.Bot.Sample;

/// <summary>An invented authority to try the product with: its schools, heads and volunteers, and what their diaries hold.</summary>
internal static class SampleAuthority
{
    /// <summary>What most people of the sample take part in.</summary>
    public const string Programme = "headteacher-peer-support";

    private const string Zone = "Europe/London";

    private static readonly SampleData Data = SampleData.Read();

    private static readonly Dictionary<string, SampleOrganisation> Organisations =
        Data.Organisations.ToDictionary(school => school.Name, StringComparer.Ordinal);

    private static readonly Dictionary<string, PersonId> Ids = Data.People.ToDictionary(p => p.Email, IdOf, StringComparer.Ordinal);

    /// <summary>Those that the page shows first at the head.</summary>
    public static IReadOnlyList<RehearsalPerson> People { get; } =
    [
        .. Data.People.Select(person => new RehearsalPerson(
            // Teams' own ids are as opaque as this is readable; both stay the same for ever.
            "29:" + person.Email[..person.Email.IndexOf('@', StringComparison.Ordinal)],
            person.AadObjectId.ToString(), Data.Tenant.ToString(), person.Name, person.Email, person.Roles, person.Organisation,
            person.Title, person.ShownFirst, TimeZone: person.TimeZone)),
    ];

    public static Import Import() => new()
    {
        Organisations = Data.Organisations.Select(ToOrganisation),
        People = Data.People.Select(ToPerson),
        Supporters = Data.People.Where(person => person.Supporter is not null).Select(person => ToProfile(person, person.Supporter!)),
        Applications = Volunteers.Select(person => ToApplication(person, person.Supporter!.Application!)),
        Tasks = Volunteers.Where(person => person.Supporter!.Application is { SentAt: not null, ApprovedOn: null }).Select(ToTask),
        Settings = [LocalSettings.None with { TrainingDates = [.. Data.Training.Select(ToTrainingDate)] }],
        BusyTimes = Data.People.Select(ToBusyTimes),
    };

    private static PersonId IdOf(SamplePerson person) => PersonId.Of(Data.Tenant.ToString(), person.AadObjectId.ToString());

    private static Organisation ToOrganisation(SampleOrganisation school) => new(
        new OrganisationId(school.Id), school.Name, school.TypeGroup, school.Region, school.PupilCount, school.SchoolType, school.Phase,
        school.Group, school.Locality, school.Authority, school.SchoolDayStart?.ToLocalTime(), school.SchoolDayEnd?.ToLocalTime(),
        school.CalendarRef);

    private static Person ToPerson(SamplePerson person) =>
        new(IdOf(person), person.Name, person.Email, person.JobRole, new OrganisationId(Organisations[person.Organisation].Id))
        {
            TimeZone = person.TimeZone,
            LineManager = person.LineManager is { } manager ? Ids[manager] : null,
            Programmes = person.Programmes,
            Department = person.Department,
        };

    private static SupporterProfile ToProfile(SamplePerson person, SampleSupporter supporter) => new(
        IdOf(person), person.Programmes[0], supporter.State, supporter.Summary, supporter.Capacity, supporter.ActiveCycles,
        supporter.TrainedOn?.ToLocalDate(), supporter.ConsentedOn?.ToLocalDate(), supporter.PausedUntil?.ToLocalDate(),
        [.. (supporter.ConflictsWith ?? []).Select(email => Ids[email])], supporter.Details, supporter.TrainingBookedFor?.ToLocalDate());

    private static IEnumerable<SamplePerson> Volunteers => Data.People.Where(person => person.Supporter?.Application is not null);

    private static PersonId Coordinator => IdOf(Data.People.First(person => person.Roles.Contains("coordinator")));

    private static SupporterApplication ToApplication(SamplePerson person, SampleApplication application) => new(
        IdOf(person), person.Programmes[0], [new ServicePeriod(application.HeadSince.ToLocalDate())], application.Declared, application.Reference,
        application.SentAt?.ToInstant(), application.Experience, application.SentAt is { } sent ? sent.ToInstant().InUtc().Date : null,
        application.ApprovedOn is null ? [] : application.Declared, ToInspection(application),
        application.ApprovedOn is null ? null : ApplicationAnswer.Approved, application.ApprovedOn?.ToLocalDate(),
        application.ApprovedOn is null ? null : Coordinator, application.ApprovedOn?.ToLocalDate().PlusMonths(12));

    private static InspectionRecord? ToInspection(SampleApplication application) => application is { InspectedOn: { } day, Overall: { } word }
        ? new InspectionRecord(
            "ofsted", InspectionFramework.OneGrade, day.ToLocalDate(), new Dictionary<string, string> { ["overall"] = word }, SafeguardingMet: null,
            ReportUrl: null, Visit: null, InspectionDecision.Met, Coordinator, (application.ApprovedOn ?? day).ToLocalDate())
        : null;

    private static CoordinatorTask ToTask(SamplePerson person) => new(
        person.AadObjectId, person.Programmes[0], TaskKind.Approval, person.Supporter!.Application!.SentAt!.Value.ToInstant(), IdOf(person));

    private static TrainingDate ToTrainingDate(SampleTraining training) =>
        new(training.Id, Programme, training.Day.ToLocalDate(), training.Time.ToLocalTime(), training.Place);

    private static BusyTimesRow ToBusyTimes(SamplePerson person)
    {
        var week = person.Week is { } number
            ? SchoolWeek.Of(number, DateTimeZoneProviders.Tzdb[person.TimeZone ?? Zone])
            : BusyTimes.None;
        var taken = (person.Taken ?? []).Select(time => new Interval(time.From.ToInstant(), time.Until.ToInstant()));
        return LocalRows.Of(IdOf(person), week with { Once = [.. taken] });
    }
}
