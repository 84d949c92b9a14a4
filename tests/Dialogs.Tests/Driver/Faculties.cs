using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using PeerBot.Tests.World;
using PeerBot.Domain;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Tests.Driver;

/// <summary>A secondary school with faculties, on the other side of the world, and its peer coaching. All invented.</summary>
internal static class Faculties
{
    private const string Id = "peer-coaching";

    private static readonly LocalDate TermFrom = new(2026, 10, 12);
    private static readonly LocalDate TermUntil = new(2026, 12, 17);

    public static readonly Organisation WattleCreek = new(
        new OrganisationId(new Guid(70, 0, 0, new byte[8])), "Wattle Creek High", "Government schools", "Coast", 840, "Comprehensive", "Secondary", Locality: "Wattle Creek");

    public static readonly Person Noor = Staff("noor", "Noor Haddad", "Learning and teaching", "head-teacher");
    public static readonly Person Maria = Staff("maria", "Maria Chen", "English");
    public static readonly Person Tom = Staff("tom", "Tom Barrie", "Science");
    public static readonly Person Lena = Staff("lena.n", "Lena Novak", "English");
    public static readonly Person Ravi = Staff("ravi", "Ravi Menon", "Science");
    public static readonly Person Kim = Staff("kim", "Kim Tran", "Science", "tso");

    public static readonly DateTimeZone Sydney = DateTimeZoneProviders.Tzdb["Australia/Sydney"];

    public static Reference Reference { get; } = With(null);

    public static Programme Programme => Reference.Programmes.Current(Id)!;

    /// <summary>The definition as the test has changed it; null: as it is shipped.</summary>
    public static Reference With(Action<JsonObject>? change)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(ProgrammeCatalogue.ShippedFolder, $"{Id}.json")))!.AsObject();
        change?.Invoke(json);
        return Authority.Reference with
        {
            Programmes = ProgrammeCatalogue.From([new DefinitionSource("changed.json", json.ToJsonString())], Authority.Reference.Library).OrThrow(),
            Contacts = Authority.Reference.Contacts.Values.Concat(
            [
                new Contact("peer-coaching-facilitator", "Noor Haddad", "Facilitator", null, "noor.haddad@wattle.example", "School days 8 to 4", null, null, Noor.Id),
                new Contact("school-named-contact", "Dee Walsh", "Child protection lead", "02 5550 0100", "dee.walsh@wattle.example", null, null, null, null),
            ]).ToDictionary(contact => contact.Key),
            Roles = [new RoleHolders((string)json["id"]!, "facilitator", [Noor.Id])],
        };
    }

    /// <summary>The scheme at work, from a time on the school's own clock.</summary>
    public static Scheme Scheme(string start, params IEnumerable<object> given) => new(London(start), [WattleCreek, Noor, Maria, Tom, Lena, Ravi, Kim, .. given])
    {
        Reference = Reference,
        IsContactTime = (now, _) => IsContactTime(now),
    };

    /// <summary>Time passes to a time on the school's own clock.</summary>
    public static Task MovesToSydney(this Scheme scheme, string local) => scheme.MovesTo(London(local));

    /// <summary>What an earlier turn has sent for the morning before a meeting.</summary>
    public static void Reminds(this Scheme scheme, Meeting meeting, string local, params IEnumerable<Person> people)
    {
        foreach (var person in people)
        {
            scheme.Expects(new Errand.RemindMeeting(meeting.Id, person.Id, meeting.Start), London(local));
        }
    }

    public static Instant At(string local) => SchoolTime.Local(local).InZoneStrictly(Sydney).ToInstant();

    /// <summary>Trained, listed by their own consent, and with room.</summary>
    public static SupporterProfile Coach(Person person, int capacity = 1, int active = 0) => new(
        person.Id, Id, SupporterState.Listed, "Open questions, and a classroom to look at.", capacity, active, new LocalDate(2026, 2, 12), new LocalDate(2026, 2, 20),
        null, []);

    public static SupportRequest Request(Person partner, string madeAt = "2026-11-20T10:00") => new(
        new RequestId(Guid.NewGuid()), $"2026-0{partner.Name.Length}", Programme.Key, partner.Id, Domain.Support.RequestState.Open, null, null, [], At(madeAt), ToAssign: true);

    /// <summary>Two who have agreed how they work and how they meet.</summary>
    public static Cycle Cycle(Person partner, Person coach, string? phase = null, string pairedAt = "2026-11-16T10:00", Programme? programme = null)
    {
        PersonId[] both = [partner.Id, coach.Id];
        var day = At(pairedAt).InZone(Sydney).Date;
        return new Cycle(
            new CycleId(Guid.NewGuid()), new RequestId(Guid.NewGuid()), (programme ?? Programme).Key, partner.Id, coach.Id, CycleState.Active, At(pairedAt), day.PlusDays(3),
            new GroundRules(Place: null, ["teams", "work-email"], NotesKeptBy.Nobody, Revision: 1, both, AgreedOn: day),
            new CadenceAgreement(new CadencePattern.ChosenDates([]), 30, MeetingMode.InPerson, Approach: null, partner.Id, both, [], Revision: 1),
            ContactMadeOn: day, Phase: phase);
    }

    public static Meeting Meeting(Cycle cycle, string start, MeetingState state = MeetingState.Booked, bool initial = false, string? kind = null) => new(
        new MeetingId(Guid.NewGuid()), cycle.Id, cycle.Requester, [cycle.Supporter], At(start), 30, MeetingMode.InPerson, initial, state,
        Calendar: CalendarState.Written, EventId: "event", Kind: kind);

    private static string London(string sydney) => SchoolTime.Written(At(sydney));

    // From the term dates and the window themselves: the product's own reckoning is what the tests look at.
    private static bool IsContactTime(Instant now)
    {
        var local = now.InZone(Sydney).LocalDateTime;
        return local.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && local.Date >= TermFrom && local.Date <= TermUntil
            && local.TimeOfDay >= new LocalTime(8, 0) && local.TimeOfDay < new LocalTime(17, 0);
    }

    private static Person Staff(string key, string name, string faculty, string role = "teacher") => new(
        PersonId.Of("wattle.example", key), name, $"{name.ToLowerInvariant().Replace(' ', '.')}@wattle.example", role, WattleCreek.Id,
        Department: faculty, Programmes: [Id]);
}
