using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PeerBot.BotFramework;

/// <summary>What a token of the channel proved.</summary>
internal sealed record ChannelIdentity(
    ClaimsIdentity Claims, string? ServiceUrl, IReadOnlyCollection<string> Endorsements, DateTimeOffset Expires, KeySet CheckedAgainst);

/// <summary>Checks the tokens with which the channel calls the bot.</summary>
/// <remarks>Source: Bot Connector authentication, "connector to bot". Emulator and skill tokens are a different family and are refused.</remarks>
internal sealed class ChannelTokens(ConnectorSettings settings, SigningKeys keys, TimeProvider time)
{
    private const int MostRemembered = 256;
    private const string Scheme = "Bearer ";

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    // The channel uses one token for an hour, and checking an RSA signature costs more than the rest of a turn's protocol. The key is the
    // whole token, so only a token that was checked to the last byte is found here; it is forgotten with the keys it was checked against.
    private readonly ConcurrentDictionary<string, ChannelIdentity> _checked = new(StringComparer.Ordinal);

    /// <exception cref="UnauthorizedAccessException">The header holds no token, or none of the channel for this bot.</exception>
    public async ValueTask<ChannelIdentity> CheckAsync(string? authHeader, CancellationToken cancellationToken)
    {
        var token = TokenOf(authHeader);
        if (!Handler.CanReadToken(token))
            throw new UnauthorizedAccessException();

        var current = await keys.CurrentAsync(cancellationToken).ConfigureAwait(false);
        if (_checked.TryGetValue(token, out var known) && ReferenceEquals(known.CheckedAgainst, current)
            && time.GetUtcNow() < known.Expires + Skew)
        {
            return known;
        }

        var identity = await ValidateAsync(token, current, cancellationToken).ConfigureAwait(false);
        if (_checked.Count >= MostRemembered)
            _checked.Clear();
        return _checked[token] = identity;
    }

    public bool Knows(string? authHeader) =>
        authHeader?.StartsWith(Scheme, StringComparison.Ordinal) == true
        && _checked.TryGetValue(authHeader[Scheme.Length..], out var known) && time.GetUtcNow() < known.Expires + Skew;

    private static string TokenOf(string? authHeader)
    {
        if (authHeader is null || !authHeader.StartsWith(Scheme, StringComparison.Ordinal)
            || authHeader.AsSpan(Scheme.Length).IndexOfAny(' ', '\t', ',') >= 0)
        {
            throw new UnauthorizedAccessException();
        }

        return authHeader[Scheme.Length..];
    }

    private async Task<ChannelIdentity> ValidateAsync(string token, KeySet current, CancellationToken cancellationToken)
    {
        var parsed = Parse(token);
        var key = string.IsNullOrEmpty(parsed.Kid) ? null : current.Find(parsed.Kid);
        if (key is null && !string.IsNullOrEmpty(parsed.Kid))
        {
            current = await keys.AfterUnknownKeyAsync(current, cancellationToken).ConfigureAwait(false);
            key = current.Find(parsed.Kid);
        }

        if (key is null)
            throw new UnauthorizedAccessException();

        var result = await Handler.ValidateTokenAsync(parsed, ParametersFor(key)).ConfigureAwait(false);
        if (!result.IsValid)
            throw new UnauthorizedAccessException(null, result.Exception);

        return new ChannelIdentity(
            result.ClaimsIdentity,
            result.ClaimsIdentity.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value,
            KeySet.EndorsementsOf(key),
            new DateTimeOffset(parsed.ValidTo, TimeSpan.Zero),
            current);
    }

    private static JsonWebToken Parse(string token)
    {
        try
        {
            return new JsonWebToken(token);
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException)
        {
            throw new UnauthorizedAccessException(null, exception);
        }
    }

    private TokenValidationParameters ParametersFor(JsonWebKey key) => new()
    {
        ValidIssuer = settings.Issuer,
        ValidAudience = settings.AppId,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        RequireAudience = true,
        LifetimeValidator = (notBefore, expires, _, _) =>
            notBefore is { } from && expires is { } to
            && from <= time.GetUtcNow().UtcDateTime + Skew && to > time.GetUtcNow().UtcDateTime - Skew,
    };
}
