using System.Text.Json;

namespace PeerBot.Bot.Rehearsal;

/// <summary>What the bot answered to a press on a card: the body of the HTTP response to the invoke.</summary>
/// <remarks>Source: Universal Actions, adaptiveCard/action response format.</remarks>
internal abstract record CardAnswer
{
    private CardAnswer()
    {
    }

    /// <summary>Replaces the pressed card for this person.</summary>
    public sealed record Card(JsonElement Content) : CardAnswer;

    /// <summary>Something said under the card.</summary>
    public sealed record Said(string Text) : CardAnswer;

    public sealed record Failed(string Text) : CardAnswer;

    public sealed record Nothing : CardAnswer;

    public static CardAnswer From(BotAnswer answer)
    {
        if (answer.Failure is { } failure)
            return new Failed(failure);
        if (answer.Body is not { ValueKind: JsonValueKind.Object } body || !body.TryGetProperty("type", out var type))
            return new Nothing();
        var value = body.TryGetProperty("value", out var found) ? found : default;
        return (type.GetString(), value.ValueKind) switch
        {
            (RehearsalAttachment.AdaptiveCard, JsonValueKind.Object) => new Card(value),
            ("application/vnd.microsoft.activity.message", JsonValueKind.String) => new Said(value.GetString()!),
            ("application/vnd.microsoft.error", JsonValueKind.Object) => new Failed(Message(value)),
            ("application/vnd.microsoft.activity.loginRequest", _) => new Failed("The bot asks you to sign in. Nobody signs in here."),
            var (unknown, _) => new Failed($"The bot answered with “{unknown}”, which Teams would not show."),
        };
    }

    private static string Message(JsonElement error) =>
        error.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String
            ? message.GetString()!
            : "The bot answered with an error without words.";
}
