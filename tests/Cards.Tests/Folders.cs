using System.Reflection;

namespace PeerBot.Cards.Tests;

internal static class Folders
{
    public static string Tests { get; } = typeof(Folders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "TestsFolder").Value!;

    public static string Approved { get; } = Path.Combine(Tests, "Approved");

    public static string Node { get; } = Path.Combine(Tests, "node");

    public static string Cards { get; } = Path.GetFullPath(Path.Combine(Tests, "..", "..", "Cards"));
}
