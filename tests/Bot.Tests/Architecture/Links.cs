using System.Text.RegularExpressions;

namespace PeerBot.Bot.Tests.Architecture;

public sealed partial class Links
{
    public static TheoryData<string> Pages => [.. Repository.Files("*.md")];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_points_only_at_files_that_exist(string page)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        var dead = Link().Matches(Repository.Read(page))
            .Select(link => link.Groups["to"].Value.Split('#')[0])
            .Where(to => to.Length > 0 && !to.Contains("://", StringComparison.Ordinal) && !to.StartsWith("mailto:", StringComparison.Ordinal))
            .Select(to => Path.GetFullPath(Path.Combine(folder, to)))
            .Where(file => !Path.Exists(file));
        Assert.Empty(dead);
    }

    // [words](to), ![picture](to "title") and <img src="to">; not what stands in `code`.
    [GeneratedRegex("""(?<!`)\]\((?<to>[^)\s]+)[^)]*\)|src="(?<to>[^"]+)\s*""")]
    private static partial Regex Link();
}
