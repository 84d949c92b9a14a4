using NodaTime;
using PeerBot.Bot.Sample;
using PeerBot.Domain.Matching;
using PeerBot.Domain.People;

namespace PeerBot.Bot.Tests.Sample;

public sealed class The_sample_supporters(SampleHost host) : IClassFixture<SampleHost>
{
    private const int CardsOnAPage = 5;

    private static readonly LocalDate Today = new(2026, 11, 21);

    public static TheoryData<string> Listed => [.. ListedProfiles.Select(supporter => SampleHost.Name(supporter.Person))];

    public static TheoryData<string> ListedHeads =>
        [.. ListedProfiles.Where(one => one.ProgrammeId == SampleHost.Heads.Id).Select(one => SampleHost.Name(one.Person))];

    private static IEnumerable<SupporterProfile> ListedProfiles =>
        SampleAuthority.Import().Supporters.Where(supporter => supporter.State == SupporterState.Listed);

    [Fact]
    [Trait("Requirement", "A-02")]
    [Trait("Requirement", "S2-14")]
    public async Task Amira_pages_through_everybody_who_has_time_for_her_to_the_last()
    {
        var shortlist = await ShortlistForAsync("Amira Khan");

        var pages = Enumerable.Range(0, 3).Select(page => shortlist.Page(page * CardsOnAPage, CardsOnAPage)).ToList();

        Assert.Equal([5, 5, 4], pages.Select(page => page.Count));
        Assert.Equal(
            [
                "Catherine Whitlock", "Daniel Osei", "Eleanor Fairweather", "Fatima Rahman", "Gareth Pryce", "Grace Obi", "Helen Marsh",
                "Martin Hughes", "Ngozi Adeyemi", "Peter Lloyd", "Rajesh Patel", "Rhiannon Bevan", "Siobhan Doyle", "Tom Aldridge",
            ],
            pages.SelectMany(page => page).Select(suggestion => SampleHost.Name(suggestion.Supporter)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Peter_and_Grace_are_on_her_first_page()
    {
        var shortlist = await ShortlistForAsync("Amira Khan");

        var first = shortlist.Page(0, CardsOnAPage).Select(suggestion => SampleHost.Name(suggestion.Supporter));

        Assert.Superset(new HashSet<string> { "Peter Lloyd", "Grace Obi" }, first.ToHashSet());
    }

    [Theory]
    [InlineData("Joanna Tate")] // approved, but not trained yet
    [InlineData("Simon Blackwood")] // has no room
    [InlineData("Priya Menon")] // pauses until February
    [InlineData("Louise Carver")] // of the same federation
    [InlineData("Marcus Bell")] // at her own school
    [InlineData("Andrew Sutcliffe")] // declared a conflict with her
    [Trait("Requirement", "A-02")]
    [Trait("Requirement", "S2-14")]
    public async Task Who_cannot_support_Amira_is_not_shown_to_her(string name)
    {
        Assert.Contains(SampleAuthority.Import().Supporters, supporter => supporter.Person == SampleHost.Id(name));

        Assert.False((await ShortlistForAsync("Amira Khan")).Contains(SampleHost.Id(name)));
    }

    [Theory]
    [InlineData("Louise Carver")]
    [InlineData("Marcus Bell")]
    [InlineData("Andrew Sutcliffe")]
    public async Task A_conflict_with_Amira_hides_nobody_from_others(string name) =>
        Assert.True((await ShortlistForAsync("Zainab Hussain")).Contains(SampleHost.Id(name)));

    [Theory]
    [MemberData(nameof(Listed))]
    [Trait("Requirement", "S2-15")]
    public async Task A_listed_profile_has_nothing_missing_and_nothing_wrong(string name)
    {
        var (profile, person, organisation) = await ProfileOfAsync(name);
        var programme = SampleHost.Reference.Programmes.Current(profile.ProgrammeId)!;

        Assert.Empty(ProfileFault.In(profile, programme, person, organisation));
        Assert.True(profile.IsTrainedFor(programme, Today));
        Assert.NotNull(profile.ConsentedOn);
    }

    [Theory]
    [MemberData(nameof(ListedHeads))]
    [Trait("Requirement", "A-02")]
    [Trait("Requirement", "S2-15")]
    public async Task Amira_sees_region_size_type_and_summary_of_each_head(string name)
    {
        var (profile, person, organisation) = await ProfileOfAsync(name);

        var shown = PublicProfile.Of(profile, SampleHost.Heads, person, organisation).Facts.Select(fact => fact.Field.Id);

        Assert.Superset(new HashSet<string> { "region", "size", "schoolType", "background" }, shown.ToHashSet());
        Assert.InRange(profile.Summary.Length, 150, 400);
    }

    [Theory]
    [MemberData(nameof(Listed))]
    [Trait("Requirement", "A-02")]
    [Trait("Requirement", "S2-38")]
    public async Task A_summary_tells_no_number_no_address_and_no_grade(string name)
    {
        var (profile, _, _) = await ProfileOfAsync(name);

        Assert.All(profile.Details.Values.Append(profile.Summary), text =>
        {
            Assert.False(UkPhoneNumber.Found(text));
            Assert.DoesNotContain('@', text);
            Assert.DoesNotMatch("(?i)ofsted|outstanding|requires improvement|inadequate|inspect", text);
        });
    }

    private async Task<Shortlist> ShortlistForAsync(string name)
    {
        var work = host.Begin();
        var person = (await work.PersonAsync(SampleHost.Id(name)))!;
        var school = await work.OrganisationAsync(person.Organisation!.Value);
        return Shortlist.For(SampleHost.Heads, Requester.Of(person, school), await work.CandidatesAsync(SampleHost.Heads.Id), Today);
    }

    private async Task<(SupporterProfile Profile, Person Person, Organisation? Organisation)> ProfileOfAsync(string name)
    {
        var work = host.Begin();
        var person = (await work.PersonAsync(SampleHost.Id(name)))!;
        var profile = (await work.SupporterAsync(person.Id, person.Programmes[0]))!;
        return (profile, person, await work.OrganisationAsync(person.Organisation!.Value));
    }
}
