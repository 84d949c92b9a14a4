using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using NodaTime;

namespace PeerBot.Cards;

/// <summary>Words that are Markdown already, so that <see cref="Texts.Say"/> leaves them as they are.</summary>
public readonly record struct Markdown(string Text);

/// <summary>
/// The texts of one language in one programme's vocabulary. Texts name their placeholders: <c>{supporter}</c> comes from the
/// vocabulary, <c>{name}</c> from the arguments. A missing text, or a placeholder without a value, throws: it is a bug.
/// </summary>
public sealed partial class Texts
{
    private static readonly IReadOnlyList<ResourceManager> CardTexts = ResourcesOf(typeof(Texts).Assembly);

    private const string Suffix = ".resources";
    private const string ForGroup = ".Group";

    private readonly FrozenDictionary<string, string>[] sources;

    // What people type works in British English too, whatever language they read.
    private readonly FrozenDictionary<string, string>[] english;

    private readonly ConcurrentDictionary<string, FrozenSet<string>> typed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Regex> heard = new(StringComparer.Ordinal);

    private Texts(CultureInfo culture, Words words, FrozenDictionary<string, string>[] sources, FrozenDictionary<string, string>[] english)
    {
        Culture = culture;
        Words = words;
        this.sources = sources;
        this.english = english;
    }

    public CultureInfo Culture { get; }

    public Words Words { get; }

    /// <summary>What is quoted from a source can be read as it stands.</summary>
    public bool IsEnglish => IsEnglishIn(Culture);

    /// <param name="locale">Such as "en-GB"; a language without texts falls back to English, text by text.</param>
    /// <param name="more">Resources of another project, looked into after the cards' own.</param>
    public static Texts For(string locale, Words words, params IReadOnlyList<ResourceManager> more)
    {
        var culture = CultureInfo.GetCultureInfo(locale);
        return new(culture, words, Sources(culture), Sources(CultureInfo.InvariantCulture));

        FrozenDictionary<string, string>[] Sources(CultureInfo of) => [.. CardTexts.Concat(more).Select(resource => TextSource.Of(resource, of))];
    }

    /// <summary>Whether there are texts in a language; a country's English is English.</summary>
    public static bool Speaks(string locale) =>
        CultureInfo.GetCultureInfo(locale) is var culture
        && (IsEnglishIn(culture) || CardTexts.Any(resource => TextSource.Has(resource, culture)));

    /// <summary>Every resource file of a project, one for each room; a key stands in one of them only.</summary>
    public static IReadOnlyList<ResourceManager> ResourcesOf(Assembly assembly) =>
    [
        .. assembly.GetManifestResourceNames().Where(name => name.EndsWith(Suffix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => new ResourceManager(name[..^Suffix.Length], assembly)),
    ];

    /// <summary>A text for a text block or a chat message. Every argument is shown as it is: Markdown in it is escaped.</summary>
    /// <param name="args">Words, numbers, local dates and times; a <see cref="Markdown"/> is taken as it is.</param>
    public string Say(string key, params ReadOnlySpan<(string Name, object Value)> args) =>
        Template.Fill(Find(key), key, this, args, escape: true);

    /// <summary>A text for a place that reads no Markdown: the title of a button or choice, a label, a notification.</summary>
    public string Plain(string key, params ReadOnlySpan<(string Name, object Value)> args) =>
        Template.Fill(Find(key), key, this, args, escape: false);

    /// <summary>Whether there is such a text; for keys made from data, such as the areas of a request.</summary>
    public bool Has(string key) => sources.Any(source => source.ContainsKey(key));

    /// <summary>"Peter", "Peter and Grace", "Peter, Grace and Sam".</summary>
    public string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => Plain("List.And", ("most", string.Join(Plain("List.Comma"), items.Take(items.Count - 1))), ("last", items[^1])),
    };

    /// <summary>Whether somebody typed one of the words that a text lists, and nothing else.</summary>
    /// <param name="key">A text that is a list such as "status; my request"; what it lists in British English works too.</param>
    public bool Means(string words, string key) => TypedFor(key).Contains(Typed.Bare(words));

    /// <summary>Whether one of the words that a text lists stands anywhere in what somebody typed.</summary>
    public bool Mentions(string words, string key) => TypedFor(key).Any(one => words.Contains(one, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether one of the words that a text lists stands in what somebody typed as a word of its own, one with a star behind it also as the
    /// beginning of a word.
    /// </summary>
    public bool Hears(string words, string key) => heard.GetOrAdd(key, _ => new Regex(
        $@"(?<!\w)(?:{string.Join('|', ListedIn(key).Select(one => Regex.Escape(one.TrimEnd('*')).Replace(@"\ ", @"\s+", StringComparison.Ordinal) + (one.EndsWith('*') ? @"\w*" : "")))})(?!\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)).IsMatch(words);

    /// <summary>What follows the words that a text lists, "Ruth Ellis" of "new request for Ruth Ellis"; null where none of them begins it.</summary>
    public string? After(string words, string key) =>
        TypedFor(key).OrderByDescending(one => one.Length).FirstOrDefault(one => Typed.Bare(words).StartsWith(one + " ", StringComparison.OrdinalIgnoreCase)) is { } found
            ? Typed.Bare(words)[found.Length..].Trim()
            : null;

    /// <summary>What stands before and after the last of the words that a text lists, each a word of its own; null where none of them is there.</summary>
    public (string Before, string After)? Around(string words, string key) =>
        TypedFor(key).Select(one => (At: (" " + words + " ").LastIndexOf(" " + one + " ", StringComparison.OrdinalIgnoreCase), one.Length)).Where(found => found.At >= 0)
            .OrderByDescending(found => found.At).Select(found => ((string, string)?)(words[..Math.Max(0, found.At - 1)].Trim(), words[Math.Min(words.Length, found.At + found.Length)..].Trim()))
            .FirstOrDefault();

    private FrozenSet<string> TypedFor(string key) => typed.GetOrAdd(
        key, _ => ListedIn(key).Select(Typed.Bare).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    private IEnumerable<string> ListedIn(string key) =>
        new[] { Find(key), english.Select(source => source.GetValueOrDefault(key)).First(text => text is not null)! }
            .SelectMany(text => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    internal string Write(object value) => value switch
    {
        string words => words,
        int or long => ((IFormattable)value).ToString("N0", Culture),
        LocalDateTime at => DateTime(at),
        LocalDate date => Date(date),
        LocalTime time => Time(time),
        _ => throw new ArgumentException($"No way to write a {value.GetType().Name}."),
    };

    private static bool IsEnglishIn(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en";

    private string Find(string key) =>
        (Words.ForGroup ? Look(key + ForGroup) : null) ?? Look(key) ?? throw new MissingManifestResourceException($"There is no text '{key}'.");

    private string? Look(string key)
    {
        foreach (var source in sources)
            if (source.TryGetValue(key, out var text))
                return text;
        return null;
    }
}
