using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PeerBot.Bot.Rehearsal;

/// <summary>Hands activities to the bot where Teams does: over HTTP, at <c>/api/messages</c>.</summary>
internal sealed class BotDoor(RehearsalAddress address) : IDisposable
{
    // No proxy stands between this machine and itself. Teams gives up after about 15 seconds.
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(15),
    };

    public async Task<BotAnswer> PostAsync(JsonObject activity)
    {
        try
        {
            using var body = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(address.Messages, body);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            return new BotAnswer(response.StatusCode, Parse(bytes));
        }
        catch (HttpRequestException)
        {
            return new BotAnswer(HttpStatusCode.BadGateway, null);
        }
        catch (TaskCanceledException)
        {
            return new BotAnswer(HttpStatusCode.GatewayTimeout, null);
        }
    }

    public void Dispose() => http.Dispose();

    private static JsonElement? Parse(byte[] body)
    {
        if (body.Length == 0)
            return null;
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Body">Null when the bot sent none, or none that is JSON.</param>
internal sealed record BotAnswer(HttpStatusCode Status, JsonElement? Body)
{
    /// <summary>Why the bot did not take what it was sent, in words for the page; null when it did.</summary>
    public string? Failure => (int)Status switch
    {
        >= 200 and < 300 => null,
        401 or 403 => $"The bot refused this ({(int)Status}). The rehearsal signs nothing, so start the bot without MicrosoftAppId.",
        501 => "The bot does not know this button (501). Teams would say “Unable to reach app”.",
        502 => "The bot could not be reached.",
        504 => "The bot took longer than 15 seconds. Teams would have given up.",
        var status => $"The bot answered with an error ({status}).",
    };
}
