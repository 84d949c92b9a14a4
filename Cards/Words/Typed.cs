using System.Buffers;
using System.Globalization;
using System.Text;

namespace PeerBot.Cards;

/// <summary>What a person typed: always text, never markup, commands or layout.</summary>
public static class Typed
{
    // What can mean something in Markdown at all, be it only at the start of a line.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(@"\`*_[]<~>-+#.)&");

    /// <summary>One line: no control or direction characters, no line breaks, at most <paramref name="most"/> characters.</summary>
    public static string Line(string text, int most = 1000) => Cut(Clean(text, lines: false), most);

    /// <summary>Words without the signs and quotation marks around them, for looking whether they are a command.</summary>
    public static string Bare(string text) => text.Replace('’', '\'').Trim().Trim('*', '_', '\'', '"', '“', '”', ' ').TrimEnd('.', '!', '?', '*', '_', '\'', '"', '”', ' ');

    /// <summary>Several lines, at most twelve and never an empty one between two; the rest as for <see cref="Line"/>.</summary>
    public static string Block(string text, int most)
    {
        var lines = Clean(text, lines: true).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        const int MostLines = 12;
        var kept = lines.Length <= MostLines ? lines : [.. lines[..(MostLines - 1)], string.Join(' ', lines[(MostLines - 1)..])];
        return Cut(string.Join('\n', kept), most);
    }

    /// <summary>What was typed before, in front of whoever typed it: all of it, without signs that hide or turn text around.</summary>
    public static string? Again(string? text) => text is null ? null : Clean(text, lines: true);

    /// <summary>The same text for a place that reads Markdown, so that it is shown as it was typed.</summary>
    /// <remarks>
    /// Only what would mean something is escaped: some phones show the backslash (microsoft/AdaptiveCards issue 5590), and an
    /// ordinary "(", "-" or "&amp;" should not look odd there. A "(" makes a link only after "]", which is escaped. Free text is
    /// shown in an <see cref="AdaptiveRichTextBlock"/>, which reads no Markdown at all.
    /// </remarks>
    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny(Suspects) < 0) return text;
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var means = @"\`*_[]<~".Contains(text[i], StringComparison.Ordinal) || StartsBlock(text, i) || StartsEntity(text, i);
            if (means) escaped.Append('\\');
            escaped.Append(text[i]);
        }
        return escaped.ToString();
    }

    // "- x", "1. x", "1) x", "# x" and "> x" at the start of a line would become a list, a heading or a quotation.
    private static bool StartsBlock(string text, int at)
    {
        var start = text.LastIndexOf('\n', at) + 1;
        var before = text.AsSpan(start, Math.Max(0, at - start)).TrimStart();
        var spaceAfter = at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]);
        return text[at] switch
        {
            '>' => before.IsEmpty,
            '-' or '+' or '#' => before.IsEmpty && spaceAfter,
            '.' or ')' => !before.IsEmpty && spaceAfter && before.IndexOfAnyExceptInRange('0', '9') < 0,
            _ => false,
        };
    }

    // "&lt;" would be read as "<".
    private static bool StartsEntity(string text, int at) =>
        text[at] == '&' && at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '#');

    private static string Clean(string text, bool lines)
    {
        if (IsClean(text)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            var whitespace = Rune.IsWhiteSpace(rune);
            if (whitespace && lines && rune.Value is '\n' or '\r' or 0x2028 or 0x2029) clean.Append('\n');
            else if (whitespace) AppendSpace(clean);
            else if (!Invisible(rune)) clean.Append(rune.ToString());
        }
        return clean.ToString().Trim();
    }

    // Most names and all our own words are, and then nothing is copied.
    private static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var spaceInside = text[i] == ' ' && i > 0 && i < text.Length - 1 && text[i - 1] != ' ';
            if (text[i] is not (> ' ' and < '\u007F') && !char.IsLetterOrDigit(text[i]) && !spaceInside) return false;
        }
        return true;
    }

    // Joiners (U+200C, U+200D) shape words and emoji; other format characters only hide or turn text around.
    private static bool Invisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
        && rune.Value is not (0x200C or 0x200D);

    private static void AppendSpace(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] is not (' ' or '\n')) clean.Append(' ');
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext() && elements.ElementIndex + elements.GetTextElement().Length <= most - 1)
            end = elements.ElementIndex + elements.GetTextElement().Length;
        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }
}
