using Microsoft.Graph;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace PeerBot.Calendar;

/// <summary>One client for the whole process: the SDK's own pipeline, its retries off, under two handlers of ours.</summary>
internal sealed class GraphConnection : IDisposable
{
    private static readonly Lock Registering = new();

    private readonly HttpClient http;

    public GraphConnection(GraphOptions options)
    {
        // The SDK would send the same body again, and a model that was sent once is empty the second time: GraphCalls does it.
        var handlers = KiotaClientFactory.CreateDefaultHandlers([new RetryHandlerOption { MaxRetry = 0, ShouldRetry = (_, _, _) => false }]);
        handlers.Insert(0, new PreferredAnswer());
        handlers.Add(new AnswersInJson());
        http = KiotaClientFactory.Create(handlers, new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AllowAutoRedirect = false,
        });
        http.Timeout = options.Timeout;
        // The SDK registers how bodies are written for the whole process, and two clients made at one instant would do it twice over.
        lock (Registering)
        {
            Client = new GraphServiceClient(http, GraphCredentials.Authentication(options), options.ServiceRoot.AbsoluteUri);
        }
    }

    public GraphServiceClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        http.Dispose();
    }

    /// <summary>On every call: an id given in one form is not found in the other; times come in UTC unless asked otherwise.</summary>
    private sealed class PreferredAnswer : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Remove("Prefer");
            request.Headers.Add("Prefer", "IdType=\"ImmutableId\", outlook.timezone=\"UTC\"");
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>
    /// A gateway's error page would stop the SDK with a complaint about the content type, and hide status and Retry-After.
    /// </summary>
    private sealed class AnswersInJson : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Content.Headers.ContentType?.MediaType is null or "application/json") return response;
            if (response.IsSuccessStatusCode)
            {
                response.Dispose();
                throw new HttpRequestException("The answer is a page, not JSON.", null, response.StatusCode);
            }

            response.Content.Dispose();
            response.Content = new ByteArrayContent([]);
            return response;
        }
    }
}
