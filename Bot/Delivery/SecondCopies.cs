using System.Text;
using NodaTime;
using PeerBot.Bot.Turns;
using PeerBot.Cards;
using PeerBot.Dialogs;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Storage;

namespace PeerBot.Bot.Delivery;

/// <summary>
/// What is sent when a message may have arrived already. A channel knows no key by which it would tell the second copy from the first, and
/// no way to ask; so a card with buttons is never sent twice. Its words go again, with numbers to type in place of the buttons.
/// </summary>
internal sealed class SecondCopies(Database database, Reference reference, People people, IClock clock)
{
    public async Task<Outgoing> OfAsync(Outgoing message, PersonId? person)
    {
        if (message is not { Replaces: null, Cards: { Count: > 0 } cards })
        {
            return message;
        }

        var texts = await TextsAsync(person);
        var read = cards.Select(card => AdaptiveCard.Read(Encoding.UTF8.GetString(card.Utf8.Span), texts)).ToList();
        return read.TrueForAll(card => TextTwin.Actions(card).Count == 0)
            ? message
            : message with { Cards = null, Text = $"{texts.Plain("Delivery.Again")}\n\n{TextTwin.Of(TextMode.Together(read))}", Plain = true };
    }

    /// <summary>Whoever is in no programme hears the words of the first one: here they are only those around the card's own.</summary>
    private async Task<Texts> TextsAsync(PersonId? person)
    {
        var now = clock.GetCurrentInstant();
        return person is { } reader && await people.ContextAsync(database.BeginTurn(now), reader, now) is { } context
            ? context.Texts
            : FlowTexts.For(reference.Programmes.Programmes.First(), locale: null);
    }
}
