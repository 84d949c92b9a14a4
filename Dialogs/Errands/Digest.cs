using PeerBot.Cards;

namespace PeerBot.Dialogs.Errands;

/// <summary>What came together while a school was shut, as one message: a list first, then each thing with its buttons.</summary>
internal static class Digest
{
    /// <summary>As many cards as the channel lays side by side in one message.</summary>
    private const int MostCards = 10;

    /// <summary>Of the channel's 28 KB a message, with room for its envelope.</summary>
    private const int MostBytes = 24_000;

    /// <returns>One message; a further one only for what the channel would not take in it.</returns>
    public static IReadOnlyList<Show> Of(IReadOnlyList<Show> shows, FlowContext context)
    {
        var cards = shows.Select(CardOf).OfType<AdaptiveCard>().ToList();
        var list = DigestCard.Of(
            new DigestCard.View([.. shows.OfType<Show.Say>().Select(say => say.Text)], [.. cards.Select(card => card.Summary ?? "")]),
            context.Frame());
        List<List<AdaptiveCard>> messages = [[list]];
        var bytes = list.ToUtf8().Length;
        foreach (var card in cards)
        {
            var size = card.ToUtf8().Length;
            if (messages[^1].Count == MostCards || bytes + size > MostBytes)
            {
                messages.Add([]);
                bytes = 0;
            }

            messages[^1].Add(card);
            bytes += size;
        }

        return [.. messages.Select(message => message is [var only] ? (Show)new Show.Card(only) : new Show.Carousel(message))];
    }

    private static AdaptiveCard? CardOf(Show show) => show switch
    {
        Show.Card card => card.Content,
        Show.Replace card => card.Content,
        _ => null,
    };
}
