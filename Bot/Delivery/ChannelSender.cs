using System.Net;
using NodaTime;
using PeerBot.Bot.Telemetry;
using PeerBot.Bot.Turns;

namespace PeerBot.Bot.Delivery;

/// <summary>Sends one message through the Bot Framework adapter and says what became of it.</summary>
internal sealed class ChannelSender(CloudAdapter adapter, BotIdentity identity, Instruments instruments)
{
    public async Task<Sent> SendAsync(Outgoing message, CancellationToken cancellation)
    {
        using var measured = instruments.Message(isNew: message.Replaces is null);
        var sent = await TryAsync(message, cancellation);
        measured.Outcome = sent switch { Delivered => "delivered", TryAgain { Status: 429 } => "throttled", TryAgain => "again", _ => "undeliverable" };
        return sent;
    }

    private async Task<Sent> TryAsync(Outgoing message, CancellationToken cancellation)
    {
        try
        {
            await adapter.ContinueConversationAsync(
                identity.AppId, message.To.ToReference(), (turn, stop) => SendAsync(turn, message, stop), cancellation);
            return new Delivered();
        }
        catch (ErrorResponseException error)
        {
            var status = (int?)error.Response?.StatusCode ?? 0;
            return Judge(status, error.Body?.Error?.Code, RetryAfter(error), isNew: message.Replaces is null);
        }
        catch (InvalidOperationException refused) when (BotSdk.IsRefusedHost(refused))
        {
            // An address that was stored is believed no more than one that comes in.
            return new Undeliverable(0, "ServiceUrlRefused");
        }
        catch (HttpRequestException)
        {
            return new TryAgain(0, null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new TryAgain((int)HttpStatusCode.RequestTimeout, null);
        }
    }

    /// <summary>
    /// 412 and 429 were not taken and are free to repeat; so is 401, which comes while the bot's secret has expired. After a 5xx or a
    /// time-out a new message may have arrived all the same, and is repeated too: at least once, since cards count a press once
    /// whichever copy is pressed.
    /// </summary>
    internal static Sent Judge(int status, string? code, Duration? retryAfter, bool isNew) => status switch
    {
        401 or 408 or 412 or 429 or 502 or 503 or 504 or 0 => new TryAgain(status, retryAfter),
        404 when !isNew => new Delivered(),
        >= 500 => new TryAgain(status, retryAfter),
        _ => new Undeliverable(status, code),
    };

    private static async Task SendAsync(ITurnContext turn, Outgoing message, CancellationToken cancellation)
    {
        var activity = BotSdk.ToActivity(message);
        if (message.Replaces is { } replaced)
        {
            activity.Id = replaced;
            await turn.UpdateActivityAsync(activity, cancellation);
        }
        else
        {
            await turn.SendActivityAsync(activity, cancellation);
        }
    }

    private static Duration? RetryAfter(ErrorResponseException error) =>
        error.Response?.Headers is { } headers && headers.TryGetValue("Retry-After", out var values)
        && int.TryParse(values.FirstOrDefault(), out var seconds)
            ? Duration.FromSeconds(seconds)
            : null;
}
