using System.Globalization;

namespace PeerBot.Domain.People;

/// <summary>Short names that people type and others read: one line of letters, digits and ordinary signs.</summary>
public static class PlainWords
{
    private const string Markup = "<>[]{}*_`#|\\~";

    public static bool Are(string text) => text.All(sign => !Markup.Contains(sign, StringComparison.Ordinal) && !char.IsControl(sign)
        && CharUnicodeInfo.GetUnicodeCategory(sign) is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse));
}
