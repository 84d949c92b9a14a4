using System.Security.Claims;
using Microsoft.Extensions.Configuration;

namespace PeerBot.BotFramework;

/// <summary>Authentication as the configuration describes it, with the Bot Framework's own setting names.</summary>
/// <remarks>
/// Stricter than the official SDK: no emulator and no skill tokens, the serviceurl claim and the endorsement are required, and service
/// URLs lie on known hosts, when an activity comes in and again before the bot's token goes out.
/// </remarks>
public sealed class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication, IDisposable
{
    private readonly ConnectorSettings _settings;
    private readonly ServiceUrls _serviceUrls;
    private readonly HttpClient _http;
    private readonly SigningKeys _keys;
    private readonly ChannelTokens? _channelTokens;
    private readonly ConnectorTokens? _connectorTokens;
    private readonly Factory _factory;

    /// <exception cref="InvalidOperationException">The configuration is incomplete; the message says what to set.</exception>
    public ConfigurationBotFrameworkAuthentication(IConfiguration configuration, ConnectorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        options ??= new ConnectorOptions();
        _settings = ConnectorSettings.Read(configuration, options);
        _serviceUrls = new ServiceUrls(options.ServiceHosts, options.Development);
        _http = CreateHttpClient(options);
        _keys = new SigningKeys(_settings.Metadata, _http, options);
        if (_settings.AppId is not null)
        {
            _channelTokens = new ChannelTokens(_settings, _keys, options.Time);
            _connectorTokens = new ConnectorTokens(
                options.AcquireToken ?? (cancellation => ConnectorTokens.WithSecretAsync(_settings, _http, options.Time, cancellation)),
                options.Time);
        }

        _factory = new Factory(_serviceUrls, _http, _connectorTokens);
    }

    internal override bool AcceptsOnlyThisMachine => _channelTokens is null;

    internal override bool Knows(string? authHeader) => _channelTokens?.Knows(authHeader) == true;

    public override async Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string? authHeader, CancellationToken cancellationToken) =>
        _channelTokens is null
            ? new ClaimsIdentity()
            : (await _channelTokens.CheckAsync(authHeader, cancellationToken).ConfigureAwait(false)).Claims;

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string? authHeader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);

        // Before any token is looked at: the activity must not choose how it is checked.
        if (activity.ChannelId != Channels.Msteams || _serviceUrls.Allowed(activity.ServiceUrl) is null)
            throw new ForbiddenActivityException();

        if (_channelTokens is null)
            return new AuthenticateRequestResult { ClaimsIdentity = new ClaimsIdentity(), ConnectorFactory = _factory };

        var identity = await _channelTokens.CheckAsync(authHeader, cancellationToken).ConfigureAwait(false);
        if (!identity.Endorsements.Contains(activity.ChannelId)
            || !string.Equals(identity.ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
        {
            throw new ForbiddenActivityException();
        }

        return new AuthenticateRequestResult
        {
            ClaimsIdentity = identity.Claims,
            CallerId = _settings.CallerId,
            ConnectorFactory = _factory,
        };
    }

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity)
    {
        ArgumentNullException.ThrowIfNull(claimsIdentity);
        var appId = claimsIdentity.FindFirst(AuthenticationConstants.AppIdClaim)?.Value
            ?? claimsIdentity.FindFirst(AuthenticationConstants.AudienceClaim)?.Value;
        if (_settings.AppId is not null && !string.Equals(appId, _settings.AppId, StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException("This bot has another app id than the one it was asked to send as.");

        return _factory;
    }

    public void Dispose() => _http.Dispose();

    private static HttpClient CreateHttpClient(ConnectorOptions options)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            // A redirect would carry the bot's activities to a host that nobody checked.
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = options.Timeout,
            MaxResponseContentBufferSize = 4 * 1024 * 1024,
        };
        client.DefaultRequestHeaders.Add("Accept", "application/json");
        client.DefaultRequestHeaders.Add("User-Agent", "PeerBot");
        return client;
    }

    private sealed class Factory(ServiceUrls serviceUrls, HttpClient http, ConnectorTokens? tokens) : ConnectorFactory
    {
        public override Task<IConnectorClient> CreateAsync(string serviceUrl, string? audience, CancellationToken cancellationToken)
        {
            var allowed = serviceUrls.Allowed(serviceUrl)
                ?? throw new ServiceUrlRefusedException();
            return Task.FromResult<IConnectorClient>(new ConnectorClient(allowed, http, tokens));
        }
    }
}
