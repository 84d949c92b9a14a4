using NodaTime;
using NodaTime.Extensions;
using PeerBot.Bot.Calendar;
using PeerBot.Bot.Rehearsal;
using PeerBot.Calendar;
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

    private static readonly Dictionary<string, SampleOrganisation> Organisations = Data.Organisations.ToDictionary(o => o.Name, StringComparer.Ordinal);

    private static readonly Dictionary<string, PersonId> Ids = Data.People.ToDictionary(p => p.Email, IdOf, StringComparer.Ordinal);

    /// <summary>Those that the page shows first at the head.</summary>
    public static IReadOnlyList<RehearsalPerson> People { get; } =
    [
        .. Data.People.Select(person => new RehearsalPerson(
            // Teams' own ids are as opaque as this is readable; both stay the same for ever.
            "29:" + person.Email[..person.Email.IndexOf('@', StringComparison.Ordinal)],
            person.AadObjectId.ToString(), Data.Tenant.ToString(), person.Name, person.Email, person.Roles, person.Organisation, person.Title,
            person.ShownFirst)),
    ];

    public static Import Import() => new()
    {
        Organisations = Data.Organisations.Select(ToOrganisation),
        People = Data.People.Select(ToPerson),
        Supporters = Data.People.Where(person => person.Supporter is not null).Select(person => ToProfile(person, person.Supporter!)),
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

    private static BusyTimesRow ToBusyTimes(SamplePerson person)
    {
        var week = person.Week is { } number
            ? SchoolWeek.Of(number, DateTimeZoneProviders.Tzdb[person.TimeZone ?? Zone])
            : BusyTimes.None;
        var taken = (person.Taken ?? []).Select(time => new Interval(time.From.ToInstant(), time.Until.ToInstant()));
        return LocalRows.Of(IdOf(person), week with { Once = [.. taken] });
    }
}
