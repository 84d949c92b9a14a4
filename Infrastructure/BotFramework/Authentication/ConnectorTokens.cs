using System.Globalization;
using System.Net;
using System.Text.Json;

namespace PeerBot.BotFramework;

/// <summary>The bot's own token for the channel: got once, shared, renewed five minutes before it ends.</summary>
internal sealed class ConnectorTokens(Func<CancellationToken, Task<ConnectorToken>> acquire, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile ConnectorToken? _current;

    /// <exception cref="HttpRequestException">The login refused or did not answer; its status is in the exception.</exception>
    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (_current is { } fresh && time.GetUtcNow() < fresh.ExpiresOn - Early)
            return fresh.Value;

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_current is { } other && time.GetUtcNow() < other.ExpiresOn - Early)
                return other.Value;

            try
            {
                _current = await acquire(cancellationToken).ConfigureAwait(false);
            }
            catch (HttpRequestException) when (_current is { } old && time.GetUtcNow() < old.ExpiresOn)
            {
                // The login is down, but what we have is good for a little longer.
                return old.Value;
            }

            return _current.Value;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Forgets a token that the channel refused, unless it has been replaced already.</summary>
    public void Drop(string token)
    {
        if (_current is { } current && current.Value == token)
            _current = null;
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>The token request with the app's secret.</summary>
    public static async Task<ConnectorToken> WithSecretAsync(
        ConnectorSettings settings, HttpClient http, TimeProvider time, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = settings.AppId!,
            ["client_secret"] = settings.Password!,
            ["scope"] = settings.Scope,
        });
        using var response = await http.PostAsync(settings.TokenEndpoint, form, cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            throw Refused(response.StatusCode, ConnectorErrors.Parse(body)?.Error?.Code);

        try
        {
            using var document = JsonDocument.Parse(body);
            var token = document.RootElement.GetProperty("access_token").GetString();
            var seconds = document.RootElement.GetProperty("expires_in") is { ValueKind: JsonValueKind.String } text
                ? int.Parse(text.GetString()!, CultureInfo.InvariantCulture)
                : document.RootElement.GetProperty("expires_in").GetInt32();
            return new ConnectorToken(token!, time.GetUtcNow() + TimeSpan.FromSeconds(seconds));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new HttpRequestException("The login's answer holds no token.", exception, response.StatusCode);
        }
    }

    private static HttpRequestException Refused(HttpStatusCode status, string? code) => new(
        string.Create(CultureInfo.InvariantCulture, $"The login refused the bot's credentials: {(int)status} {code}").TrimEnd(), null, status);
}
