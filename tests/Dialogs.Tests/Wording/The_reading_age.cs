using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using PeerBot.Cards;

namespace PeerBot.Dialogs.Tests.Wording;

/// <summary>
/// Texts are for a reader of about twelve. Measured by the Flesch–Kincaid grade (a school year of the United States; twelve is grade 6 to 7),
/// which counts words a sentence and syllables a word; for one sentence it is only a rough measure, so one alone may go to grade 9.
/// </summary>
public sealed partial class The_reading_age
{
    /// <summary>Words that the guidance itself uses; nothing plainer means the same.</summary>
    private static readonly string[] Given = ["Concern.Elsewhere", "Rules.Elsewhere"];

    // What people type is recognised and not read. Cards and flows share one set of texts: a key that stands in both would hide one of them, and is refused here.
    private static readonly IReadOnlyDictionary<string, string> All = Texts.ResourcesOf(typeof(Texts).Assembly)
        .Concat(Texts.ResourcesOf(typeof(Flows).Assembly))
        .SelectMany(one => one.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!.Cast<DictionaryEntry>())
        .Where(entry => !((string)entry.Key).StartsWith("Typed.", StringComparison.Ordinal))
        .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    [Fact]
    public void Is_about_twelve_over_all_texts() => Assert.InRange(Grade(string.Join("\n", All.Values)), 0, 6);

    [Fact]
    public void Is_not_left_far_behind_by_any_one_text()
    {
        var hard = All.Where(text => Words(text.Value).Count >= 12 && !Given.Contains(text.Key))
            .Select(text => (text.Key, Grade: Grade(text.Value))).Where(text => text.Grade > 9);
        Assert.Empty(hard);
    }

    [Fact]
    public void Is_measured_as_published()
    {
        Assert.True(Grade("The cat sat on the mat.") < 1);
        Assert.True(Grade("Notwithstanding organisational responsibilities, participants collaboratively prioritise professional accountability.") > 15);
    }

    private static double Grade(string text)
    {
        var words = Words(text);
        var sentences = Math.Max(1, Sentence().Count(text));
        return (0.39 * words.Count / sentences) + (11.8 * words.Sum(Syllables) / words.Count) - 15.59;
    }

    /// <summary>A placeholder counts as a name of two syllables.</summary>
    private static IReadOnlyList<string> Words(string text) =>
        [.. Word().Matches(Place().Replace(text, "Peter")).Select(match => match.Value.ToLowerInvariant())];

    private static int Syllables(string word)
    {
        var count = Vowels().Count(word);
        if (count > 1 && SilentEnd().IsMatch(word))
        {
            count--;
        }

        return Math.Max(1, count);
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"[A-Za-z][A-Za-z’'-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"[.!?:;]+(?:\s|$)|\n")]
    private static partial Regex Sentence();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();

    [GeneratedRegex("(?<!l)e$|(?<![td])ed$")]
    private static partial Regex SilentEnd();
}
