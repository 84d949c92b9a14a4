using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PeerBot.Infrastructure.Tests.Entra;

/// <summary>
/// The parts of Microsoft Graph about groups and users, on this machine, as they are documented. Every request is written to
/// artifacts/directory-requests.jsonl beside the test assembly, to be looked at after a run.
/// </summary>
internal sealed partial class FakeEntra : IAsyncDisposable
{
    private const int PageSize = 2;

    private static readonly Lock Gate = new();
    private static readonly string File = NewFile();

    private readonly WebApplication app;

    private FakeEntra()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public Uri Address => new(app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
        .Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public List<string> Requests { get; } = [];

    /// <summary>Members of each group, those of groups in it included.</summary>
    public Dictionary<string, IReadOnlyList<Guid>> Groups { get; } = [];

    public Dictionary<Guid, (bool Enabled, string? Company)> Users { get; } = [];

    /// <summary>Most users in one page of a list, when fewer than asked for.</summary>
    public int UsersInPage { get; set; } = 15;

    /// <summary>Users whom lists leave out.</summary>
    public HashSet<Guid> Unlisted { get; } = [];

    /// <summary>A gateway answers for single users with a page of its own.</summary>
    public bool IsBehindGateway { get; set; }

    /// <summary>Status of every answer while set.</summary>
    public int? Failing { get; set; }

    /// <summary>Body of every good answer while set.</summary>
    public string? Says { get; set; }

    public static async Task<FakeEntra> StartAsync()
    {
        var entra = new FakeEntra();
        await entra.app.StartAsync();
        return entra;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.GetEncodedPathAndQuery();
        var line = JsonSerializer.Serialize(new { method = http.Request.Method, path, headers = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString()) });
        lock (Gate)
        {
            Requests.Add($"{http.Request.Method} {path}");
            System.IO.File.AppendAllText(File, line + "\n");
        }

        var answer = Failing is { } status ? Error(status, "serviceNotAvailable") : Answer(http.Request);
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = "application/json";
        http.Response.Headers["request-id"] = "5b3f6b0e-0000-4000-8000-000000000001";
        await http.Response.WriteAsync(Says ?? answer.Body.ToJsonString());
    }

    private (int Status, JsonObject Body) Answer(HttpRequest request)
    {
        var path = request.Path.Value!;
        if (Members().Match(path) is { Success: true } members)
        {
            return Groups.TryGetValue(members.Groups[1].Value, out var all) ? (200, Page(request, all, PageSize, Member, "$select=id")) : Error(404, "Request_ResourceNotFound");
        }

        if (path == "/v1.0/users" && Ids().Match(request.Query["$filter"].ToString()) is { Success: true } filter)
        {
            var asked = filter.Groups[1].Captures.Select(id => Guid.Parse(id.Value)).ToList();
            return asked.Count > 15 ? Error(400, "Request_UnsupportedQuery") : (200, Page(
                request, [.. asked.Where(id => Users.ContainsKey(id) && !Unlisted.Contains(id))], UsersInPage, User, $"$filter={filter.Value}"));
        }

        if (OneUser().Match(path) is { Success: true } user)
        {
            return IsBehindGateway ? (404, [])
                : Users.ContainsKey(Guid.Parse(user.Groups[1].Value)) ? (200, User(Guid.Parse(user.Groups[1].Value)))
                : Error(404, "Request_ResourceNotFound");
        }

        return Error(400, "BadRequest");
    }

    private static JsonObject Member(Guid id) => new() { ["@odata.type"] = "#microsoft.graph.user", ["id"] = id.ToString() };

    private JsonObject User(Guid id) => new() { ["id"] = id.ToString(), ["accountEnabled"] = Users[id].Enabled, ["companyName"] = Users[id].Company };

    private JsonObject Page(HttpRequest request, IReadOnlyList<Guid> all, int size, Func<Guid, JsonObject> show, string question)
    {
        var skip = int.TryParse(request.Query["$skiptoken"], out var token) ? token : 0;
        var page = new JsonObject { ["value"] = new JsonArray([.. all.Skip(skip).Take(size).Select(show)]) };
        if (skip + size < all.Count)
        {
            page["@odata.nextLink"] = $"{Address.GetLeftPart(UriPartial.Authority)}{request.Path}?{question}&$skiptoken={skip + size}";
        }

        return page;
    }

    private static (int Status, JsonObject Body) Error(int status, string code) =>
        (status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = "Words that may name Amira Khan" } });

    private static string NewFile()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "artifacts"));
        var file = Path.Combine(folder.FullName, "directory-requests.jsonl");
        System.IO.File.Delete(file);
        return file;
    }

    [GeneratedRegex("^/v1.0/groups/([^/]+)/transitiveMembers/(?:microsoft\\.)?graph\\.user$")]
    private static partial Regex Members();

    [GeneratedRegex("^/v1.0/users/([0-9a-f-]{36})$")]
    private static partial Regex OneUser();

    [GeneratedRegex("^id in \\((?:'([0-9a-f-]{36})',?)+\\)$")]
    private static partial Regex Ids();
}
