using System.Text;

namespace PeerBot.Calendar;

/// <summary>Content lines of RFC 5545: CRLF at the end, folded at 75 octets of UTF-8 without cutting a character.</summary>
internal sealed class ContentLines
{
    private const int Octets = 75;

    private readonly StringBuilder file = new();

    /// <param name="value">Of a type without escaping: a date, a number, a word.</param>
    public void Add(string name, string value)
    {
        var used = 0;
        foreach (var character in $"{name}:{value}".EnumerateRunes())
        {
            if (used + character.Utf8SequenceLength > Octets)
            {
                file.Append("\r\n ");
                used = 1;
            }

            file.Append(character);
            used += character.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }

    public void AddText(string name, string text) => Add(name, Escaped(text));

    public override string ToString() => file.ToString();

    /// <summary>Line ends become <c>\n</c>; other control characters are not allowed in a file and carry no meaning in a title.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
            escaped.Append(c switch
            {
                '\\' => @"\\",
                ';' => @"\;",
                ',' => @"\,",
                '\n' => @"\n",
                _ when char.IsControl(c) && c != '\t' => "",
                _ => c.ToString(),
            });
        return escaped.ToString();
    }
}
