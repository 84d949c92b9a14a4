using PeerBot.Bot.Tests.Architecture;

namespace PeerBot.Bot.Tests.Manifest;

/// <summary>A test that needs Node and the packages of tests/Bot.Tests/node; where they are missing it says how to get them.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    public static string Folder { get; } = Repository.PathOf("tests/Bot.Tests/node");

    public NodeFactAttribute()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
            Skip = "Needs Node 20 and Microsoft's manifest package: run `npm ci` in tests/Bot.Tests/node, or .ci/run.";
    }
}
