using System.Security.Claims;

namespace PeerBot.BotFramework;

/// <summary>Decides who may speak to the bot, and speaks for the bot to the channel.</summary>
public abstract class BotFrameworkAuthentication
{
    /// <summary>True when callers are not checked at all, which is why only this machine may call.</summary>
    internal virtual bool AcceptsOnlyThisMachine => false;

    /// <exception cref="UnauthorizedAccessException">
    /// The caller has not shown that it is the channel (a 401), or that it may speak of this activity (<see cref="ForbiddenActivityException"/>, a 403).
    /// </exception>
    public abstract Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string? authHeader, CancellationToken cancellationToken);

    /// <summary>True for a token that was found good before and still is: asking costs nothing.</summary>
    internal virtual bool Knows(string? authHeader) => false;

    public abstract ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity);

    /// <summary>What can be said of the caller before the body is read.</summary>
    /// <exception cref="UnauthorizedAccessException">The caller has not shown that it is the channel.</exception>
    public virtual Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string? authHeader, CancellationToken cancellationToken) =>
        Task.FromResult(new ClaimsIdentity());
}

public class AuthenticateRequestResult
{
    public string? Audience { get; set; }

    public required ClaimsIdentity ClaimsIdentity { get; set; }

    public string? CallerId { get; set; }

    public required ConnectorFactory ConnectorFactory { get; set; }
}

/// <summary>Makes clients for service URLs.</summary>
public abstract class ConnectorFactory
{
    /// <exception cref="InvalidOperationException">The bot does not send to this service URL.</exception>
    public abstract Task<IConnectorClient> CreateAsync(string serviceUrl, string? audience, CancellationToken cancellationToken);
}

/// <summary>The caller is the channel, but its token does not cover this activity.</summary>
internal sealed class ForbiddenActivityException : UnauthorizedAccessException;

/// <summary>The bot was to send to a host that is not the channel's. Nothing left the process, and no token was asked for.</summary>
public sealed class ServiceUrlRefusedException()
    : InvalidOperationException("The bot does not send to this service URL: its host is not among those allowed.");

public static class AuthenticationConstants
{
    public const string ToChannelFromBotOAuthScope = "https://api.botframework.com";
    public const string AudienceClaim = "aud";
    public const string AppIdClaim = "appid";
    public const string ServiceUrlClaim = "serviceurl";
}
