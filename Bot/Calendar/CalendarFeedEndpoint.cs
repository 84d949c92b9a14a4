using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using PeerBot.Calendar;

namespace PeerBot.Bot.Calendar;

internal static class CalendarFeedEndpoint
{
    /// <summary>Maps <c>GET /calendar/{token}.ics</c>; a reader that has the feed already is told so in an empty answer.</summary>
    public static void MapCalendarFeeds(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/calendar/{token}.ics", [HttpMethods.Get, HttpMethods.Head], ServeAsync);

    private static async Task<IResult> ServeAsync(string token, HttpContext http, CalendarFeeds feeds)
    {
        if (await feeds.ReadAsync(token, http.RequestAborted) is not { } feed)
            return TypedResults.NotFound();
        var bytes = Encoding.UTF8.GetBytes(feed);
        // No store between us and the reader keeps it, and the reader asks each time.
        http.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Bytes(
            bytes, CalendarFeed.ContentType, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..16])}\""));
    }
}
