using PeerBot.Cards;

namespace PeerBot.Dialogs;

/// <summary>A button shown last, so that its number can be typed.</summary>
/// <param name="Number">As the plain-text twin counts.</param>
/// <param name="Data">The press as JSON, as the button carries it.</param>
public sealed record Offer(int Number, string Data);

/// <param name="Misses">Times in a row that nothing was understood.</param>
/// <param name="Stopping">The last question was whether to stop what is half done.</param>
/// <param name="AsText">The person has asked for plain text in place of cards.</param>
/// <param name="Evaluation">The self-evaluation that "continue" goes on with; null when none was begun.</param>
/// <param name="Card">JSON of the card shown last, to read a typed answer by; kept in plain text only.</param>
/// <param name="Scheme">Id of the programme that is spoken about; null: the person's main one.</param>
public sealed record Memory(IReadOnlyList<Offer> Offers, int Misses = 0, bool AsText = false, bool Stopping = false,
    string? Evaluation = null, string? Card = null, string? Scheme = null)
{
    public static readonly Memory Empty = new([]);

    /// <summary>
    /// The buttons of cards just shown take the place of those before; without a card they stay. A number means the later card, such as the
    /// step that comes back below Help; cards of one kind stand side by side, and a number that means different things on them means none.
    /// </summary>
    public Memory Showing(IReadOnlyList<AdaptiveCard> cards)
    {
        // Who has opened the card about a concern is kept nowhere, not even here.
        if (cards.Any(card => TextTwin.Actions(card).Any(action => action.Verb == Verbs.ConcernCallMe)))
        {
            return this with { Offers = [], Card = null };
        }

        var buttons = cards.SelectMany(card => TextTwin.Actions(card).Select(action => (Kind: card.Summary, Action: action)))
            .Where(button => button.Action is { DataJson: not null, Verb: not Verbs.Help }).ToList();
        Offer[] offers =
        [
            .. buttons.GroupBy(button => button.Action.Number)
                .Where(same => same.Where(button => button.Kind == same.Last().Kind).Select(Meaning).Distinct().Count() == 1)
                .Select(same => new Offer(same.Key, same.Last().Action.DataJson!)),
        ];
        return buttons.Count == 0 ? this : this with { Offers = offers, Card = AsText ? TextMode.Together(cards).ToJson() : null };
    }

    private static (string, string, string?) Meaning((string Kind, TwinAction Action) button) =>
        Presses.Read(button.Action.DataJson) is var press ? (press.Verb, press.Id, press.Arg) : default;
}
