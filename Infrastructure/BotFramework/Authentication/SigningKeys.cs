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
internal sealed class SigningKeys(Uri metadata, HttpClient http, ConnectorOptions options)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    // Tokens with made-up key ids must not make the bot hammer the channel's key server.
    private static readonly TimeSpan BetweenForcedRefreshes = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    // A server that answers does so sooner; one that hangs must not hold up whoever can be checked with the keys that are here.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private volatile KeySet? _current;
    private Task<KeySet>? _pending;
    private DateTimeOffset _forcedAt = DateTimeOffset.MinValue;
    private DateTimeOffset _failedAt = DateTimeOffset.MinValue;

    /// <exception cref="SigningKeysUnavailableException">There are no keys yet and they cannot be had; asking again may help.</exception>
    public async ValueTask<KeySet> CurrentAsync(CancellationToken cancellationToken)
    {
        var current = _current;
        if (current is not null && options.Time.GetUtcNow() - current.FetchedAt < Lifetime)
            return current;

        var newer = NewerThanAsync(current, forced: false);
        if (current is null)
            return await newer.WaitAsync(cancellationToken).ConfigureAwait(false);
        await Task.WhenAny(newer, Task.Delay(Patience, cancellationToken)).ConfigureAwait(false);
        return newer.IsCompletedSuccessfully ? await newer.ConfigureAwait(false) : current;
    }

    /// <summary>A newer set than <paramref name="known"/> if one may be fetched now; else the same.</summary>
    public async ValueTask<KeySet> AfterUnknownKeyAsync(KeySet known, CancellationToken cancellationToken) =>
        await NewerThanAsync(known, forced: true).WaitAsync(cancellationToken).ConfigureAwait(false);

    private Task<KeySet> NewerThanAsync(KeySet? known, bool forced)
    {
        lock (_gate)
        {
            if (_current is { } other && !ReferenceEquals(other, known))
                return Task.FromResult(other);
            if (_pending is not null)
                return _pending;

            // While the key server is down it is asked again after a pause, not at every request.
            var now = options.Time.GetUtcNow();
            if (now - _failedAt < AfterFailure)
                return known is null ? Task.FromException<KeySet>(new SigningKeysUnavailableException(null)) : Task.FromResult(known);
            if (forced && known is not null && now - _forcedAt < BetweenForcedRefreshes)
                return Task.FromResult(known);

            _forcedAt = forced ? now : _forcedAt;

            // One request for all who wait; no caller's cancellation ends it for the others.
            return _pending = Task.Run(() => RefreshAsync(known), CancellationToken.None);
        }
    }

    private async Task<KeySet> RefreshAsync(KeySet? known)
    {
        KeySet? fetched = null;
        try
        {
            return fetched = await FetchAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The last good keys go on; without any, nobody can be let in.
            return known ?? throw new SigningKeysUnavailableException(exception);
        }
        finally
        {
            lock (_gate)
            {
                _current = fetched ?? known;
                _failedAt = fetched is null ? options.Time.GetUtcNow() : _failedAt;
                _pending = null;
            }
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
