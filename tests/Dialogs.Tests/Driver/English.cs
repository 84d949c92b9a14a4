using System.Text.RegularExpressions;

namespace PeerBot.Dialogs.Tests.Driver;

/// <summary>Looks at every word shown in every journey: no placeholder left over, no hole where a value was missing.</summary>
internal static partial class English
{
    /// <summary>Teams takes no message above this.</summary>
    private const int MostBytes = 28 * 1024;

    /// <summary>Shorter words may stand in sentences of ours too.</summary>
    private const int LeastTyped = 12;

    /// <param name="typed">What people typed stands as they typed it.</param>
    public static void ReadsWell(Message message, IReadOnlyCollection<string> typed)
    {
        Assert.True(message.Card is null || message.Card.ToUtf8().Length < MostBytes, "Too large for Teams.");
        foreach (var words in message.Words.Where(words => !typed.Any(one => one.Length >= LeastTyped && words.Contains(one, StringComparison.Ordinal))))
        {
            Assert.False(string.IsNullOrWhiteSpace(words), $"Empty words in:\n{message}");
            Assert.False(Hole().IsMatch(words), $"\"{words}\" has a hole, in:\n{message}");
        }
    }

    [GeneratedRegex(@"[{}]|  |\s[.,;:!?)]|: ?[.,;]|, ?[.,;]|\(\)|\( |“”|^\s|\s$|\.\.|\b(\w+) \1\b", RegexOptions.CultureInvariant)]
    private static partial Regex Hole();
}
