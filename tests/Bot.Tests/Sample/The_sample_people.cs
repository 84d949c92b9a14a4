using PeerBot.Bot.Sample;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Bot.Tests.Sample;

public sealed class The_sample_people(SampleHost host) : IClassFixture<SampleHost>
{
    [Theory]
    [InlineData("Amira Khan", "Headteacher", "Oakfield Primary", "requester")]
    [InlineData("Peter Lloyd", "Peer supporter", "Hillside Federation", "supporter")]
    [InlineData("Grace Obi", "Peer supporter", "Brook Lane Primary", "supporter")]
    [InlineData("Sam Reid", "Coordinator", "Sample Council", "coordinator")]
    [InlineData("Jo Price", "Named contact", "Sample Council", "named-contact")]
    public void The_people_of_the_scripts_are_there(string name, string title, string organisation, string role)
    {
        var person = SampleHost.Shown(name);

        Assert.Equal((title, organisation, role), (person.Title, person.Organisation, person.Roles[0]));
    }

    [Fact]
    public void Amira_and_Peter_have_a_column_from_the_start_and_Grace_comes_next() =>
        Assert.Equal(
            [("Amira Khan", true), ("Peter Lloyd", true), ("Grace Obi", false)],
            SampleAuthority.People.Take(3).Select(person => (person.Name, person.ShownFirst)));

    [Fact]
    public void No_two_people_share_an_id_an_address_or_a_name()
    {
        var people = SampleAuthority.People;

        Assert.Equal(people.Count, people.Select(person => person.Id).Distinct().Count());
        Assert.Equal(people.Count, people.Select(person => person.AadObjectId).Distinct().Count());
        Assert.Equal(people.Count, people.Select(person => person.Email).Distinct().Count());
        Assert.Equal(people.Count, people.Select(person => person.Name).Distinct().Count());
    }

    [Fact]
    public void Nobody_can_be_reached_by_accident() =>
        Assert.All(SampleAuthority.People, person =>
        {
            Assert.StartsWith("29:", person.Id, StringComparison.Ordinal);
            Assert.EndsWith("@example.org", person.Email, StringComparison.Ordinal);
        });

    [Fact]
    public async Task Oakfield_is_a_maintained_school_of_210_pupils()
    {
        var oakfield = await SchoolOfAsync("Amira Khan");

        Assert.Equal((210, "Local authority maintained schools"), (oakfield?.PupilCount, oakfield?.TypeGroup));
    }

    [Fact]
    public async Task Everybody_takes_part_in_a_programme_that_is_loaded()
    {
        var work = host.Begin();
        foreach (var shown in SampleAuthority.People)
        {
            var person = await work.PersonAsync(SampleHost.Id(shown.Name));

            Assert.NotEmpty(person!.Programmes);
            Assert.All(person.Programmes, id => Assert.NotNull(SampleHost.Reference.Programmes.Current(id)));
        }
    }

    [Fact]
    public void Each_programme_has_somebody_who_asks_and_somebody_who_supports()
    {
        var import = SampleAuthority.Import();
        Assert.All(SampleHost.Reference.Programmes.Programmes, programme =>
        {
            Assert.Contains(import.Supporters, supporter => supporter.ProgrammeId == programme.Id);
            Assert.Contains(
                import.People.Where(person => person.Programmes.Contains(programme.Id)),
                person => RolesOf(person).Contains("requester"));
        });
    }

    [Fact]
    [Trait("Requirement", "S2-12")]
    public async Task Heads_of_maintained_schools_may_ask_and_nobody_else_may()
    {
        var work = host.Begin();
        foreach (var person in SampleAuthority.Import().People.Where(person => person.Programmes[0] == SampleHost.Heads.Id))
        {
            var school = person.Organisation is { } at ? await work.OrganisationAsync(at) : null;
            var answer = Eligibility.OfRequester(SampleHost.Heads, person, school);

            Assert.Equal(RolesOf(person).Contains("requester"), answer is RequesterEligibility.Eligible);
        }
    }

    [Theory]
    [InlineData("Natalie Frost", "maintained")]
    [InlineData("Owen Griffiths", "head")]
    [Trait("Requirement", "S2-12")]
    public async Task An_academy_head_and_a_deputy_are_there_to_be_turned_away(string name, string criterion)
    {
        var person = await host.Begin().PersonAsync(SampleHost.Id(name));

        var answer = Eligibility.OfRequester(SampleHost.Heads, person!, await SchoolOfAsync(name));

        Assert.Equal(criterion, Assert.IsType<RequesterEligibility.NotEligible>(answer).Criterion.Id);
    }

    [Fact]
    public async Task A_database_with_people_is_left_as_it_is()
    {
        await using var fresh = new FreshDatabase();
        await fresh.Database.MigrateAsync();
        var stranger = new Person(PersonId.Of("tenant", "stranger"), "A Stranger", "stranger@example.org", null, null);
        await fresh.Database.ReplaceAllAsync(new Storage.Import { People = [stranger] });

        await SampleStart.EnsureAsync(fresh.Database);

        var work = fresh.Database.BeginTurn(SampleHost.SaturdayEvening);
        Assert.NotNull(await work.PersonAsync(stranger.Id));
        Assert.Null(await work.PersonAsync(SampleHost.Id("Amira Khan")));
    }

    private static IReadOnlyList<string> RolesOf(Person person) => SampleHost.Shown(person.Name).Roles;

    private async Task<Organisation?> SchoolOfAsync(string name)
    {
        var work = host.Begin();
        return await work.PersonAsync(SampleHost.Id(name)) is { Organisation: { } at } ? await work.OrganisationAsync(at) : null;
    }
}
