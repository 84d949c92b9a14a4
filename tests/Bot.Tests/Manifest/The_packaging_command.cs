using PeerBot.Manifest;

namespace PeerBot.Bot.Tests.Manifest;

public sealed class The_packaging_command
{
    private const string Enough = "--app-id 2f0c1d5e-8a43-4b7e-9d61-5c3b7a9e1f20 --bot-id 7d3e90aa-11c2-4f35-8b06-0a9d4e2c6b58 --domain peerbot.example.org";

    [Fact]
    public void Needs_two_ids_and_a_domain()
    {
        var options = Assert.IsType<CommandLine.Package>(Read(Enough)).Options;
        Assert.Equal(Guid.Parse("2f0c1d5e-8a43-4b7e-9d61-5c3b7a9e1f20"), options.AppId);
        Assert.Equal(Guid.Parse("7d3e90aa-11c2-4f35-8b06-0a9d4e2c6b58"), options.BotId);
        Assert.Equal(("peerbot.example.org", "peerbot.zip"), (options.Domain, options.Out));
    }

    [Fact]
    public void Takes_the_details_that_Teams_shows()
    {
        var options = Assert.IsType<CommandLine.Package>(Read(
            $"{Enough} --out a.zip --developer Council --website https://e.org --privacy https://e.org/p --terms https://e.org/t --version 1.10.0")).Options;
        Assert.Equal(
            ("a.zip", "Council", "https://e.org", "https://e.org/p", "https://e.org/t", "1.10.0"),
            (options.Out, options.Developer, options.Website, options.Privacy, options.Terms, options.Version));
    }

    [Theory]
    [InlineData("--app-id abc", "--app-id “abc” is not a GUID")]
    [InlineData("--bot-id 00000000-0000-0000-0000-000000000000", "--bot-id is the empty GUID")]
    [InlineData("--domain https://peerbot.example.org", "is not a host name")]
    [InlineData("--domain peerbot.example.org/api", "is not a host name")]
    [InlineData("--domain localhost", "is not a host name")]
    [InlineData("--privacy http://example.org", "is not an address that starts with https://")]
    [InlineData("--version 1.0", "is not three numbers")]
    [InlineData("--version 1.0.0.1", "is not three numbers")]
    [InlineData("--developer Seriously-too-long-a-name-for-Teams", "Teams allows 32")]
    [InlineData("--colour blue", "I do not know “--colour”")]
    [InlineData("--out", "--out needs a value after it")]
    [InlineData("--out --version", "--out needs a value after it")]
    public void Says_kindly_what_to_put_right(string given, string expected)
    {
        var problems = Assert.IsType<CommandLine.NotUnderstood>(Read(given)).Problems;
        Assert.Contains(problems, problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Names_everything_that_is_missing_at_once() =>
        Assert.Equal(3, Assert.IsType<CommandLine.NotUnderstood>(Read("--out a.zip")).Problems.Count);

    [Fact]
    public void Does_not_choose_between_two_values() =>
        Assert.Contains("--domain stands there twice", Assert.Single(
            Assert.IsType<CommandLine.NotUnderstood>(Read($"{Enough} --domain other.example.org")).Problems), StringComparison.Ordinal);

    [Fact]
    public void Explains_itself_when_asked() => Assert.IsType<CommandLine.Help>(Read($"{Enough} --help"));

    private static CommandLine Read(string line) => CommandLine.Read(line.Split(' '));
}
