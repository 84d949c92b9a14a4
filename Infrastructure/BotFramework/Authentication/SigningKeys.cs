using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace PeerBot.BotFramework;

/// <summary>One published set of keys. A token that was checked against an older set is checked again.</summary>
internal sealed class KeySet(IEnumerable<JsonWebKey> keys, DateTimeOffset fetchedAt)
{
    private readonly Dictionary<string, JsonWebKey> _keys = keys
        .Where(key => key.Kty == "RSA" && !string.IsNullOrEmpty(key.Kid) && key.Use is null or "" or "sig")
        .GroupBy(key => key.Kid, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    public DateTimeOffset FetchedAt { get; } = fetchedAt;

    public JsonWebKey? Find(string kid) => _keys.GetValueOrDefault(kid);

    /// <summary>The channels whose activities this key may sign.</summary>
    public static IReadOnlyCollection<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];
}

/// <summary>Nobody can be let in now, because there is nothing to check their signatures with.</summary>
internal sealed class SigningKeysUnavailableException(Exception? inner) : Exception("The channel's signing keys cannot be had.", inner);

/// <summary>The keys with which the channel signs, fetched when first needed and again at least twice a day.</summary>
/// <remarks>
/// Not the ConfigurationManager of IdentityModel: that refreshes behind the caller's back, so that the first token after a change of keys
/// is refused, and it knows nothing of endorsements.
/// </remarks>
internal sealed class SigningKeys(Uri metadata, HttpClient http, ConnectorOptions options) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    // Tokens with made-up key ids must not make the bot hammer the channel's key server.
    private static readonly TimeSpan BetweenForcedRefreshes = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile KeySet? _current;
    private DateTimeOffset _forcedAt = DateTimeOffset.MinValue;
    private DateTimeOffset _failedAt = DateTimeOffset.MinValue;

    /// <exception cref="SigningKeysUnavailableException">There are no keys yet and they cannot be had; asking again may help.</exception>
    public async ValueTask<KeySet> CurrentAsync(CancellationToken cancellationToken)
    {
        var current = _current;
        return current is not null && options.Time.GetUtcNow() - current.FetchedAt < Lifetime
            ? current
            : await RefreshAsync(current, forced: false, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A newer set than <paramref name="known"/> if one may be fetched now; else the same.</summary>
    public async ValueTask<KeySet> AfterUnknownKeyAsync(KeySet known, CancellationToken cancellationToken) =>
        await RefreshAsync(known, forced: true, cancellationToken).ConfigureAwait(false);

    public void Dispose() => _gate.Dispose();

    private async Task<KeySet> RefreshAsync(KeySet? known, bool forced, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_current is { } other && !ReferenceEquals(other, known))
                return other;

            // While the key server is down it is asked again after a pause, not at every request.
            var now = options.Time.GetUtcNow();
            if (now - _failedAt < AfterFailure)
                return known ?? throw new SigningKeysUnavailableException(null);
            if (forced && known is not null && now - _forcedAt < BetweenForcedRefreshes)
                return known;

            _forcedAt = forced ? now : _forcedAt;
            try
            {
                return _current = await FetchAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // The last good keys go on; without any, nobody can be let in.
                _failedAt = now;
                return known ?? throw new SigningKeysUnavailableException(exception);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<KeySet> FetchAsync(CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(await http.GetByteArrayAsync(metadata, cancellationToken).ConfigureAwait(false));
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("jwks_uri", out var location)
            || location.ValueKind != JsonValueKind.String)
        {
            throw new HttpRequestException("The channel's metadata names no keys.");
        }

        var keysAt = ConnectorSettings.SafeUri(location.GetString()!, "jwks_uri in the channel's metadata", options);
        var keys = await http.GetStringAsync(keysAt, cancellationToken).ConfigureAwait(false);
        return new KeySet(new JsonWebKeySet(keys).Keys, options.Time.GetUtcNow());
    }
}
