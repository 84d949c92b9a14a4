using System.Text;
using Microsoft.AspNetCore.StaticFiles;

namespace PeerBot.Bot.Rehearsal;

/// <summary>The page itself, as npm has built it.</summary>
internal static class PageEndpoints
{
    private const string LeftOut =
        """
        <!doctype html>
        <html lang="en-GB">
        <meta charset="utf-8">
        <title>PeerBot rehearsal</title>
        <p>PeerBot is running, but the rehearsal page was left out when it was built. Install Node.js 20 or later with npm,
        then build again; the build says in one line what was missing. The bot itself answers at <code>/api/messages</code>.</p>
        </html>
        """;

    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void Map(RouteGroupBuilder root, IHostEnvironment environment)
    {
        var folder = Folder(environment);
        root.MapGet("/", (HttpContext http) => Serve(http, folder, "index.html"));
        root.MapGet("/rehearsal/page/{file}", (HttpContext http, string file) => Serve(http, folder, file));
    }

    private static IResult Serve(HttpContext http, string? folder, string name)
    {
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        // Cards may show pictures from elsewhere; everything else is ours. The card renderer sets styles on elements.
        http.Response.Headers.ContentSecurityPolicy =
            "default-src 'self'; img-src 'self' data: https:; style-src 'self' 'unsafe-inline'; "
            + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
        if (folder is null)
            return name == "index.html" ? TypedResults.Text(LeftOut, "text/html", Encoding.UTF8) : TypedResults.NotFound();
        var path = Path.Combine(folder, name);
        return name == Path.GetFileName(name) && File.Exists(path) && Types.TryGetContentType(name, out var type)
            ? TypedResults.PhysicalFile(path, type)
            : TypedResults.NotFound();
    }

    // Beside the sources while they are being worked on; beside the program when it is started elsewhere.
    private static string? Folder(IHostEnvironment environment) =>
        new[] { environment.ContentRootPath, AppContext.BaseDirectory }
            .Select(root => Path.Combine(root, "wwwroot", "rehearsal"))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "index.html")));
}
