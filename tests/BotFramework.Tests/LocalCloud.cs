using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PeerBot.BotFramework.Tests;

/// <summary>What the connector received.</summary>
public sealed record Received(string Method, string Path, string? Authorization, string? ContentType, string Body);

/// <summary>The channel's side on this machine: metadata, keys, login and connector, each over real HTTP.</summary>
public sealed class LocalCloud : IAsyncDisposable
{
    public const string AppId = "0f2b6a5e-5c9d-4f0e-9a53-3d9a4f1b7c11";
    public const string Issuer = "https://api.botframework.com";

    // Making a key takes longer than any test; this one is for those to whom it does not matter.
    private static readonly RSA FirstKey = RSA.Create(2048);

    private readonly WebApplication _app;

    private LocalCloud(WebApplication app) => _app = app;

    public string Root { get; private set; } = "";

    public string ServiceUrl => Root + "/teams/";

    public string Metadata => Root + "/v1/.well-known/openidconfiguration";

    public ConcurrentDictionary<string, (RSA Key, string[] Endorsements)> Keys { get; } = new();

    public ConcurrentQueue<Received> Requests { get; } = new();

    public ConcurrentQueue<string> TokenRequests { get; } = new();

    public int KeyRequests { get; private set; }

    public int KeyFetches { get; private set; }

    public bool KeysAreDown { get; set; }

    /// <summary>When set, the key server answers only after it.</summary>
    public TaskCompletionSource? KeysHang { get; set; }

    public int TokenSeconds { get; set; } = 3600;

    public int TokenStatus { get; set; } = 200;

    /// <summary>How the connector answers; by default it takes everything and gives it the id <c>sent-n</c>.</summary>
    public Func<HttpContext, int, Task>? Answer { get; set; }

    public static async Task<LocalCloud> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var cloud = new LocalCloud(builder.Build());
        cloud.Keys["key-1"] = (FirstKey, ["msteams", "webchat"]);
        cloud._app.MapGet("/v1/.well-known/openidconfiguration", (Delegate)cloud.WriteMetadataAsync);
        cloud._app.MapGet("/keys", cloud.WriteKeys);
        cloud._app.MapPost("/{tenant}/oauth2/v2.0/token", (Delegate)cloud.WriteTokenAsync);
        cloud._app.Map("/teams/{**rest}", cloud.ReceiveAsync);
        await cloud._app.StartAsync();
        cloud.Root = cloud._app.Urls.Single();
        return cloud;
    }

    public void AddKey(string kid, params string[] endorsements) => Keys[kid] = (RSA.Create(2048), endorsements);

    /// <summary>A token as the channel sends it; each argument breaks one thing.</summary>
    public string Token(
        string kid = "key-1",
        string issuer = Issuer,
        string audience = AppId,
        string? serviceUrl = "",
        TimeSpan? notBefore = null,
        TimeSpan? expires = null,
        string algorithm = SecurityAlgorithms.RsaSha256,
        SecurityKey? key = null,
        bool withNotBefore = true,
        bool withExpires = true)
    {
        var now = TimeProvider.System.GetUtcNow();
        var claims = new JsonObject { ["iss"] = issuer, ["aud"] = audience };
        if (serviceUrl is not null)
            claims["serviceurl"] = serviceUrl.Length == 0 ? ServiceUrl : serviceUrl;
        if (withNotBefore)
            claims["nbf"] = (now + (notBefore ?? TimeSpan.FromMinutes(-1))).ToUnixTimeSeconds();
        if (withExpires)
            claims["exp"] = (now + (expires ?? TimeSpan.FromHours(1))).ToUnixTimeSeconds();

        key ??= new RsaSecurityKey(Keys[kid].Key) { KeyId = kid };
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return handler.CreateToken(claims.ToJsonString(), new SigningCredentials(key, algorithm));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        foreach (var (key, _) in Keys.Values.Where(entry => entry.Key != FirstKey))
            key.Dispose();
    }

    private async Task<IResult> WriteMetadataAsync()
    {
        KeyRequests++;
        if (KeysHang is { } hang)
            await hang.Task;
        if (KeysAreDown)
            return Results.StatusCode(500);

        KeyFetches++;
        return Results.Text($$"""{"issuer":"{{Issuer}}","jwks_uri":"{{Root}}/keys","id_token_signing_alg_values_supported":["RS256"]}""", "application/json");
    }

    private IResult WriteKeys()
    {
        var keys = new JsonArray();
        foreach (var (kid, (key, endorsements)) in Keys)
        {
            var parameters = key.ExportParameters(includePrivateParameters: false);
            keys.Add(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = kid,
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
                ["endorsements"] = new JsonArray([.. endorsements.Select(endorsement => JsonValue.Create(endorsement))]),
            });
        }

        return Results.Text(new JsonObject { ["keys"] = keys }.ToJsonString(), "application/json");
    }

    private async Task<IResult> WriteTokenAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        TokenRequests.Enqueue(context.Request.Path + " " + await reader.ReadToEndAsync());
        return TokenStatus == 200
            ? Results.Text($$"""{"token_type":"Bearer","expires_in":{{TokenSeconds}},"access_token":"bot-token-{{TokenRequests.Count}}"}""", "application/json")
            : Results.Text("""{"error":"invalid_client","error_description":"secret text"}""", "application/json", statusCode: TokenStatus);
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var raw = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        Requests.Enqueue(new Received(
            context.Request.Method, raw, context.Request.Headers.Authorization, context.Request.ContentType, await reader.ReadToEndAsync()));
        if (Answer is { } answer)
        {
            await answer(context, Requests.Count);
            return;
        }

        context.Response.StatusCode = 201;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$"""{"id":"sent-{{Requests.Count}}"}""");
    }
}
