using System.Text.RegularExpressions;
using PeerBot.Cards;

namespace PeerBot.Dialogs;

/// <summary>
/// Words that may be the start of a disclosure. On a hit the text is used for nothing and kept nowhere: the named contact is shown.
/// The list is short and published in the privacy notice; a needless card does no harm, a stored disclosure would. What stands here is heard
/// in every language; a translation adds its own words to <c>Typed.Disclosure</c> and <c>Typed.Despair</c>.
/// </summary>
public static partial class Disclosure
{
    public static bool Mentions(string text, Texts texts) => Words().IsMatch(text) || IsDesperate(text, texts) || texts.Hears(text, "Typed.Disclosure");

    /// <summary>Words of somebody who may not want to live: who listens at any hour comes first (U-20).</summary>
    public static bool IsDesperate(string text, Texts texts) => Despair().IsMatch(text) || texts.Hears(text, "Typed.Despair");

    [GeneratedRegex(
        @"\b(suicid\w*|self[- ]?harm\w*|kill(ing)? myself|end(ing)? (my (own )?life|it all)|take my (own )?life|(want|wish|going) to die|wish(ed)? i (was|were) dead"
        + @"|better off dead|no reason to live|(cannot|can'?t|can\u2019t) (go on|take (it|this|any) ?(more|any ?more)|cope any ?more)|hurt(ing)? myself"
        + @"|hunanladdiad|lladd fy hun|fèin-?mharbhadh)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Despair();

    [GeneratedRegex(
        @"\b(safeguarding|disclos(e|ed|ure|ures)|child(ren)? (is |are |was |were )?(at|in) (risk|danger)|abus(e|ed|ive|ing)|harm(ed|ing)?|suicid\w*|self[- ]?harm\w*|whistle-?blow\w*|unsafe|emergency"
        + @"|diogelu|camdriniaeth|niwed|hunanladdiad|chwythu'r chwiban|argyfwng"
        + @"|dìon|droch-?dhìol\w*|cron|fèin-?mharbhadh|èiginn)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
