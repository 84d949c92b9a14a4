using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace PeerBot.Bot.Tests.Architecture;

/// <summary>References point one way. Whoever adds a project adds its row here, and so says what it may know.</summary>
public sealed class ReferenceDirections
{
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Domain"] = [],
        ["BotFramework"] = [],
        ["Manifest"] = [],
        ["Cards"] = ["Domain"],
        ["Dialogs"] = ["BotFramework", "Cards", "Domain"],
        ["Storage"] = ["Domain"],
        ["Storage.Migrations"] = ["Domain", "Storage"],
        ["Calendar"] = ["Domain"],
        ["Directory"] = ["Domain"],
        ["Bot"] = ["BotFramework", "Calendar", "Cards", "Dialogs", "Directory", "Domain", "Storage"],
    };

    // The pure projects: whatever else they used would bring the outside world into the rules.
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Domain"] = ["NodaTime"],
        ["Cards"] = ["NodaTime"],
    };

    private static readonly Dictionary<string, string> PathOf = Repository.Files("*.csproj")
        .Where(path => !path.StartsWith("tests/", StringComparison.Ordinal))
        .ToDictionary(NameOf);

    public static TheoryData<string> Projects => [.. PathOf.Keys];

    // A project that nothing here refers to (BotFramework with -p:BotSdk=Microsoft) need not have been restored.
    public static TheoryData<string> RestoredProjects => [.. PathOf.Keys.Where(project => File.Exists(AssetsOf(project)))];

    public static TheoryData<string> PureProjects => [.. MayUse.Keys];

    [Fact]
    public void Every_project_has_its_place() =>
        Assert.Equal(MayKnow.Keys.Order(StringComparer.Ordinal), PathOf.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_names_only_what_it_may_know(string project)
    {
        var file = XDocument.Load(Repository.PathOf(PathOf[project]));
        var named = file.Descendants("ProjectReference").Select(reference => NameOf((string)reference.Attribute("Include")!)).ToList();
        if (file.Descendants("UsesBotFramework").Any(uses => uses.Value == "true"))
            named.Add("BotFramework");
        Assert.Empty(named.Except(MayKnow[project]));
    }

    [Theory]
    [MemberData(nameof(RestoredProjects))]
    public void Nothing_more_arrives_by_way_of_another(string project) =>
        Assert.Empty(Restored(project, "project").Except(MayKnow[project]));

    [Theory]
    [MemberData(nameof(PureProjects))]
    public void The_rules_and_the_cards_use_no_package_but_NodaTime(string project) =>
        Assert.Empty(Restored(project, "package").Except(MayUse[project]));

    [Theory]
    [InlineData("Domain")]
    [InlineData("Cards")]
    [InlineData("Dialogs")]
    public void The_rules_the_cards_and_the_flows_ask_for_no_web_server(string project)
    {
        var file = XDocument.Load(Repository.PathOf(PathOf[project]));
        Assert.Equal("Microsoft.NET.Sdk", (string?)file.Root!.Attribute("Sdk"));
        Assert.Empty(file.Descendants("FrameworkReference"));
    }

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));

    /// <summary>What the last restore found that a project compiles or runs against, however far away it was named.</summary>
    private static List<string> Restored(string project, string kind)
    {
        var assets = JsonNode.Parse(File.ReadAllText(AssetsOf(project)))!;
        return
        [
            .. assets["targets"]!.AsObject().SelectMany(target => target.Value!.AsObject())
                .Where(library => (string?)library.Value!["type"] == kind && (library.Value["compile"] ?? library.Value["runtime"]) is not null)
                .Select(library => library.Key.Split('/')[0].Replace("PeerBot.", "", StringComparison.Ordinal)),
        ];
    }

    private static string AssetsOf(string project) =>
        Repository.PathOf(Path.Combine(Path.GetDirectoryName(PathOf[project])!, "obj", "project.assets.json"));
}
