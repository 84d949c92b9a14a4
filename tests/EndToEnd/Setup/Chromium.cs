namespace PeerBot.EndToEnd.Setup;

/// <summary>The browser of this machine. Playwright's own ones are not fetched.</summary>
internal static class Chromium
{
    public static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--lang=en-GB",
    ];

    /// <summary>Where it is; null when there is none.</summary>
    public static string? Path { get; } = Candidates().FirstOrDefault(File.Exists);

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named)
            yield return named;
        string[] names = OperatingSystem.IsWindows() ? ["chrome.exe", "msedge.exe"] : ["chromium", "chromium-browser", "google-chrome"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator);
        foreach (var name in names)
        {
            foreach (var folder in folders)
                yield return System.IO.Path.Combine(folder, name);
        }
    }
}
