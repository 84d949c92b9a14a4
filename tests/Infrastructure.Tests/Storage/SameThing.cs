using System.Collections;

namespace PeerBot.Infrastructure.Tests.Storage;

/// <summary>Compares what was stored with what came back, property by property, so that nothing is lost in silence.</summary>
internal static class SameThing
{
    public static void Assert(object? expected, object? actual, string path = "$")
    {
        if (expected is null || actual is null)
        {
            Xunit.Assert.True(expected is null && actual is null, $"{path}: {expected ?? "null"} became {actual ?? "null"}");
            return;
        }

        Xunit.Assert.True(
            expected.GetType() == actual.GetType() || expected is IEnumerable,
            $"{path}: {expected.GetType()} became {actual.GetType()}");
        if (expected is not string && expected is IEnumerable many)
        {
            var (before, after) = (many.Cast<object>().ToList(), ((IEnumerable)actual).Cast<object>().ToList());
            Xunit.Assert.True(before.Count == after.Count, $"{path}: {before.Count} became {after.Count}");
            for (var i = 0; i < before.Count; i++)
                Assert(before[i], after[i], $"{path}[{i}]");
        }
        else if (IsOurs(expected.GetType()))
        {
            foreach (var property in expected.GetType().GetProperties())
                Assert(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}");
        }
        else
        {
            Xunit.Assert.True(expected.Equals(actual), $"{path}: {expected} became {actual}");
        }
    }

    private static bool IsOurs(Type type) =>
        !type.IsEnum && (type.Namespace?.StartsWith("PeerBot", StringComparison.Ordinal) == true
            || type.Name.StartsWith("KeyValuePair", StringComparison.Ordinal));
}
