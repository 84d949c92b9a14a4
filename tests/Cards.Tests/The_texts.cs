using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using PeerBot.Cards.Tests.Samples;

namespace PeerBot.Cards.Tests;

public sealed partial class The_texts
{
    private static readonly string Sources = string.Join(
        '\n', Directory.EnumerateFiles(Folders.Cards, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText));

    // A key in two files would be two texts for one thing, and is refused here.
    private static readonly SortedDictionary<string, string> Words = new(
        Texts.ResourcesOf(typeof(Texts).Assembly)
            .SelectMany(one => one.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>())
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!));

    private static readonly SortedSet<string> Keys = [.. Words.Keys];

    [Fact]
    public void Are_all_used()
    {
        var literals = Literal().Matches(Sources).Select(match => match.Groups[1].Value).ToHashSet();
        var summaries = CardName().Matches(Sources).Select(match => match.Groups[1].Value + ".Summary").ToHashSet();
        var unused = Keys.Where(key => !(key.EndsWith(".Group", StringComparison.Ordinal) && Keys.Contains(key[..^6])) && !literals.Contains(key) && !summaries.Contains(key)
            && !literals.Contains(key[..(key.LastIndexOf('.') + 1)])
            && !literals.Contains(key[..(key.LastIndexOf('.') + 1)] + "{command}"));
        Assert.Empty(unused);
    }

    [Fact]
    public void Are_all_there()
    {
        var wanted = Say().Matches(Sources).Select(match => match.Groups[1].Value)
            .Concat(CardName().Matches(Sources).Select(match => match.Groups[1].Value + ".Summary"))
            .Concat(Areas.All.Select(area => "Area." + area))
            .Concat(DeclineReasons.All.Select(reason => "Reason." + reason))
            .Concat(ContactWays.All.Select(way => "Ways." + way))
            .Concat(Enum.GetNames<RequestSentCard.Held>().Select(held => "Sent.Held." + held))
            .Concat(Enum.GetNames<OutOfDateCard.Since>().Select(since => "Since." + since))
            .Concat(Enum.GetNames<BookedCard.State>().Select(state => "Booked.Heading." + state))
            .Concat(Enum.GetNames<SelfEvaluationSummaryCard.Change>().Select(change => "Change." + change))
            .Where(key => !key.EndsWith('.'));
        Assert.Empty(wanted.Where(key => !Keys.Contains(key)).Distinct());
    }

    [Fact]
    public void Use_a_programmes_own_words_for_its_roles() => Assert.All(
        Words.Values, text => Assert.DoesNotMatch("(?i)headteacher|peer supporter|local authority|coach|mentor", text));

    [Fact]
    public void Take_the_first_letter_that_the_placeholder_has()
    {
        var texts = Texts.For(
            "en-GB", new Words("TSO", "Peer coach", "Facilitator", "Coaching conversation", "Coaching cycle", "Peer coaching"));
        Assert.Equal("Become a peer coach", texts.Plain("Thanks.Offer"));
        Assert.Equal("A TSO has asked for you.", texts.Say("Ask.Intro"));
        Assert.Equal("Peer coach", texts.Words.For("Supporter"));
    }

    [Fact]
    public void Throw_when_one_is_missing() =>
        Assert.Throws<MissingManifestResourceException>(() => Basics.English.Say("There.Is.None"));

    [Fact]
    public void Throw_when_a_value_is_missing() =>
        Assert.Throws<FormatException>(() => Basics.English.Say("Welcome.HelloName"));

    [Fact]
    public void Never_read_a_value_as_a_placeholder() =>
        Assert.Equal("Hello {supporter}", Basics.English.Plain("Welcome.HelloName", ("name", "{supporter}")));

    [Fact]
    public void Fall_back_to_English_for_a_language_without_texts() =>
        Assert.Equal("Help", Texts.For("gd-GB", Basics.Words).Plain("Help"));

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"frame\.(?:Card|Bare)\(\s*""(\w+)""")]
    private static partial Regex CardName();

    [GeneratedRegex(@"(?:Say|Plain)\(\s*""([^""]+)""")]
    private static partial Regex Say();
}
