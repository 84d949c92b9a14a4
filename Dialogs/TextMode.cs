using PeerBot.Cards;

namespace PeerBot.Dialogs;

/// <summary>Cards in plain text: several become one, so that every button has a number of its own.</summary>
public static class TextMode
{
    public static AdaptiveCard Together(IReadOnlyList<AdaptiveCard> cards)
    {
        if (cards.Count == 1)
        {
            return cards[0];
        }

        // Buttons that all cards have alike, such as Help, come once and last.
        var alike = cards[0].Actions?.OfType<AdaptiveExecuteAction>().Where(action => action.Data.Arg is null).ToList() ?? [];
        var verbs = alike.Select(action => action.Verb).ToHashSet();
        List<AdaptiveElement> body = [];
        foreach (var card in cards)
        {
            body.AddRange(card.Body);
            if (card.Actions?.Where(action => action is not AdaptiveExecuteAction execute || !verbs.Contains(execute.Verb)).ToList() is { Count: > 0 } own)
            {
                body.Add(new AdaptiveActionSet(own));
            }
        }

        return cards[0] with { Body = body, Actions = [.. alike] };
    }

    /// <summary>A card as it was kept.</summary>
    /// <exception cref="System.Text.Json.JsonException">It was written by a version that is no longer understood.</exception>
    public static AdaptiveCard Read(string json, Texts texts) => AdaptiveCard.Read(json, texts);
}
