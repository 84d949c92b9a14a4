using System.Text;
using NodaTime;
using NodaTime.Text;
using PeerBot.Bot.Turns;
using PeerBot.Dialogs;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Storage;

namespace PeerBot.Bot.MyData;

/// <summary>
/// <c>GET /my-data/{token}</c>: the personal file as a page to read; with <c>?format=json</c> or <c>?format=html</c> to keep. Made afresh
/// from the stores each time, so no file lies anywhere. Keeping it uses the link up; a scanner on the way that only looks does not.
/// </summary>
internal static class MyDataEndpoint
{
    public static void MapMyData(this IEndpointRouteBuilder routes) => routes.MapGet("/my-data/{token}", ServeAsync);

    private static async Task<IResult> ServeAsync(
        string token, string? format, HttpContext http, PersonalLinks links, People people, Database database, IClock clock)
    {
        Close(http.Response.Headers);
        var keeps = format is "json" or "html";
        if (links.Read(token) is not { } link || await FileAsync(link, keeps, people, database, clock.GetCurrentInstant()) is not { } file)
        {
            return TypedResults.NotFound();
        }

        var name = $"peerbot-{(link.Part == FilePart.LearningRecord ? "learning-record" : "my-data")}-{LocalDatePattern.Iso.Format(file.MadeAt.InUtc().Date)}";
        var (content, type) = format == "json"
            ? (FileJson.Write(file), "application/json")
            : (Encoding.UTF8.GetBytes(FilePage.Write(file)), "text/html");
        var save = keeps ? "attachment" : "inline";
        http.Response.Headers.ContentDisposition = $"{save}; filename=\"{name}.{(format == "json" ? "json" : "html")}\"";
        return TypedResults.Bytes(content, $"{type}; charset=utf-8");
    }

    /// <returns>Null where the link is not the one that is good now.</returns>
    private static async Task<PersonalFile?> FileAsync(LinkedFile link, bool keeps, People people, Database database, Instant now)
    {
        while (true)
        {
            var work = database.BeginTurn(now);
            var addresses = await work.AddressesAsync(link.Person);
            if (addresses.File != link.Key || await people.ContextAsync(work, link.Person, now) is not { } context)
            {
                return null;
            }

            var file = await PersonalFile.ReadAsync(context, link.Part);
            if (link.Part is not (FilePart.Journal or FilePart.LearningRecord))
            {
                file = file with { Sections = [.. file.Sections, await ReachAsync(work, link.Person, context)] };
            }

            if (!keeps)
            {
                return file;
            }

            // Of two downloads at once, the second finds the link used up.
            await work.KeepAsync(link.Person, addresses with { File = null });
            if (await work.CommitAsync() is not CommitOutcome.Conflict)
            {
                return file;
            }
        }
    }

    /// <summary>How PeerBot reaches the person, which only the channel knows to use.</summary>
    private static async Task<FileSection> ReachAsync(TurnWork work, PersonId person, FlowContext context)
    {
        var items = new List<IReadOnlyList<FileField>>();
        if (await work.ConversationOfAsync(person) is { } chat)
        {
            var text = StoredConversation.Read(chat.State).Memory.AsText;
            items.Add(
            [
                new FileField("conversation", context.Texts.Plain("File.Chat"), chat.Id),
                new FileField("seenAt", context.Texts.Plain("File.SeenAt"), context.Texts.DateTime(context.Local(chat.SeenAt)), InstantPattern.General.Format(chat.SeenAt)),
                new FileField("plainText", context.Texts.Plain("File.PlainText"), context.Texts.Plain(text ? "File.Yes" : "File.No"), text ? "true" : "false"),
            ]);
        }

        if (await work.BusyTimesAsync(person) is { } busy && busy.Once.Count + busy.Weekly.Count > 0)
        {
            items.Add([new FileField("busyTimes", context.Texts.Plain("File.Busy"), context.Texts.Plain("File.BusyCount", ("count", busy.Once.Count + busy.Weekly.Count)))]);
        }

        return new FileSection("reach", context.Texts.Plain("File.Reach"), items);
    }

    /// <summary>Nobody between us and the reader keeps it, and it passes its address on to nobody.</summary>
    private static void Close(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'sha256-{FilePage.StyleHash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
