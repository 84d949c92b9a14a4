using NodaTime;
using NodaTime.Text;

namespace PeerBot.Domain.Programmes;

/// <summary>What single words of a definition mean.</summary>
internal static class DefinitionWords
{
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>The member whose name is the words without dashes: <c>only-if-asked</c> is OnlyIfAsked.</summary>
    public static object Parse(Type closedSet, string word) =>
        Enum.Parse(closedSet, word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    public static IsoDayOfWeek Day(string word) => (IsoDayOfWeek)(Array.IndexOf(Days, word) + 1);

    public static bool TryTime(string text, out LocalTime time) => TimePattern.Parse(text).TryGetValue(default, out time);

    public static string Show(LocalTime time) => TimePattern.Format(time);
}
