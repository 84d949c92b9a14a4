using System.Text;

namespace PeerBot.Cards;

/// <summary>Fills the named placeholders of a text in one pass, so that what is filled in is never read as a placeholder.</summary>
internal static class Template
{
    public static string Fill(string text, string key, Texts texts, ReadOnlySpan<(string Name, object Value)> args, bool escape)
    {
        if (!text.Contains('{', StringComparison.Ordinal)) return text;
        var filled = new StringBuilder(text.Length + 64);
        var rest = text.AsSpan();
        for (var open = rest.IndexOf('{'); open >= 0; open = rest.IndexOf('{'))
        {
            var close = rest.IndexOf('}');
            if (close < open) throw new FormatException($"Text '{key}' has a brace too many or too few.");
            filled.Append(rest[..open]).Append(Value(rest[(open + 1)..close].ToString(), key, texts, args, escape));
            rest = rest[(close + 1)..];
        }
        return filled.Append(rest).ToString();
    }

    private static string Value(string name, string key, Texts texts, ReadOnlySpan<(string Name, object Value)> args, bool escape)
    {
        foreach (var arg in args)
        {
            if (arg.Name != name) continue;
            if (arg.Value is Markdown markdown) return markdown.Text;
            var value = Typed.Line(texts.Write(arg.Value));
            return escape ? Typed.Escape(value) : value;
        }
        return texts.Words.For(name) ?? throw new FormatException($"Text '{key}' needs a value for '{name}'.");
    }
}
