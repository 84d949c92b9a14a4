using System.Text.Json.Nodes;
using NodaTime;
using PeerBot.Domain;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Tests.World;

/// <summary>A small local authority: heads who ask, heads who support, an officer and the named contact. All invented.</summary>
internal static class Authority
{
    private const string Maintained = "Local authority maintained schools";

    private static readonly SchoolGroup ThreeOaks = new("three-oaks", "Three Oaks Federation");

    public static readonly Organisation Oakfield = School(1, "Oakfield Primary", "Central", 210, "Community school", group: ThreeOaks);
    public static readonly Organisation Hillside = School(2, "Hillside Federation", "South", 180, "Federation, rural", group: new("hillside", "Hillside Federation"));
    public static readonly Organisation BrookLane = School(3, "Brook Lane Primary", "North", 240, "Community school, urban");
    public static readonly Organisation ElmOak = School(4, "Elm Oak Primary", "Central", 95, "Community school", group: ThreeOaks);
    public static readonly Organisation MillRoad = School(5, "Mill Road Primary", "East", 320, "Voluntary aided");
    public static readonly Organisation Riverside = School(6, "Riverside Academy", "East", 900, "Academy") with { TypeGroup = "Academies" };
    public static readonly Organisation Council = School(7, "Council offices", "Central", null, "Office") with { TypeGroup = "Other" };

    public static readonly Person Amira = Head("amira", "Amira Khan", Oakfield);
    public static readonly Person Hannah = Head("hannah", "Hannah Cole", MillRoad);
    public static readonly Person Peter = Head("peter", "Peter Lloyd", Hillside);
    public static readonly Person Grace = Head("grace", "Grace Obi", BrookLane);

    /// <summary>Head of a school in the federation of Amira's own.</summary>
    public static readonly Person Lena = Head("lena", "Lena Fox", ElmOak);

    /// <summary>Head of an academy, which the scheme is not for.</summary>
    public static readonly Person Adam = Head("adam", "Adam Wren", Riverside);

    public static readonly Person Sam = Head("sam", "Sam Reid", Council) with { JobRole = "officer" };
    public static readonly Person Jo = Head("jo", "Jo Price", Council) with { JobRole = "officer" };

    /// <summary>Supporters beside Peter and Grace who have room, so that a page of profiles is not all of them.</summary>
    public static readonly IReadOnlyList<Person> MoreSupporters =
    [
        .. new[] { "Tom Ward", "Ruth Ellis", "Dev Patel", "Mary Hughes", "Owen Pryce" }
            .Select((name, at) => Head(name.Split(' ')[0].ToLowerInvariant(), name, Places[at])),
    ];

    private static Organisation[] Places => [.. Enumerable.Range(0, 5).Select(at => School(20 + at, $"School of the {at + 1}th hill", "West", 150 + (90 * at), "Community school"))];

    public static Programme Programme => Reference.Programmes.Current("headteacher-peer-support")!;

    public static Reference Reference { get; } = new(
        ProgrammeCatalogue.Load(ProgrammeCatalogue.ShippedFolder, ReflectionLibrary.Load(ReflectionLibrary.ShippedFolder).OrThrow()).OrThrow(),
        CalendarCatalogue.Load(CalendarCatalogue.ShippedFolder).OrThrow(),
        new[]
        {
            new Contact("la-peer-support-coordinator", "Sam Reid", "Peer support coordinator", null, "sam.reid@council.example", "Weekdays 9 to 5", null, null, Sam.Id),
            new Contact(
                "la-named-contact", "Jo Price", "Head of Safeguarding", "0345 678 9000", "jo.price@council.example", "Weekdays 8.30 to 5",
                "Duty social worker", "Emergency duty team, 0345 678 9040", Jo.Id),
            new Contact("la-supervision", "Eve Stone", "Supervisor", null, "eve.stone@council.example", null, null, null, null),
            new Contact("noss", "NOSS", "Counselling", "0345 678 9020", null, null, null, null, null),
            new Contact("data-protection", "Data Protection Officer", "Data protection", null, "dpo@council.example", null, null, null, null),
        }.ToDictionary(contact => contact.Key),
        Rehearsing: true)
    {
        Roles = [new RoleHolders("headteacher-peer-support", ProgrammeRoles.Coordinator, [Sam.Id])],
    };

    /// <summary>The same authority with Sam as its coordinator, and a definition that the test has changed.</summary>
    public static Reference Coordinated(CoordinatorApproval approval = CoordinatorApproval.None, Action<JsonObject>? change = null)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(ProgrammeCatalogue.ShippedFolder, $"{Programme.Id}.json")))!.AsObject();
        json["matching"]!["coordinatorApproval"] = approval switch
        {
            CoordinatorApproval.BeforeSupporterAsked => "before-supporter-asked",
            CoordinatorApproval.BeforeIntroduction => "before-introduction",
            _ => "none",
        };
        change?.Invoke(json);
        return Reference with
        {
            Programmes = ProgrammeCatalogue.From([new DefinitionSource("changed.json", json.ToJsonString())], Reference.Library).OrThrow(),
            Roles = [new RoleHolders(Programme.Id, "coordinator", [Sam.Id])],
        };
    }

    /// <summary>All people, places and supporters as they stand when a test begins.</summary>
    public static IEnumerable<object> Everyone() =>
    [
        Oakfield, Hillside, BrookLane, ElmOak, MillRoad, Riverside, Council, .. Places,
        Amira, Hannah, Peter, Grace, Lena, Adam, Sam, Jo, .. MoreSupporters,
        .. new[] { Peter, Grace, Lena }.Concat(MoreSupporters).Select(person => Supporter(person)),
    ];

    /// <summary>Approved, trained, listed by their own consent and with one place.</summary>
    public static SupporterProfile Supporter(Person person, int capacity = 1, int active = 0) => new(
        person.Id, Programme.Id, SupporterState.Listed, $"Head for nine years. Background of {person.Name.Split(' ')[0]}: small schools and coaching.",
        capacity, active, new LocalDate(2026, 1, 14), new LocalDate(2026, 1, 20), null, []);

    public static Person Head(string key, string name, Organisation school) => new(
        PersonId.Of("council.example", key), name, $"{name.ToLowerInvariant().Replace(' ', '.')}@school.example", "headteacher", school.Id);

    public static Organisation School(int number, string name, string region, int? pupils, string type, SchoolGroup? group = null) => new(
        new OrganisationId(new Guid(number, 0, 0, new byte[8])), name, Maintained, region, pupils, type, "Primary", group, $"{name} area", "Shropshire");
}
