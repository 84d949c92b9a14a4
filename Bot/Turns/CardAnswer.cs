using System.Text.Json;
using PeerBot.Cards;
using PeerBot.Dialogs;

namespace PeerBot.Bot.Turns;

/// <summary>The answer that a press takes back in the HTTP response: a card in place of the pressed one, or a sentence.</summary>
internal sealed record CardAnswer(CardText? Card, string? Text)
{
    public const string MessageType = "application/vnd.microsoft.activity.message";

    public static CardAnswer Read(string json) => JsonSerializer.Deserialize(json, OwnJson.Relaxed.CardAnswer)!;

    public string ToJson() => JsonSerializer.Serialize(this, OwnJson.Relaxed.CardAnswer);

    /// <summary>Takes the answer out of what is shown; the rest is sent as messages.</summary>
    public static (CardAnswer Answer, IReadOnlyList<Show> Others) Take(IReadOnlyList<Show> shows, Texts texts)
    {
        if (shows.OfType<Show.Replace>().FirstOrDefault() is { } replace)
        {
            return (new CardAnswer(CardText.Of(replace.Content), null), [.. shows.Where(show => !ReferenceEquals(show, replace))]);
        }

        return shows is [Show.Say only]
            ? (new CardAnswer(null, only.Text), [])
            : (new CardAnswer(null, texts.Plain("Flow.SeeBelow")), shows);
    }
}
