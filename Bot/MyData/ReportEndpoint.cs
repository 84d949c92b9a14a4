using NodaTime;
using NodaTime.Text;
using PeerBot.Bot.Turns;
using PeerBot.Dialogs;
using PeerBot.Storage;

namespace PeerBot.Bot.MyData;

/// <summary>
/// <c>GET /reports/{token}</c>: a report as CSV, made afresh and noted each time. Whoever has lost the role since finds nothing.
/// </summary>
internal static class ReportEndpoint
{
    public static void MapReports(this IEndpointRouteBuilder routes) => routes.MapGet("/reports/{token}", ServeAsync);

    private static async Task<IResult> ServeAsync(string token, HttpContext http, PersonalLinks links, People people, Database database, IClock clock)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        var now = clock.GetCurrentInstant();
        var work = database.BeginTurn(now);
        if (links.ReadReport(token) is not { } link
            || await people.ContextAsync(work, link.Person, now) is not { } context
            || await ReportPage.FileAsync(link.ProgrammeId, link.Report, context) is not { } file
            || await work.CommitAsync() is CommitOutcome.Conflict)
        {
            return TypedResults.NotFound();
        }

        return TypedResults.File(
            file, "text/csv; charset=utf-8", $"peerbot-{link.Report.ToString().ToLowerInvariant()}-{LocalDatePattern.Iso.Format(now.InUtc().Date)}.csv");
    }
}
