using System.Globalization;

namespace PeerBot.Tests.Fuzz;

/// <summary>How many cases are tried, and which: the same seed tries the same cases. A few in CI, the long run by the environment.</summary>
/// <remarks>
/// <c>PEERBOT_FUZZ_CASES=100000 dotnet test … --filter Category=Fuzz</c>; a failure names the seed of its case, and
/// <c>PEERBOT_FUZZ_SEED=… PEERBOT_FUZZ_CASES=1</c> tries that one alone.
/// </remarks>
internal static class Fuzzing
{
    private const int InCi = 2_000;

    public static int Cases { get; } = Read("PEERBOT_FUZZ_CASES", InCi);

    /// <summary>Of the first case; the next ones count up from it.</summary>
    public static int Seed { get; } = Read("PEERBOT_FUZZ_SEED", 20261128);

    /// <summary>Seeds of all groups of cases, each to be begun anew.</summary>
    /// <param name="together">How many cases share one beginning.</param>
    public static IEnumerable<int> Groups(int together) => Enumerable.Range(Seed, Math.Max(1, Cases / together));

    /// <summary>One of them, each as likely.</summary>
    public static T Any<T>(this Random random, IReadOnlyList<T> these) => these[random.Next(these.Count)];

    public static bool Chance(this Random random, int percent) => random.Next(100) < percent;

    private static int Read(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;
}
