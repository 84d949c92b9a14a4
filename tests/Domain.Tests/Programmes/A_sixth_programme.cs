using System.Text.Json.Nodes;
using NodaTime;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Tests.Programmes;

/// <summary>A scheme that none of the sources has, as the guide shows it: one file in a folder, and no code.</summary>
public sealed class A_sixth_programme
{
    private const string Id = "early-years-partners";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Sixth");
    private static readonly string Json = File.ReadAllText(Path.Combine(Folder, Id + ".json"));
    private static readonly string Guide = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Guide", "writing-a-programme.md"));

    [Fact]
    [Trait("Requirement", "A-20")]
    public void Mixes_features_of_the_five_and_loads_from_a_folder()
    {
        var programme = ProgrammeCatalogue.Load(Folder, Definitions.Library).OrThrow().Current(Id)!;

        Assert.Equal(MatchingModel.MutualChoice, programme.Matching.Model);
        Assert.Equal(["Notice", "Wonder", "Try", "Look back"], programme.Cycle.Phases.Select(phase => phase.Label));
        Assert.Equal((RequesterJournal.Encouraged, SupporterJournal.Encouraged), (programme.Journal.Requester, programme.Journal.Supporter));
        Assert.Equal(["closer-look", "again", "change"], programme.Feedback.Questions.Select(question => question.Id));
        Assert.Equal(DateTimeZoneProviders.Tzdb["Australia/Sydney"], programme.Zone);
        Assert.NotEmpty(CalendarCatalogue.Load(CalendarCatalogue.ShippedFolder).OrThrow().For(programme.Boundaries).Terms);
    }

    [Fact]
    [Trait("Requirement", "A-20")]
    public void Stands_beside_the_five() =>
        Assert.Equal(
            6,
            ProgrammeCatalogue.From(
                [.. Directory.GetFiles(ProgrammeCatalogue.ShippedFolder, "*.json").Select(file => new DefinitionSource(Path.GetFileName(file), File.ReadAllText(file))), new("sixth.json", Json)],
                Definitions.Library).OrThrow().Programmes.Count);

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "an unknown field", "matching.maxPreference", "3" },
        { "a limit without strength", "cycle.limits.months.strength", "" },
        { "a missing contact key", "owner.coordinatorContactRef", "" },
        { "a group without rules for it", "relationship.shape", "\"group\"" },
        { "open questions", "status", "\"active\"" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void The_guide_has_the_words_that_a_mistake_really_brings(string what, string path, string value)
    {
        var problems = Wrong(path, value);

        Assert.True(problems.Count > 0, what);
        Assert.Contains(problems[0].ToString(), Guide.Split('\n'));
    }

    [Fact]
    public void The_guide_quotes_no_message_that_PeerBot_does_not_have()
    {
        var programme = ProgrammeCatalogue.Load(Folder, Definitions.Library).OrThrow().Current(Id)!;
        var real = Mistakes.Select(row => Wrong((string)row[1], (string)row[2])[0].ToString())
            .Concat(Reference.Missing([programme], new Dictionary<string, global::PeerBot.Domain.People.Contact>())).ToHashSet();

        var quoted = Guide.Split("```text\n").Skip(1).SelectMany(part => part.Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();

        Assert.Equal(6, quoted.Count);
        Assert.All(quoted, line => Assert.Contains(line, real));
    }

    private static IReadOnlyList<DefinitionProblem> Wrong(string path, string value)
    {
        var json = JsonNode.Parse(Json)!.AsObject();
        json.Put(path, value);
        return Definitions.Problems(new DefinitionSource(Id + ".json", json.ToJsonString()));
    }

    [Theory]
    [InlineData("skills, role, department, experience band, school")]
    public void The_guide_names_what_groups_may_vary_by(string words) =>
        Assert.All(words.Split(", "), word => Assert.Contains($"*{word}*", Guide, StringComparison.Ordinal));
}
