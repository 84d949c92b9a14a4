using System.Text.RegularExpressions;

namespace PeerBot.Dialogs;

/// <summary>
/// Words that may be the start of a disclosure. On a hit the text is used for nothing and kept nowhere: the named contact is shown.
/// The list is short and published in the privacy notice; a needless card does no harm, a stored disclosure would.
/// </summary>
public static partial class Disclosure
{
    public static bool Mentions(string text) => Words().IsMatch(text);

    [GeneratedRegex(
        @"\b(safeguarding|disclos(e|ed|ure|ures)|child(ren)? (is |are |was |were )?(at|in) (risk|danger)|abus(e|ed|ive|ing)|harm(ed|ing)?|suicid\w*|self[- ]?harm\w*|whistle-?blow\w*|unsafe|emergency"
        + @"|diogelu|camdriniaeth|niwed|hunanladdiad|chwythu'r chwiban|argyfwng"
        + @"|dìon|droch-?dhìol\w*|cron|fèin-?mharbhadh|èiginn)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
