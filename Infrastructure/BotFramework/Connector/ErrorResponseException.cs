using System.Net;

namespace PeerBot.BotFramework;

/// <summary>The channel answered a request with something other than success.</summary>
/// <remarks>Which codes may be tried again is the caller's matter; <c>Retry-After</c> is among the response's headers.</remarks>
public class ErrorResponseException : Exception
{
    public ErrorResponseException()
    {
    }

    public ErrorResponseException(string message)
        : base(message)
    {
    }

    public ErrorResponseException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public HttpRequestMessageWrapper? Request { get; set; }

    public HttpResponseMessageWrapper? Response { get; set; }

    /// <summary>The error as the channel described it; null when its body was in no known shape.</summary>
    public ErrorResponse? Body { get; set; }
}

/// <summary>What was asked, without the content and the authorization.</summary>
public class HttpRequestMessageWrapper
{
    public HttpMethod? Method { get; set; }

    public Uri? RequestUri { get; set; }
}

public class HttpResponseMessageWrapper
{
    public HttpStatusCode StatusCode { get; set; }

    public string? ReasonPhrase { get; set; }

    public string? Content { get; set; }

    public IDictionary<string, IEnumerable<string>> Headers { get; } =
        new Dictionary<string, IEnumerable<string>>(StringComparer.OrdinalIgnoreCase);
}
