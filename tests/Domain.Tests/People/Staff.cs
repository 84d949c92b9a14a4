using NodaTime;
using PeerBot.Domain.Matching;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Tests.Programmes;

namespace PeerBot.Domain.Tests.People;

/// <summary>People and schools that tests start from.</summary>
internal static class Staff
{
    public static readonly LocalDate Today = new(2026, 11, 21);
    public static readonly Programme Heads = Definitions.Programme(Definitions.Headteachers);

    public static readonly Organisation Oakfield = new(
        Id(1), "Oakfield Primary", "Local authority maintained schools", "Central", 210, "Community school", "Primary", null, "Oakfield",
        "Shropshire");

    public static readonly Organisation Hillside = new(
        Id(2), "Hillside Federation", "Local authority maintained schools", "South", 180, "Federation, rural", "Primary",
        new("F1", "Hillside Federation"), "Ludlow", "Shropshire");

    public static readonly Person Amira = new(Of("amira"), "Amira Khan", "amira@school.example", "headteacher", Oakfield.Id);
    public static readonly Person Peter = new(Of("peter"), "Peter Lloyd", "peter@school.example", "headteacher", Hillside.Id);

    public static readonly SupporterProfile PeterTrained = new(
        Peter.Id, Heads.Id, SupporterState.Trained, "Head of two small schools; coaching.", 1, 0, new(2026, 10, 1), null, null, []);

    public static readonly SupporterProfile PeterListed = PeterTrained with
    {
        State = SupporterState.Listed,
        ConsentedOn = new(2026, 10, 2),
    };

    public static PersonId Of(string name) => PersonId.Of("tenant", name);

    public static OrganisationId Id(int number) => new(new Guid(number, 0, 0, new byte[8]));

    public static Candidate Candidate(string name, Func<Candidate, Candidate>? change = null)
    {
        var candidate = new Candidate(
            Of(name), new Workplace(Id(100 + name.Length)), SupporterState.Listed, 1, 0, new(2026, 10, 1), new(2026, 10, 2), null, null,
            []);
        return change?.Invoke(candidate) ?? candidate;
    }
}
