using System.Text;
using PeerBot.Bot.Tests.World;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Register;

namespace PeerBot.Bot.Tests.Sample;

/// <summary>The operator's command from the file to the database: all of it or nothing, and again without harm.</summary>
public sealed class Importing_a_register(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private const string Tenant = "11111111-2222-3333-4444-555555555555";

    private const string Headings =
        "URN,LA (code),LA (name),EstablishmentName,EstablishmentStatus (name),EstablishmentTypeGroup (name),PhaseOfEducation (name),NumberOfPupils";

    private const string Oakfield = "123401,893,Shropshire,Oakfield Infants,Open,Local authority maintained schools,Primary,210";
    private const string Hillside = "123402,893,Shropshire,Hillside Juniors,Open,Local authority maintained schools,Primary,";

    private readonly string folder = Directory.CreateTempSubdirectory("peerbot-import").FullName;

    public async Task InitializeAsync() => await stage.BeginAsync();

    public async Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        await stage.EndAsync();
    }

    [Fact]
    public async Task Schools_are_taken_over_and_a_second_time_nothing_changes()
    {
        Assert.Equal((0, "Taken over: 2 new, 0 changed, 0 as before; 0 schools have closed; 0 people are for the coordinator to look at again. Left out: 0."), await SchoolsAsync(Oakfield, Hillside));
        Assert.Equal((0, "Taken over: 0 new, 0 changed, 2 as before; 0 schools have closed; 0 people are for the coordinator to look at again. Left out: 0."), await SchoolsAsync(Oakfield, Hillside));
        var (code, said) = await SchoolsAsync(Oakfield, Hillside.Replace("Primary,", "Primary,95"));

        Assert.Equal(0, code);
        Assert.Contains("1 changed, 1 as before", said, StringComparison.Ordinal);
        Assert.Equal(95, (await SchoolAsync("123402"))?.PupilCount);
    }

    [Fact]
    public async Task One_refused_line_keeps_all_of_them_out()
    {
        var (code, said) = await SchoolsAsync(Oakfield, Hillside.Replace("Hillside", "=Hillside"));

        Assert.Equal(1, code);
        Assert.StartsWith("line 3, EstablishmentName: This begins like a formula", said, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was taken over: 1 lines were refused.", said, StringComparison.Ordinal);
        Assert.Null(await SchoolAsync("123401"));
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        var (code, said) = await RunAsync("schools", [Headings, Oakfield], "--dry-run");

        Assert.Equal(0, code);
        Assert.StartsWith("Would be taken over: 1 new", said, StringComparison.Ordinal);
        Assert.Null(await SchoolAsync("123401"));
    }

    [Fact]
    public async Task A_school_that_closes_is_marked_and_its_people_are_for_the_coordinator_to_look_at()
    {
        await SchoolsAsync(Oakfield, Hillside);
        await PeopleAsync(Line("a", "anna", "123401"), Line("b", "bert", "123402"));

        var (_, said) = await SchoolsAsync(Oakfield.Replace(",Open,", ",Closed,"), Hillside, Oakfield.Replace("123401", "123499").Replace(",Open,", ",Closed,"));

        Assert.Contains("1 schools have closed; 1 people are for the coordinator to look at again. Left out: 1.", said, StringComparison.Ordinal);
        Assert.True((await SchoolAsync("123401"))?.Closed);
        Assert.Null(await SchoolAsync("123499"));
        Assert.Equal([Id("a")], await RechecksAsync());
        Assert.Contains("0 people are for", (await SchoolsAsync(Oakfield.Replace(",Open,", ",Closed,"), Hillside)).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_taken_over_and_what_the_list_does_not_have_stays()
    {
        await SchoolsAsync(Oakfield, Hillside);
        await PeopleAsync(Line("a", "anna", "123401", manager: "bert@school.example"), Line("b", "bert", "123402"));
        var work = stage.Bot.Database.BeginTurn(await stage.Bot.NowAsync());
        work.Save((await work.PersonAsync(Id("a")))! with { TimeZone = "Europe/Paris" });
        await work.CommitAsync();

        var (_, said) = await PeopleAsync(Line("a", "anna", "123402", manager: "bert@school.example"), Line("b", "bert", "123402"));

        var anna = await PersonAsync("a");
        Assert.Contains("0 new, 1 changed, 1 as before", said, StringComparison.Ordinal);
        Assert.Equal((RegisterIds.Of("123402"), Id("b"), "Europe/Paris"), (anna!.Organisation, anna.LineManager, anna.TimeZone));
        Assert.Equal([Id("a")], await RechecksAsync());
    }

    [Fact]
    public async Task People_of_schools_programmes_or_managers_that_are_not_known_are_refused_line_by_line()
    {
        await SchoolsAsync(Oakfield, Hillside.Replace(",Open,", ",Closed,"));

        var (code, said) = await PeopleAsync(
            Line("a", "anna", "123401"), Line("b", "bert", "123999"), Line("c", "cleo", "123401", "knitting"), Line("d", "dora", "123401", manager: "nobody@school.example"),
            Line("e", "emil", "123401", manager: "emil@school.example"));

        Assert.Equal(1, code);
        Assert.Equal(
            [
                "line 3, Organisation URN: PeerBot knows no school 123999; import schools first.",
                "line 4, Programmes: There is no programme \"knitting\".",
                "line 5, Line manager: Nobody of the address nobody@school.example is in the file or known.",
                "line 6, Line manager: Nobody manages themselves.",
                "Nothing was taken over: 4 lines were refused.",
            ],
            said.Split('\n'));
        Assert.Null(await PersonAsync("a"));
    }

    [Theory]
    [InlineData("schools")]
    [InlineData("people", "FILE")]
    [InlineData("horses", "FILE")]
    [InlineData("schools", "FILE", "--tenant", Tenant)]
    [InlineData("schools", "nowhere.csv")]
    public async Task A_command_that_is_not_understood_says_how_it_goes(params string[] words)
    {
        var file = Path.Combine(folder, "some.csv");
        await File.WriteAllTextAsync(file, Headings);
        using var output = new StringWriter();

        var code = await stage.Bot.Service<RegisterImport>().RunAsync([.. words.Select(word => word == "FILE" ? file : word)], output);

        Assert.Equal(2, code);
        Assert.Contains(words.Contains("nowhere.csv") ? "There is no file nowhere.csv." : "import people FILE.csv --tenant", output.ToString(), StringComparison.Ordinal);
    }

    private Task<(int Code, string Said)> SchoolsAsync(params string[] lines) => RunAsync("schools", [Headings, .. lines]);

    private Task<(int Code, string Said)> PeopleAsync(params string[] lines) => RunAsync("people", [PeopleFile.Headings, .. lines], "--tenant", Tenant);

    private async Task<(int Code, string Said)> RunAsync(string what, string[] lines, params string[] options)
    {
        var file = Path.Combine(folder, what + ".csv");
        await File.WriteAllLinesAsync(file, lines, Encoding.UTF8);
        using var output = new StringWriter { NewLine = "\n" };
        var code = await stage.Bot.Service<RegisterImport>().RunAsync([what, file, .. options], output);
        return (code, output.ToString().TrimEnd('\n'));
    }

    private static string Line(string letter, string name, string urn, string programme = "headteacher-peer-support", string manager = "") =>
        $"{Account(letter)},{name}@school.example,{name},headteacher,{urn},{programme},,{manager}";

    private static string Account(string letter) => $"aaaaaaaa-0000-0000-0000-00000000000{letter}";

    private static PersonId Id(string letter) => PersonId.Of(Tenant, Account(letter));

    private async Task<Organisation?> SchoolAsync(string urn) =>
        await stage.Bot.Database.BeginTurn(await stage.Bot.NowAsync()).OrganisationAsync(RegisterIds.Of(urn)!.Value);

    private async Task<PeerBot.Domain.People.Person?> PersonAsync(string letter) => await stage.Bot.Database.BeginTurn(await stage.Bot.NowAsync()).PersonAsync(Id(letter));

    private async Task<IEnumerable<PersonId?>> RechecksAsync() =>
        (await stage.Bot.Database.BeginTurn(await stage.Bot.NowAsync()).OpenTasksAsync("headteacher-peer-support"))
        .Where(task => task.Kind == TaskKind.Recheck).Select(task => task.Person);
}
