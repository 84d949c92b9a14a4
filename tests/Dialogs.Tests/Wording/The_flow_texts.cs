using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using PeerBot.Cards;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Wording;

/// <summary>Every text that a flow names is there, every text that is there is named, and each gets what it has a place for.</summary>
public sealed partial class The_flow_texts
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(
        typeof(The_flow_texts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "TestsFolder").Value!, "..", ".."));

    // A key in two files would be two texts for one thing, and is refused here.
    private static readonly IReadOnlyDictionary<string, string> Own = Texts.ResourcesOf(typeof(Flows).Assembly)
        .SelectMany(one => one.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!.Cast<System.Collections.DictionaryEntry>())
        .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static readonly IReadOnlyList<string> Sources = [.. SourcesIn("Dialogs")];

    public static TheoryData<string> Named =>
        [.. Sources.SelectMany(source => Key().Matches(source).Select(match => match.Groups[1].Value)).Where(key => !key.StartsWith("PeerBot.", StringComparison.Ordinal) && !key.StartsWith("System.", StringComparison.Ordinal)).Distinct().Order()];

    public static TheoryData<string> There => [.. Own.Keys.Order()];

    [Fact]
    public void Are_found()
    {
        Assert.True(Sources.Count > 20);
        Assert.True(Own.Count > 100);
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void Each_key_named_in_a_flow_has_a_text(string key) =>
        Assert.True(FlowTexts.For(Authority.Programme, "en-GB").Has(key), key);

    [Theory]
    [MemberData(nameof(There))]
    public void Each_text_is_named_somewhere(string key) =>
        Assert.Contains(Sources.Concat(SourcesIn("Bot")), source => source.Contains($"\"{Plain(key)}\"", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(There))]
    public void Each_text_is_whole_sentences_of_plain_English(string key)
    {
        var text = Own[key];
        Assert.Equal(text.Trim(), text);
        Assert.DoesNotMatch(@"  |\s[.,;:!?]|\.\.|[{}]{2}|TODO|\b(\w+) \1\b", text);
        Assert.DoesNotMatch(@"(?i)\b(please click|invalid|error|user|failed|submit|case|investigate)\b", text);
        Assert.DoesNotMatch("\"|'[a-z]+'", text); // typographic quotation marks; an apostrophe is no quotation
    }

    [Theory]
    [MemberData(nameof(There))]
    public void Each_place_in_a_text_is_filled_by_whoever_names_it(string key)
    {
        string[] vocabulary = ["requester", "supporter", "coordinator", "meeting", "cycle", "relationship"];
        var places = Place().Matches(Own[key]).Select(match => match.Groups[1].Value).Where(place => !vocabulary.Contains(place.ToLowerInvariant())).ToList();
        foreach (var source in Sources.Where(source => source.Contains($"\"{key}\"", StringComparison.Ordinal)))
        {
            for (var at = source.IndexOf($"\"{key}\"", StringComparison.Ordinal); at >= 0; at = source.IndexOf($"\"{key}\"", at + 1, StringComparison.Ordinal))
            {
                var given = Argument().Matches(CallAround(source, at)).Select(match => match.Groups[1].Value).ToList();
                Assert.All(places, place => Assert.Contains(place, given));
            }
        }
    }

    /// <summary>What is said of a group stands beside what is said of two, under a key that no code names.</summary>
    private static string Plain(string key) => key.EndsWith(".Group", StringComparison.Ordinal) && Own.ContainsKey(key[..^6]) ? key[..^6] : key;

    /// <summary>The innermost call to Say or Plain that holds the position; where the key travels in a variable, the whole file.</summary>
    private static string CallAround(string source, int at)
    {
        foreach (Match call in Call().Matches(source).Where(call => call.Index < at).OrderByDescending(call => call.Index))
        {
            var depth = 0;
            for (var i = call.Index + call.Length - 1; i < source.Length; i++)
            {
                depth += source[i] switch { '(' => 1, ')' => -1, _ => 0 };
                if (depth == 0)
                {
                    if (i > at)
                    {
                        return source[call.Index..i];
                    }

                    break;
                }
            }
        }

        return source;
    }

    private static IEnumerable<string> SourcesIn(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(File.ReadAllText);

    [GeneratedRegex("\"([A-Z][A-Za-z]+(?:\\.[A-Z][A-Za-z]+)+)\"")]
    private static partial Regex Key();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();

    [GeneratedRegex("\\(\"(\\w+)\",")]
    private static partial Regex Argument();

    [GeneratedRegex(@"\b(?:Say|Plain)\(")]
    private static partial Regex Call();
}
