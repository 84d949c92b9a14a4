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
    private static readonly int? Asked =
        int.TryParse(Environment.GetEnvironmentVariable("PEERBOT_LONG"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times : null;

    public static bool AreMany => Asked is not null;

    public static int OrAsAsked(int few) => Asked ?? few;
}

internal sealed class OnSqliteAttribute : DataAttribute
{
    /// <summary>Left out in the bounded form, where another engine shows the same.</summary>
    public bool InTheLongRun { get; init; }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => InTheLongRun && !Times.AreMany ? [] : [[Engine.Sqlite]];
}

internal sealed class OnPostgresAttribute : DataAttribute
{
    /// <summary>As <see cref="OnSqliteAttribute.InTheLongRun"/>.</summary>
    public bool InTheLongRun { get; init; }

    public OnPostgresAttribute() => Skip = new Seams.PostgresFactAttribute().Skip;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => InTheLongRun && !Times.AreMany ? [] : [[Engine.Postgres]];
}
