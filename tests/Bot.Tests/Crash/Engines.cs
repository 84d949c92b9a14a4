using System.Globalization;
using System.Reflection;
using Xunit.Sdk;

namespace PeerBot.Bot.Tests.Crash;

/// <summary>These tests keep a machine busy with processes of the bot: one at a time, and nothing beside them.</summary>
[CollectionDefinition(nameof(Crash), DisableParallelization = true)]
public sealed class Crash;

/// <summary>A few times usually; as often as <c>PEERBOT_LONG</c> says where it is set, such as 200.</summary>
internal static class Times
{
    public static int OrAsAsked(int few) =>
        int.TryParse(Environment.GetEnvironmentVariable("PEERBOT_LONG"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times : few;
}

internal sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Engine.Sqlite]];
}

internal sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = new Seams.PostgresFactAttribute().Skip;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Engine.Postgres]];
}
