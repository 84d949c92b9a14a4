using System.Globalization;
using System.Net;
using System.Text.Json;

namespace PeerBot.BotFramework;

/// <summary>The bot's own token for the channel: got once, shared, renewed five minutes before it ends.</summary>
internal sealed class ConnectorTokens(Func<CancellationToken, Task<ConnectorToken>> acquire, TimeProvider time)
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private ConnectorToken? _current;
    private Task<ConnectorToken>? _pending;

    /// <exception cref="HttpRequestException">
    /// The login refused or did not answer; its status is in the exception. Always marked as <see cref="HttpRequestError.UserAuthenticationError"/>:
    /// nothing of what the token was for has gone out.
    /// </exception>
    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        Task<ConnectorToken> pending;
        ConnectorToken? current;
        lock (_gate)
        {
            current = _current;
            if (current is not null && time.GetUtcNow() < current.ExpiresOn - Early)
                return current.Value;

            // One request for all who wait; no caller's cancellation ends it for the others.
            pending = _pending ??= Task.Run(RenewAsync, CancellationToken.None);
        }

        try
        {
            return (await pending.WaitAsync(cancellationToken).ConfigureAwait(false)).Value;
        }
        catch (Exception) when (current is not null && time.GetUtcNow() < current.ExpiresOn && !cancellationToken.IsCancellationRequested)
        {
            // The login is down, but what we have is good for a little longer.
            return current.Value;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // A login that timed out looks like a message that timed out, unless it is marked here.
            var refused = failure as HttpRequestException;
            throw new HttpRequestException(
                HttpRequestError.UserAuthenticationError, refused?.Message ?? "The login gave no token.", failure, refused?.StatusCode);
        }
    }

    /// <summary>Forgets a token that the channel refused, unless it has been replaced already.</summary>
    public void Drop(string token)
    {
        lock (_gate)
        {
            if (_current?.Value == token)
                _current = null;
        }
    }

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

    private async Task<ConnectorToken> RenewAsync()
    {
        try
        {
            var token = await acquire(CancellationToken.None).ConfigureAwait(false);
            lock (_gate)
                _current = token;
            return token;
        }
        finally
        {
            lock (_gate)
                _pending = null;
        }
    }

    private static HttpRequestException Refused(HttpStatusCode status, string? code) => new(
        string.Create(CultureInfo.InvariantCulture, $"The login refused the bot's credentials: {(int)status} {code}").TrimEnd(), null, status);
}
