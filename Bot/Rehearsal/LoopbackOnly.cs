using System.Net;

namespace PeerBot.Bot.Rehearsal;

/// <summary>
/// Lets in only who sits at this machine and means to: the caller's address, the host that was asked for (against DNS rebinding) and,
/// for a browser, the page that asks (against requests that a foreign page sends).
/// </summary>
internal sealed class LoopbackOnly(RehearsalAddress address) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!address.IsLoopbackOnly)
            return TypedResults.NotFound();
        return Allows(context.HttpContext) ? await next(context) : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static bool Allows(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller) &&
        RehearsalAddress.IsLoopback(http.Request.Host.Host) &&
        ComesFromOurPage(http.Request);

    private static bool ComesFromOurPage(HttpRequest request)
    {
        // Following a link from elsewhere to the page itself is harmless; fetching from it is not.
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin" or "none") && request.Headers["Sec-Fetch-Mode"] != "navigate")
            return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}";
    }
}
