using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PeerBot.BotFramework;

public interface IBotFrameworkHttpAdapter
{
    Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default);
}

/// <summary>Takes activities from ASP.NET Core requests. A refusal is a bare status: reasons help nobody but an attacker.</summary>
public partial class CloudAdapter : CloudAdapterBase, IBotFrameworkHttpAdapter
{
    private readonly RefusedCallers _refused = new(TimeProvider.System);

    public CloudAdapter(BotFrameworkAuthentication botFrameworkAuthentication, ILogger? logger = null)
        : base(botFrameworkAuthentication, logger)
    {
    }

    /// <remarks>
    /// 405 for anything but POST, 415 for anything but JSON, 413 above 256 KB, 401 without a good token, 429 after many of those,
    /// 400 for what is no activity,
    /// 403 for an activity that the token does not cover, 503 while there are no keys to check tokens with. Otherwise 200, or what the bot answers to an invoke.
    /// </remarks>
    public async Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);

        try
        {
            if (ActivityRequest.RefusalOf(httpRequest) is { } refusal)
            {
                Refuse(httpResponse, refusal);
                return;
            }

            var authorization = AuthorizationOf(httpRequest);
            if (BotFrameworkAuthentication.AcceptsOnlyThisMachine && !ActivityRequest.ComesFromThisMachine(httpRequest))
                throw new ForbiddenActivityException();

            var caller = httpRequest.HttpContext.Connection.RemoteIpAddress;
            if (!_refused.MayTry(caller) && !BotFrameworkAuthentication.Knows(authorization))
            {
                httpResponse.Headers.RetryAfter = "1";
                Refuse(httpResponse, StatusCodes.Status429TooManyRequests);
                return;
            }

            // The caller first, so that a stranger cannot make the bot read and parse.
            await BotFrameworkAuthentication.AuthenticateChannelRequestAsync(authorization, cancellationToken).ConfigureAwait(false);
            var (activity, status) = await ActivityRequest.ReadAsync(httpRequest, cancellationToken).ConfigureAwait(false);
            if (activity is null)
            {
                Refuse(httpResponse, status);
                return;
            }

            var answer = await ProcessActivityAsync(authorization, activity, bot.OnTurnAsync, cancellationToken).ConfigureAwait(false);
            await WriteAsync(httpResponse, answer, cancellationToken).ConfigureAwait(false);
        }
        catch (ForbiddenActivityException)
        {
            Refuse(httpResponse, StatusCodes.Status403Forbidden);
        }
        catch (UnauthorizedAccessException)
        {
            _refused.Refused(httpRequest.HttpContext.Connection.RemoteIpAddress);
            Refuse(httpResponse, StatusCodes.Status401Unauthorized);
        }
        catch (SigningKeysUnavailableException exception)
        {
            Log.NoKeys(Logger, exception);
            httpResponse.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static string? AuthorizationOf(HttpRequest request) =>
        request.Headers.Authorization is [var only] ? only : null;

    private static async Task WriteAsync(HttpResponse response, InvokeResponse? answer, CancellationToken cancellationToken)
    {
        response.StatusCode = answer?.Status ?? StatusCodes.Status200OK;
        if (answer?.Body is not { } body)
            return;

        var json = BotJson.SerializeToUtf8Bytes(body);
        response.ContentType = "application/json";
        response.ContentLength = json.Length;
        await response.Body.WriteAsync(json, cancellationToken).ConfigureAwait(false);
    }

    private void Refuse(HttpResponse response, int status)
    {
        Log.Refused(Logger, status);
        response.StatusCode = status;
        if (status == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = HttpMethods.Post;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "An activity was refused with status {Status}")]
        public static partial void Refused(ILogger logger, int status);

        [LoggerMessage(2, LogLevel.Error, "No activity can be accepted: the channel's signing keys cannot be had")]
        public static partial void NoKeys(ILogger logger, Exception exception);
    }
}
