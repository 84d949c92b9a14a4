using System.Reflection;

namespace PeerBot.EndToEnd.Setup;

/// <summary>What the build knows and the tests need: paths.</summary>
internal static class BuildFacts
{
    public static string BotDll => Read("BotDll");

    public static string Screenshots => Read("Screenshots");

    /// <summary>Whether the page was built beside the bot; it is left out where Node.js is missing.</summary>
    public static bool HasRehearsalPage =>
        File.Exists(Path.Combine(Path.GetDirectoryName(BotDll)!, "wwwroot", "rehearsal", "index.html"));

    private static string Read(string key) =>
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
