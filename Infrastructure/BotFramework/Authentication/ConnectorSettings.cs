using Microsoft.Extensions.Configuration;

namespace PeerBot.BotFramework;

/// <summary>The bot's registration as the Bot Framework's own setting names describe it, checked.</summary>
internal sealed record ConnectorSettings
{
    private const string GovernmentChannelService = "https://botframework.azure.us";

    public required string? AppId { get; init; }

    public required string? Password { get; init; }

    public required Uri Metadata { get; init; }

    public required string Issuer { get; init; }

    public required Uri TokenEndpoint { get; init; }

    public required string Scope { get; init; }

    public required string CallerId { get; init; }

    /// <exception cref="InvalidOperationException">Something is missing or contradicts itself; the message says what to set.</exception>
    public static ConnectorSettings Read(IConfiguration configuration, ConnectorOptions options)
    {
        var appId = Value(configuration, "MicrosoftAppId");
        var password = Value(configuration, "MicrosoftAppPassword");
        var tenant = Value(configuration, "MicrosoftAppTenantId");
        if (appId is null)
            RequirePermissionToBeOpen(options);
        else if (string.Join(' ', Missing(Value(configuration, "MicrosoftAppType"), password, tenant, options)) is { Length: > 0 } missing)
            throw new InvalidOperationException(missing);

        var cloud = CloudOf(Value(configuration, "ChannelService"));
        var login = Value(configuration, "ToChannelFromBotLoginUrl") ?? cloud.Login;
        return new ConnectorSettings
        {
            AppId = appId,
            Password = password,
            Metadata = SafeUri(
                Value(configuration, "ToBotFromChannelOpenIdMetadataUrl") ?? cloud.Metadata, "ToBotFromChannelOpenIdMetadataUrl", options),
            Issuer = Value(configuration, "ToBotFromChannelTokenIssuer") ?? cloud.Issuer,
            TokenEndpoint = TokenEndpointOf(SafeUri(login, "ToChannelFromBotLoginUrl", options), tenant, cloud.DefaultTenant),
            Scope = (Value(configuration, "ToChannelFromBotOAuthScope") ?? cloud.Scope).TrimEnd('/') + "/.default",
            CallerId = cloud.CallerId,
        };
    }

    public static Uri SafeUri(string text, string setting, ConnectorOptions options)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || (options.Development && ServiceUrls.IsLoopback(uri))))
        {
            return uri;
        }

        throw new InvalidOperationException(
            $"{setting} must be an https URL; http is accepted in Development only, and there only on this machine.");
    }

    private static string? Value(IConfiguration configuration, string name) =>
        configuration[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static void RequirePermissionToBeOpen(ConnectorOptions options)
    {
        if (!options.AllowUnauthenticated || !options.Development)
        {
            throw new InvalidOperationException(
                "MicrosoftAppId is not set. Set it, with MicrosoftAppType, MicrosoftAppTenantId and MicrosoftAppPassword; "
                + "without it the bot runs in Development on this machine only.");
        }
    }

    /// <returns>A sentence for each thing to set.</returns>
    private static IEnumerable<string> Missing(string? type, string? password, string? tenant, ConnectorOptions options)
    {
        var hasHook = options.AcquireToken is not null;
        switch (type?.ToUpperInvariant())
        {
            case "USERASSIGNEDMSI":
                if (tenant is null)
                    yield return "MicrosoftAppType is UserAssignedMSI: set MicrosoftAppTenantId.";
                if (password is not null)
                    yield return "MicrosoftAppType is UserAssignedMSI: remove MicrosoftAppPassword.";
                if (!hasHook)
                    yield return "MicrosoftAppType is UserAssignedMSI: the host must supply the identity's tokens.";
                break;
            // Bots of many tenants are made no more. On a developer's machine one may stand for any: its login is a server there.
            case null when !options.Development:
            case "SINGLETENANT":
                if (tenant is null)
                    yield return "MicrosoftAppType is SingleTenant: set MicrosoftAppTenantId.";
                if (password is null && !hasHook)
                    yield return "MicrosoftAppType is SingleTenant: set MicrosoftAppPassword, or use a certificate.";
                break;
            case null or "MULTITENANT":
                if (password is null && !hasHook)
                    yield return "MicrosoftAppId is set: set MicrosoftAppPassword, or use a certificate.";
                break;
            default:
                yield return "MicrosoftAppType must be SingleTenant, MultiTenant or UserAssignedMSI.";
                break;
        }
    }

    /// <summary>As with the official SDK the login URL names its tenant; the app's own tenant goes before the SDK's default one.</summary>
    private static Uri TokenEndpointOf(Uri login, string? tenant, string defaultTenant)
    {
        const string suffix = "/oauth2/v2.0/token";
        var authority = login.GetLeftPart(UriPartial.Path).TrimEnd('/');
        if (authority.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            return new Uri(authority);

        if (login.AbsolutePath == "/")
            authority += "/" + defaultTenant;
        if (tenant is not null && authority.EndsWith("/" + defaultTenant, StringComparison.OrdinalIgnoreCase))
            authority = authority[..^defaultTenant.Length] + Uri.EscapeDataString(tenant);

        return new Uri(authority + suffix);
    }

    private static Cloud CloudOf(string? channelService) => channelService?.TrimEnd('/') switch
    {
        null => new Cloud(
            "https://login.botframework.com/v1/.well-known/openidconfiguration",
            "https://api.botframework.com",
            "https://login.microsoftonline.com",
            "botframework.com",
            AuthenticationConstants.ToChannelFromBotOAuthScope,
            CallerIdConstants.PublicAzureChannel),
        GovernmentChannelService => new Cloud(
            "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
            "https://api.botframework.us",
            "https://login.microsoftonline.us",
            "MicrosoftServices.onmicrosoft.us",
            "https://api.botframework.us",
            CallerIdConstants.USGovChannel),
        _ => throw new InvalidOperationException($"ChannelService must be empty or {GovernmentChannelService}."),
    };

    private sealed record Cloud(string Metadata, string Issuer, string Login, string DefaultTenant, string Scope, string CallerId);
}
