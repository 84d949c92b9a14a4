namespace PeerBot.Cards;

/// <summary>A programme's own words for who and what it has, in one language, as its definition writes them ("Peer supporter").</summary>
/// <param name="ForGroup">Several meet, and not two: a text is said as it stands under its key with ".Group" behind, where there is one.</param>
public sealed record Words(
    string Requester, string Supporter, string Coordinator, string Meeting, string Cycle, string Relationship, bool ForGroup = false)
{
    /// <summary>The word behind <c>{supporter}</c> (small first letter) or <c>{Supporter}</c> (capital); null for any other name.</summary>
    internal string? For(string placeholder)
    {
        var word = placeholder.ToLowerInvariant() switch
        {
            "requester" => Requester,
            "supporter" => Supporter,
            "coordinator" => Coordinator,
            "meeting" => Meeting,
            "cycle" => Cycle,
            "relationship" => Relationship,
            _ => null,
        };
        if (string.IsNullOrEmpty(word)) return word;
        return char.IsUpper(placeholder[0]) ? Up(word) : Down(word);
    }

    private static string Up(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    // An abbreviation such as "TSO" keeps its capitals.
    private static string Down(string word) =>
        word.Length > 1 && char.IsUpper(word[1]) ? word : char.ToLowerInvariant(word[0]) + word[1..];
}
