using System.Net;
using NodaTime;
using PeerBot.Bot.Telemetry;
using PeerBot.Bot.Turns;

namespace PeerBot.Bot.Delivery;

/// <summary>Sends one message through the Bot Framework adapter and says what became of it.</summary>
internal sealed class ChannelSender(CloudAdapter adapter, BotIdentity identity, Instruments instruments)
{
    /// <summary>Where people of the government cloud are reached, when the channel says that the usual host is the wrong one.</summary>
    private const string GccServiceUrl = "https://smba.infra.gcc.teams.microsoft.com/teams/";

    private const string WrongHost = "InvalidBotApiHost";

    public async Task<Sent> SendAsync(Outgoing message, CancellationToken cancellation)
    {
        using var measured = instruments.Message(isNew: message.Replaces is null);
        var sent = await TryAsync(message, cancellation);
        if (sent is Undeliverable { Code: WrongHost } && message.To.ServiceUrl != GccServiceUrl)
        {
            sent = await TryAsync(message with { To = message.To with { ServiceUrl = GccServiceUrl } }, cancellation);
        }

        measured.Outcome = sent switch
        {
            Delivered => "delivered",
            Refused { Status: 429 } => "throttled",
            Refused => "again",
            InDoubt => "in-doubt",
            OutOfReach => "out-of-reach",
            _ => "undeliverable",
        };
        return sent;
    }

    private async Task<Sent> TryAsync(Outgoing message, CancellationToken cancellation)
    {
        var isNew = message.Replaces is null;
        try
        {
            await adapter.ContinueConversationAsync(
                identity.AppId, message.To.ToReference(), (turn, stop) => SendAsync(turn, message, stop), cancellation);
            return new Delivered();
        }
        catch (ErrorResponseException error)
        {
            return Verdict.Of((int?)error.Response?.StatusCode ?? 0, error.Body?.Error?.Code, RetryAfter(error), isNew);
        }
        catch (InvalidOperationException refused) when (BotSdk.IsRefusedHost(refused))
        {
            // An address that was stored is believed no more than one that comes in.
            return new Undeliverable(0, "ServiceUrlRefused");
        }
        catch (HttpRequestException error)
        {
            return Verdict.OfNoAnswer(isNew && MayHaveLeft(error));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Verdict.OfNoAnswer(isNew);
        }
    }

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

    /// <summary>False where there was no token to send the message with, or no connection that it could have gone through.</summary>
    private static bool MayHaveLeft(HttpRequestException error) => error.HttpRequestError is not
        (HttpRequestError.UserAuthenticationError or HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError);

    private static Duration? RetryAfter(ErrorResponseException error)
    {
        if (error.Response?.Headers is not { } headers || !headers.TryGetValue("Retry-After", out var values))
        {
            return null;
        }

        return int.TryParse(values.FirstOrDefault(), out var seconds) && seconds >= 0 ? Duration.FromSeconds(seconds) : null;
    }
}
