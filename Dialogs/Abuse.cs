using System.Text.RegularExpressions;

namespace PeerBot.Dialogs;

/// <summary>Swearing and insults. They get one line and Help, and are an answer to nothing (U-20). A word that is missed does no harm.</summary>
internal static partial class Abuse
{
    public static bool IsIn(string text) => Words().IsMatch(text);

    [GeneratedRegex(
        @"\b(fuck\w*|shit(ty|head)?|bastard\w*|wank\w*|arseholes?|bollocks|piss off|twats?|cunt\w*|bitch\w*|bugger off|shut up"
        + @"|(you|you'?re|you\u2019re|bot|robot)( are| is)?( a)?( so)? (idiot|moron|stupid|useless|rubbish|crap|dumb))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
