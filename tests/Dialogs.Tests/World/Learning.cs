using NodaTime;
using PeerBot.Domain;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Tests.World;

/// <summary>Two neighbouring schools whose staff learn from each other in groups: a lead, a professional learning leader, eleven members. All invented.</summary>
internal static class Learning
{
    public const string Id = "peer-learning-groups";
    public const string Purpose = "Better questioning in mixed-age classes";

    public static readonly Organisation ElmPark = Authority.School(41, "Elm Park Primary", "North", 300, "Community school");
    public static readonly Organisation StAidans = Authority.School(42, "St Aidan's Primary", "North", 240, "Voluntary aided");

    public static readonly Person Nia = Staff("nia", "Nia Rhys", ElmPark, "assistant-head", "Leadership");
    public static readonly Person Priya = Staff("priya", "Priya Shah", ElmPark, "deputy-head", "Leadership");

    public static readonly Person Ada = Staff("ada", "Ada Moss", ElmPark, "teacher", "Early years");
    public static readonly Person Ben = Staff("ben", "Ben Hale", ElmPark, "teacher", "Key stage 1");
    public static readonly Person Cleo = Staff("cleo", "Cleo Vance", ElmPark, "teaching-assistant", "Key stage 1");
    public static readonly Person Dev = Staff("dev", "Dev Anand", ElmPark, "teacher", "Key stage 2");
    public static readonly Person Ewa = Staff("ewa", "Ewa Nowak", ElmPark, "caretaker", "Site");
    public static readonly Person Finn = Staff("finn", "Finn Daly", ElmPark, "teacher", "Key stage 2");
    public static readonly Person Gita = Staff("gita", "Gita Rao", StAidans, "teacher", "Early years");
    public static readonly Person Hugo = Staff("hugo", "Hugo Lane", StAidans, "senco", "Inclusion");
    public static readonly Person Ines = Staff("ines", "Ines Prado", StAidans, "teacher", "Key stage 2");
    public static readonly Person Jack = Staff("jack", "Jack Osei", StAidans, "office", "Office");
    public static readonly Person Kate = Staff("kate", "Kate Doyle", StAidans, "teacher", "Key stage 1");

    public static readonly IReadOnlyList<Person> Members = [Ada, Ben, Cleo, Dev, Ewa, Finn, Gita, Hugo, Ines, Jack, Kate];

    private static readonly Dictionary<PersonId, string> Skills = new()
    {
        [Ada.Id] = "phonics, outdoor learning",
        [Ben.Id] = "phonics, drama",
        [Cleo.Id] = "SEN, signing",
        [Dev.Id] = "maths, chess",
        [Ewa.Id] = "gardening",
        [Finn.Id] = "maths, ICT",
        [Gita.Id] = "music",
        [Hugo.Id] = "SEN, autism",
        [Ines.Id] = "ICT, Spanish",
        [Jack.Id] = "spreadsheets",
        [Kate.Id] = "art, drama",
    };

    public static Programme Programme => Authority.Reference.Programmes.Current(Id)!;

    public static Reference Reference { get; } = Authority.Reference with
    {
        Contacts = new Dictionary<string, Contact>(Authority.Reference.Contacts)
        {
            ["professional-learning-leader"] = new("professional-learning-leader", "Priya Shah", "Professional learning leader", null, "priya@school.example", null, null, null, Priya.Id),
            ["school-named-contact"] = new("school-named-contact", "Tess Boyd", "Designated safeguarding lead", "0345 678 9100", null, null, null, null, null),
        },
        Roles =
        [
            .. Authority.Reference.Roles, new RoleHolders(Id, ProgrammeRoles.Coordinator, [Priya.Id]), new RoleHolders(Id, ProgrammeRoles.GroupLead, [Nia.Id]),
        ],
    };

    /// <summary>Everybody, and the members who have said what they can share.</summary>
    public static IEnumerable<object> Everyone() => [ElmPark, StAidans, Nia, Priya, .. Members, .. Members.Select(person => Profile(person))];

    public static SupporterProfile Profile(Person person, int capacity = 1, int active = 0) => new(
        person.Id, Id, SupporterState.Listed, Skills[person.Id], capacity, active, null, new LocalDate(2026, 9, 7), null, [],
        new Dictionary<string, string> { ["wantToLearn"] = "better questioning" });

    /// <summary>A group that has begun to meet: agreed rules, a rhythm, all of them.</summary>
    public static (LearningGroup Group, Cycle Cycle) Running(string name, params IReadOnlyList<Person> members)
    {
        var at = SchoolTime.At("2026-09-14T10:00");
        var id = new GroupId(Guid.NewGuid());
        List<PersonId> people = [.. members.Select(person => person.Id)];
        return (
            new LearningGroup(id, Programme.Key, name, Purpose, Nia.Id, at, GroupState.Running, [.. people.Select(person => new GroupMember(person, MemberState.Joined, at))]),
            new Cycle(
                id.Cycle, new RequestId(id.Value), Programme.Key, Nia.Id, Nia.Id, CycleState.Active, at, new LocalDate(2026, 9, 14),
                new GroundRules(null, ["teams", "work-email"], NotesKeptBy.Nobody, 1, [Nia.Id, .. people], AgreedOn: new LocalDate(2026, 9, 16)),
                new CadenceAgreement(new CadencePattern.ChosenDates([]), 45, MeetingMode.InPerson, null, people[0], people, [], 1, people.Count),
                Members: people));
    }

    public static Meeting Session(Cycle cycle, string start, MeetingState state = MeetingState.Booked, params IReadOnlyList<Person> there) => new(
        new MeetingId(Guid.NewGuid()), cycle.Id, cycle.Organiser, cycle.Others(cycle.Organiser), SchoolTime.At(start), 45, MeetingMode.InPerson, false, state,
        CheckIns: there.Count == 0 ? null : there.ToDictionary(person => person.Id.Value, _ => true), Calendar: CalendarState.Written, EventId: "event");

    private static Person Staff(string key, string name, Organisation school, string role, string department) => new(
        PersonId.Of("school.example", key), name, $"{key}@school.example", role, school.Id, Department: department, Programmes: [Id]);
}
