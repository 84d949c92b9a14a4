#if !BOTSDK_MICROSOFT
using Azure.Core;
using Azure.Identity;

namespace PeerBot.Bot;

/// <summary>The bot's token where it has no client secret: from the managed identity that the app is registered with.</summary>
internal static class BotCredential
{
    private static readonly TokenRequestContext Scope = new(["https://api.botframework.com/.default"]);

    /// <returns>Null where a client secret, or nothing at all, is configured.</returns>
    public static Func<CancellationToken, Task<ConnectorToken>>? From(IConfiguration configuration)
    {
        if (!string.Equals(configuration["MicrosoftAppType"], "UserAssignedMSI", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var credential = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(
            configuration["MicrosoftAppId"] ?? throw new InvalidOperationException("Set MicrosoftAppId to the client id of the managed identity.")));
        return async cancellation =>
        {
            var token = await credential.GetTokenAsync(Scope, cancellation);
            return new ConnectorToken(token.Token, token.ExpiresOn);
        };
    }
}
#endif
