namespace PeerBot.Bot.Tests.Architecture;

/// <summary>The working copy that this test was built in.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", ".git", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <summary>Our own files of a kind below a folder, as paths from the root with forward slashes.</summary>
    public static IEnumerable<string> Files(string pattern, string folder = "") =>
        Below(new DirectoryInfo(PathOf(folder)), pattern)
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(PathOf(path));

    public static string PathOf(string path) => Path.Combine(Root, path);

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder, string pattern) =>
        folder.EnumerateFiles(pattern).Concat(folder.EnumerateDirectories()
            .Where(child => !NotOurs.Contains(child.Name, StringComparer.Ordinal))
            .SelectMany(child => Below(child, pattern)));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PeerBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run below PeerBot.sln.");
    }
}
