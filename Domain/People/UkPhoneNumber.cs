using System.Text;
using System.Text.RegularExpressions;

namespace PeerBot.Domain.People;

/// <summary>Telephone numbers that people type into free text, where personal numbers must not be (S2-38).</summary>
public static partial class UkPhoneNumber
{
    /// <summary>
    /// Whether the text holds what looks like a mobile or landline number of the United Kingdom, however it is spaced. Counts, years,
    /// dates and register numbers are none.
    /// </summary>
    public static bool Found(string text)
    {
        // Full-width digits and fancy spaces count as what they look like; signs of no width are not there.
        var plain = Invisible().Replace(text.Normalize(NormalizationForm.FormKC), "");
        return Number().IsMatch(Date().Replace(plain, " / "));
    }

    [GeneratedRegex(@"\p{Cf}")]
    private static partial Regex Invisible();

    [GeneratedRegex(@"(?<!\d)(\d{1,2}[./-]\d{1,2}[./-](\d{4}|\d{2})|\d{4}-\d{2}-\d{2})(?!\d)")]
    private static partial Regex Date();

    // The lead: 0, or 44 with +, 00 or brackets and an optional (0). Then 7 and nine digits, or 1, 2 or 3 and eight or nine.
    // Between digits: spaces, dots, dashes and brackets, a few at most.
    [GeneratedRegex(
        @"(?<![\d/])
          (?: (?:\+|\b00)? [\s.(\p{Pd}]{0,2} 44 [\s.)\p{Pd}]{0,3} (?:\(\s{0,2}0\s{0,2}\) | 0)? | \(?\s{0,2}0 )
          [\s.()\p{Pd}\u2212]{0,3}
          (?: 7 (?:[\s.()\p{Pd}\u2212]{0,3}\d){9} | [123] (?:[\s.()\p{Pd}\u2212]{0,3}\d){8,9} )
          (?!\d)",
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Number();
}
