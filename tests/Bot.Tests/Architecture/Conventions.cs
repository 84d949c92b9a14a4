using System.Text.RegularExpressions;

namespace PeerBot.Bot.Tests.Architecture;

/// <summary>What the compiler does not see, or would see only if its own settings stayed in place.</summary>
public sealed partial class Conventions
{
    // The five of the source documents, and whatever else has come to lie beside them.
    private static readonly string[] Programmes =
    [
        .. new[] { "aspiring-middle-leaders", "cld-peer-mentoring", "headteacher-peer-support", "peer-coaching", "peer-learning-groups" }
            .Union(Repository.Files("*.json", "Domain")
                .Where(path => path.Contains("/Programmes/Definitions/", StringComparison.Ordinal))
                .Select(path => Path.GetFileNameWithoutExtension(path))),
    ];

    [Theory]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTime.Today")]
    [InlineData("P:System.DateTimeOffset.Now")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("P:NodaTime.SystemClock.Instance")]
    [InlineData("P:System.TimeZoneInfo.Local")]
    public void The_machines_clock_and_zone_are_banned(string symbol) =>
        Assert.Contains(Repository.Read("BannedSymbols.txt").Split('\n'), line => line.StartsWith($"{symbol};", StringComparison.Ordinal));

    [Fact]
    public void The_ban_reaches_every_project_as_an_error()
    {
        var build = Repository.Read("Directory.Build.props");
        Assert.Contains("<PackageReference Include=\"Microsoft.CodeAnalysis.BannedApiAnalyzers\"", build, StringComparison.Ordinal);
        Assert.Contains("<AdditionalFiles Include=\"$(MSBuildThisFileDirectory)BannedSymbols.txt\" />", build, StringComparison.Ordinal);
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", build, StringComparison.Ordinal);
        // A nearer Directory.Build.props hides the one at the root unless it asks for it.
        Assert.All(
            Repository.Files("Directory.Build.props").Where(path => path.Contains('/', StringComparison.Ordinal)),
            path => Assert.Contains("<Import Project=\"../Directory.Build.props\" />", Repository.Read(path), StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_switches_the_ban_off()
    {
        var files = Repository.Files("*.cs").Concat(Repository.Files("*.csproj")).Append(".editorconfig").ToList();
        Assert.True(files.Count > 500, $"{files.Count} files are looked at.");
        Assert.DoesNotContain(files, path => Repository.Read(path).Contains("RS" + "0030", StringComparison.Ordinal));
    }

    [Fact]
    public void No_code_knows_a_programme_by_its_id()
    {
        var code = new[] { "Domain", "Cards", "Dialogs", "Infrastructure", "Bot" }
            .SelectMany(folder => Repository.Files("*.cs", folder))
            .Where(path => !SampleData().IsMatch(path)).ToList();
        Assert.True(code.Count > 500, $"{code.Count} files are looked at.");
        Assert.DoesNotContain(code, path => Programmes.Any(id => Repository.Read(path).Contains($"\"{id}\"", StringComparison.Ordinal)));
    }

    // The sample authority has to say which programmes it runs.
    [GeneratedRegex("/Sample[^/]*(/|$)")]
    private static partial Regex SampleData();
}
