using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace PeerBot.BotFramework;

/// <summary>Speaks to one service URL. The URL was checked before this was made, and every request stays below it.</summary>
internal sealed class ConnectorClient : IConnectorClient
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly HttpClient _http;
    private readonly ConnectorTokens? _tokens;
    private readonly string _base;

    /// <param name="serviceUrl">A URL that <see cref="ServiceUrls"/> let through.</param>
    /// <param name="tokens">Null to send without a token, which the host must have allowed.</param>
    public ConnectorClient(Uri serviceUrl, HttpClient http, ConnectorTokens? tokens)
    {
        BaseUri = serviceUrl;
        _http = http;
        _tokens = tokens;
        _base = serviceUrl.AbsoluteUri.TrimEnd('/');
        Conversations = new Conversations(this);
    }

    public Uri BaseUri { get; }

    public IConversations Conversations { get; }

    public void Dispose()
    {
        // The HTTP client and the token outlive the turn.
    }

    /// <param name="path">Begins with a slash; its parts are escaped already.</param>
    /// <returns>Null where the channel took it and said nothing more, or nothing that can be read.</returns>
    public async Task<TResult?> SendAsync<TContent, TResult>(
        HttpMethod method, string path, TContent? content, CancellationToken cancellationToken)
        where TContent : class
        where TResult : class
    {
        var body = content is null ? null : BotJson.SerializeToUtf8Bytes(content);
        using var response = await SendWithTokenAsync(method, path, body, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            throw await ConnectorErrors.ReadAsync(response, cancellationToken).ConfigureAwait(false);

        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return answer.Length == 0 ? null : BotJson.Deserialize<TResult>(answer);
        }
        catch (JsonException)
        {
            // It was taken all the same: an error here would have it sent again.
            return null;
        }
    }

    private async Task<HttpResponseMessage> SendWithTokenAsync(
        HttpMethod method, string path, byte[]? body, CancellationToken cancellationToken)
    {
        var token = _tokens is null ? null : await _tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        var response = await SendOnceAsync(method, path, body, token, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized || _tokens is null)
            return response;

        // A 401 means that nothing was done, so this is the one answer after which asking again is harmless.
        response.Dispose();
        _tokens.Drop(token!);
        token = await _tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        return await SendOnceAsync(method, path, body, token, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendOnceAsync(
        HttpMethod method, string path, byte[]? body, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, _base + path);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };

        return await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
