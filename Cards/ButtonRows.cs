namespace PeerBot.Cards;

/// <summary>Puts buttons into as many rows as their words need: a client shortens what is too wide for one row.</summary>
internal static class ButtonRows
{
    // Measured with Teams' look at the usual width of a card: a row takes about 62 letters, a button's margins as much as 4.
    private const int LettersInRow = 62;
    private const int LettersAround = 4;

    /// <summary>The rows from top to bottom, none empty; the last is the card's own.</summary>
    public static IReadOnlyList<IReadOnlyList<AdaptiveAction>> Of(IReadOnlyList<AdaptiveAction> actions)
    {
        var rows = new List<List<AdaptiveAction>> { new() };
        var taken = 0;
        foreach (var action in actions)
        {
            var letters = action.Title.Length + LettersAround;
            if (rows[^1].Count > 0 && taken + letters > LettersInRow)
            {
                rows.Add([]);
                taken = 0;
            }
            rows[^1].Add(action);
            taken += letters;
        }
        return rows;
    }
}
