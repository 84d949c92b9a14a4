using System.Globalization;

namespace PeerBot.Domain.Oversight;

/// <summary>How many of what, in a line: "cycles=1 notes=3".</summary>
public static class RetentionCounts
{
    public static string Add(string counts, IReadOnlyDictionary<string, int> more) => string.Join(
        ' ',
        counts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('='))
            .Select(pair => KeyValuePair.Create(pair[0], int.Parse(pair[1], CultureInfo.InvariantCulture)))
            .Concat(more).Where(one => one.Value > 0)
            .GroupBy(one => one.Key).OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => string.Create(CultureInfo.InvariantCulture, $"{same.Key}={same.Sum(one => one.Value)}")));
}
