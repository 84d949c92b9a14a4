using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PeerBot.Bot.Tests.World;

/// <summary>Metadata, keys and login of the channel, for a bot that is registered.</summary>
internal static class TokenIssuer
{
    public const string AppId = "0f2b6a5e-5c9d-4f0e-9a53-3d9a4f1b7c11";
    public const string BotToken = "token-of-the-bot";

    private const string Issuer = "https://api.botframework.com";
    private static readonly RSA Key = RSA.Create(2048);

    /// <summary>What a registered bot has in its settings, with the channel's addresses on this machine.</summary>
    public static (string, string?)[] Settings(FakeConnector connector) =>
    [
        ("MicrosoftAppId", AppId), ("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppTenantId", "fd6487b5-4d83-5bd1-afa6-15d50ed4cfc0"),
        ("MicrosoftAppPassword", "secret"), ("ToBotFromChannelOpenIdMetadataUrl", $"{connector.Root}/openidconfiguration"),
        ("ToChannelFromBotLoginUrl", $"{connector.Root}/botframework.com"),
    ];

    /// <summary>A token such as the channel sends with every activity.</summary>
    public static string Token(string serviceUrl, string audience = AppId)
    {
        var now = TimeProvider.System.GetUtcNow();
        var claims = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = audience,
            ["serviceurl"] = serviceUrl,
            ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            claims.ToJsonString(), new SigningCredentials(new RsaSecurityKey(Key) { KeyId = "one" }, SecurityAlgorithms.RsaSha256));
    }

    /// <param name="refuses">Whether the login refuses the bot's secret.</param>
    public static void Map(WebApplication app, Func<bool> refuses)
    {
        app.MapGet("/openidconfiguration", (HttpRequest request) => Results.Json(
            new { issuer = Issuer, jwks_uri = $"http://{request.Host}/keys", id_token_signing_alg_values_supported = new[] { "RS256" } }));
        app.MapGet("/keys", () =>
        {
            var key = Key.ExportParameters(includePrivateParameters: false);
            return Results.Json(new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA", use = "sig", kid = "one", n = Base64UrlEncoder.Encode(key.Modulus),
                        e = Base64UrlEncoder.Encode(key.Exponent), endorsements = new[] { "msteams" },
                    },
                },
            });
        });
        app.MapPost("/{tenant}/oauth2/v2.0/token", () => refuses()
            ? Results.Json(new { error = "invalid_client" }, statusCode: StatusCodes.Status401Unauthorized)
            : Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = BotToken }));
    }
}
