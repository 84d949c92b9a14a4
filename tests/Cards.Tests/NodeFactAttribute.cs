namespace PeerBot.Cards.Tests;

/// <summary>A test that needs Node and the packages of the folder "node"; without them it is skipped and says what to install.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (OnPath("node") is null) Skip = "Node 20 or newer is not on the PATH. Install it, then run `npm ci` in tests/Cards.Tests/node.";
        else if (!Directory.Exists(Path.Combine(Folders.Node, "node_modules", "adaptivecards")))
            Skip = "Run `npm ci` in tests/Cards.Tests/node to check the cards with the official schema and parser.";
    }

    internal static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe") })
            .FirstOrDefault(File.Exists);
}
