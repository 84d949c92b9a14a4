using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PeerBot.Domain.Scheduling;

internal enum TypedTokenKind
{
    Word,
    Number,
    Ordinal,
    Clock,
    Date,
    Dash,
}

/// <summary>A word or number of a typed time.</summary>
/// <param name="Text">The word; empty for numbers.</param>
/// <param name="A">The number, the hour, or the day of the month.</param>
/// <param name="B">Minute or month.</param>
/// <param name="Year">Of a date; null when not typed.</param>
/// <param name="Pm">Of a clock time; null when neither am nor pm was typed.</param>
/// <param name="InWords">A number that was written as a word.</param>
internal readonly record struct TypedToken(
    TypedTokenKind Kind, string Text = "", int A = 0, int B = 0, int? Year = null, bool? Pm = null, bool InWords = false)
{
    private static readonly FrozenDictionary<string, int> Numbers = new Dictionary<string, int>
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["fifteen"] = 15,
        ["twenty"] = 20,
        ["twenty-five"] = 25,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["forty-five"] = 45,
        ["fifty"] = 50,
    }.ToFrozenDictionary();

    public static TypedToken At { get; } = new(TypedTokenKind.Word, "at");

    public bool Is(string word) => Kind == TypedTokenKind.Word && Text == word;

    public bool IsAny(params ReadOnlySpan<string> words) => Kind == TypedTokenKind.Word && words.Contains(Text);

    /// <summary>Null when the text holds a sign that no time has.</summary>
    public static List<TypedToken>? Read(string text)
    {
        var plain = text.ToLowerInvariant()
            .Replace('’', '\'').Replace('–', '-').Replace('—', '-').Replace("@", " at ", StringComparison.Ordinal);
        List<TypedToken> tokens = [];
        var at = 0;
        foreach (Match match in TypedTimePatterns.Token().Matches(plain))
        {
            if (match.Index != at) return null;
            at += match.Length;
            tokens.AddRange(Of(match.Groups));
        }

        return at == plain.Length ? tokens : null;
    }

    public static List<List<TypedToken>> SplitAt(List<TypedToken> tokens, string word)
    {
        List<List<TypedToken>> parts = [[]];
        foreach (var token in tokens)
        {
            if (token.Is(word)) parts.Add([]);
            else parts[^1].Add(token);
        }

        return parts;
    }

    private static IEnumerable<TypedToken> Of(GroupCollection found)
    {
        if (found["date"].Success) return [new(TypedTokenKind.Date, A: Int(found["day"]), B: Int(found["month"]), Year: YearOf(found["year"]))];
        if (found["clock"].Success) return [new(TypedTokenKind.Clock, A: Int(found["hour"]), B: Int(found["minute"]), Pm: PmOf(found["half"]))];
        if (found["ordinal"].Success) return [new(TypedTokenKind.Ordinal, A: Int(found["ordinal"]))];
        if (found["number"].Success) return [new(TypedTokenKind.Number, A: Int(found["number"]))];
        if (found["dash"].Success) return [new(TypedTokenKind.Dash)];
        if (!found["word"].Success) return [];
        var word = found["word"].Value;
        return Numbers.ContainsKey(word) ? [Word(word)] : word.Split('-').Select(Word);
    }

    private static TypedToken Word(string word) =>
        Numbers.TryGetValue(word, out var number) ? new(TypedTokenKind.Number, A: number, InWords: true) : new(TypedTokenKind.Word, word);

    private static int Int(Group group) =>
        group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static int? YearOf(Group group) => !group.Success ? null : group.Length == 2 ? 2000 + Int(group) : Int(group);

    private static bool? PmOf(Group group) => group.Success ? group.ValueSpan is "p" : null;
}

internal static partial class TypedTimePatterns
{
    // Dates with three parts come before clock times, so that 3.12.2026 is a date and 3.12 is twelve minutes past three. No limit by the clock:
    // the text is short, and on a busy machine a limit would turn words that are fine into an error.
    [GeneratedRegex(
        """
        (?<date>\b(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})(?:t(?=[0-9])|(?![0-9])))
        |(?<date>\b(?<day>[0-9]{1,2})/(?<month>[0-9]{1,2})(?:/(?<year>[0-9]{4}|[0-9]{2}))?(?![0-9]))
        |(?<date>\b(?<day>[0-9]{1,2})(?<sign>[.-])(?<month>[0-9]{1,2})\k<sign>(?<year>[0-9]{4}|[0-9]{2})(?![0-9]))
        |(?<clock>(?<hour>[0-9]{1,2})(?:[:.](?<minute>[0-9]{2})(?::00)?(?![0-9])(?:\s*(?<half>[ap])\.?m\b\.?)?|\s*(?<half>[ap])\.?m\b\.?))
        |(?<ordinal>[0-9]{1,2})(?:st|nd|rd|th)\b
        |(?<number>[0-9]{1,4})(?![0-9:])
        |(?<word>[a-z]+(?:['-][a-z]+)*)
        |(?<dash>-)
        |[\s,;!?.()]+
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    public static partial Regex Token();
}
