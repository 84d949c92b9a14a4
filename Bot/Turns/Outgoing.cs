using System.Text.Json;
using PeerBot.Cards;
using PeerBot.Dialogs;

namespace PeerBot.Bot.Turns;

/// <summary>One message as it lies in the outbox: where it goes, and its text or cards.</summary>
/// <param name="Cards">More than one stand side by side.</param>
/// <param name="Summary">What a lock screen may show.</param>
/// <param name="Plain">The text is the twin of a card, in which no sign has a meaning; otherwise it is Markdown.</param>
/// <param name="Replaces">Message that this one takes the place of; null to send a new one.</param>
/// <param name="Started">The bot began it, so it keeps to the hours of whoever hears it; false for answers.</param>
/// <param name="About">Ids of what stands still until this has arrived; null: nothing does.</param>
internal sealed record Outgoing(
    Address To, string? Text, IReadOnlyList<CardText>? Cards, string? Summary, string? Replaces, bool Plain = false, bool Started = false,
    IReadOnlyList<Guid>? About = null)
{
    public static Outgoing Read(string json) => JsonSerializer.Deserialize(json, OwnJson.Relaxed.Outgoing)!;

    public string ToJson() => JsonSerializer.Serialize(this, OwnJson.Relaxed.Outgoing);

    /// <summary>Text and card travel apart: Teams splits a message that has both, and gives no id for it.</summary>
    /// <param name="replaced">Message with the card that was pressed, where its answer cannot travel in the response.</param>
    public static IEnumerable<Outgoing> Of(IEnumerable<Show> shows, Address to, bool asText, string? replaced = null)
    {
        foreach (var show in shows)
        {
            yield return show switch
            {
                Show.Say say => Words(to, say.Text),
                Show.Card card => Card(to, card.Content, asText, null),
                Show.Replace card => Card(to, card.Content, asText, asText ? null : replaced),
                Show.Carousel many when asText => Twin(to, TextMode.Together(many.Cards)),
                Show.Carousel many => new Outgoing(to, null, [.. many.Cards.Select(CardText.Of)], many.Cards[0].Summary, null),
                _ => throw new InvalidOperationException($"{show.GetType().Name} is settled before it is sent."),
            };
        }
    }

    private static Outgoing Twin(Address to, AdaptiveCard card) => new(to, TextTwin.Of(card), null, card.Summary, null, Plain: true);

    private static Outgoing Words(Address to, string text) => new(to, text, null, null, null);

    private static Outgoing Card(Address to, AdaptiveCard card, bool asText, string? replaces) =>
        asText ? Twin(to, card) : new Outgoing(to, null, [CardText.Of(card)], card.Summary, replaces);
}
