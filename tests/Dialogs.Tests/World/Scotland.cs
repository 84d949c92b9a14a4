using NodaTime;
using PeerBot.Domain;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Tests.World;

/// <summary>Two Scottish schemes beside the authority: middle leaders with the colleagues they name, and people of community learning. All invented.</summary>
internal static class Scotland
{
    public const string MiddleLeaders = "aspiring-middle-leaders";
    public const string PeerMentoring = "cld-peer-mentoring";

    public static readonly Organisation Sound = Place(40, "Sound High School", "Shetland Islands");
    public static readonly Organisation Harbour = Place(41, "Harbour Learning Centre", "Highland");
    public static readonly Organisation Isles = Place(42, "Isles Youth Service", "Shetland Islands");

    /// <summary>Takes part in the leadership programme.</summary>
    public static readonly Person Kirsty = Staff("kirsty", "Kirsty Bain", Sound, MiddleLeaders);

    /// <summary>A colleague whom nobody has asked yet, and who is in no scheme.</summary>
    public static readonly Person Morag = Staff("morag", "Morag Sinclair", Sound);

    /// <summary>Has the same first name.</summary>
    public static readonly Person MoragToo = Staff("morag-too", "Morag Leask", Sound);

    /// <summary>In community learning; Isla asks, Morven works elsewhere, Callum beside Isla.</summary>
    public static readonly Person Isla = Staff("isla", "Isla Ross", Harbour, PeerMentoring);
    public static readonly Person Morven = Staff("morven", "Morven Kerr", Isles, PeerMentoring);
    public static readonly Person Callum = Staff("callum", "Callum Munro", Harbour, PeerMentoring);

    /// <summary>In both schemes at once, the leadership programme first.</summary>
    public static readonly Person Eilidh = Staff("eilidh", "Eilidh Grant", Sound, MiddleLeaders, PeerMentoring);

    public static readonly Person Team = Staff("team", "Una Flett", Sound, MiddleLeaders);

    public static Reference Reference { get; } = Authority.Reference with
    {
        Contacts = Authority.Reference.Contacts.Values.Concat(
        [
            new Contact("aml-coordinator", "Una Flett", "Programme team", null, "una.flett@council.example", null, null, null, Team.Id),
            new Contact("aml-named-contact", "Ivor Tait", "Child protection officer", "0345 678 9100", null, null, null, null, null),
            new Contact("cld-coordinator", "Rhona Lamb", "Coordinator", null, "rhona.lamb@council.example", null, null, null, null),
            new Contact("cld-named-contact", "Ewan Hall", "Protection lead", "0345 678 9200", null, null, null, null, null),
            new Contact("cld-standards-council", "Buddy initiative", "Buddies", null, "buddies@council.example", null, null, null, null),
            Link("aml-education-scotland", "Education Scotland", "https://education.example/coaching"),
            Link("aml-advice-monster", "Taming the Advice Monster", "https://video.example/advice-monster"),
            Link("cld-code-of-ethics", "Code of Ethics", "https://standards.example/ethics"),
            Link("cld-competencies", "CLD competencies", "https://standards.example/competencies"),
            Link("cld-how-good", "How good is our CLD", "https://standards.example/how-good"),
        ]).ToDictionary(contact => contact.Key),
        Roles = [.. Authority.Reference.Roles, new RoleHolders(MiddleLeaders, ProgrammeRoles.Coordinator, [Team.Id])],
    };

    public static IEnumerable<object> Everyone() => [Sound, Harbour, Isles, Kirsty, Morag, MoragToo, Isla, Morven, Callum, Eilidh, Team];

    public static Programme Programme(string id) => Reference.Programmes.Current(id)!;

    /// <summary>Two who have agreed how they work and how they meet, in one of the schemes.</summary>
    public static Cycle Cycle(string scheme, Person requester, Person supporter, int minutes = 30, string pairedAt = "2026-11-24T10:00") =>
        Given.Cycle(requester, supporter, MeetingMode.Teams, minutes, pairedAt) with { Programme = Programme(scheme).Key };

    /// <summary>Has joined the list of peer mentors by their own yes.</summary>
    public static SupporterProfile Joined(Person person, string section, int active = 0) => new(
        person.Id, PeerMentoring, SupporterState.Listed, $"How {person.Name.Split(' ')[0]} works: outdoors, with young people.", 1, active, null,
        new LocalDate(2026, 11, 2), null, [], new Dictionary<string, string> { ["section"] = section });

    private static Contact Link(string key, string name, string address) => new(key, name, "", null, null, null, null, null, null, new Uri(address));

    public static Person Staff(string key, string name, Organisation place, params IReadOnlyList<string> programmes) => new(
        PersonId.Of("council.example", key), name, $"{name.ToLowerInvariant().Replace(' ', '.')}@school.example", "teacher", place.Id, Programmes: programmes);

    private static Organisation Place(int number, string name, string authority) =>
        Authority.School(number, name, "Scotland", null, "School") with { Authority = authority };
}
