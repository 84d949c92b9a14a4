using System.Text.RegularExpressions;

namespace PeerBot.Bot.Tests.Architecture;

public sealed partial class Attacks
{
    /// <summary>A row of docs/security.md counts for as long as its test is there, and so does an example.</summary>
    [Theory]
    [InlineData("docs/security.md", 40)]
    [InlineData("CONTRIBUTING.md", 1)]
    public void Each_that_is_written_down_names_a_test_that_exists(string page, int least)
    {
        var sources = Repository.Files("*.cs", "tests").Select(Repository.Read).ToList();
        var named = Test().Matches(Repository.Read(page)).Select(test => (Class: test.Groups[1].Value, Method: test.Groups[2].Value)).ToList();

        Assert.True(named.Count >= least, $"{named.Count} tests are named.");
        Assert.All(named, test => Assert.Contains(
            sources, source => Regex.IsMatch(source, $@"class {test.Class}\b") && source.Contains($" {test.Method}(", StringComparison.Ordinal)));
    }

    [GeneratedRegex("`([A-Z][A-Za-z_0-9]*_[A-Za-z_0-9]*|[A-Z][A-Za-z0-9]*)\\.([A-Z][A-Za-z0-9]*_[A-Za-z_0-9]*)`")]
    private static partial Regex Test();
}
