using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;

namespace PeerBot.Infrastructure.Tests.Calendar.Graph;

/// <summary>
/// A Graph that answers calendar calls on this machine as Graph is documented and has been seen to do. Every request is written to
/// artifacts/graph-requests.jsonl beside the test assembly, to be looked at after a run.
/// </summary>
internal sealed partial class FakeGraph : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly List<Fault> faults = [];
    private readonly List<RecordedRequest> requests = [];
    private readonly Lock gate = new();
    private int busyNow;

    private FakeGraph()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public Uri Address => new(app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
        .Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Mailboxes of this tenant: object id to address.</summary>
    public Dictionary<string, string> Mailboxes { get; } = [];

    /// <summary>Taken times beside the events, by address.</summary>
    public List<(string Address, Interval Taken)> Busy { get; } = [];

    public List<FakeEvent> Events { get; } = [];

    /// <summary>Mailboxes outside the app's scope, as they stand in the path.</summary>
    public HashSet<string> Forbidden { get; } = [];

    /// <summary>Answers nothing but 503.</summary>
    public bool Away { get; set; }

    public Duplicates RepeatedCreate { get; set; } = Duplicates.AnswerTheEvent;

    public Links TeamsLinks { get; set; } = Links.AtOnce;

    /// <summary>Replaces the strings of getSchedule when set.</summary>
    public Func<string, string>? Availability { get; set; }

    /// <summary>What is done to the words of every good answer; null: nothing.</summary>
    public Func<string, string>? Bends { get; set; }

    /// <summary>Most events in one page of a calendar view, when fewer than asked for.</summary>
    public int PageSize { get; set; } = 1000;

    public int MostAtOnce { get; private set; }

    /// <summary>When set, every request takes one of it before it is answered, so that a test can see how many come at once.</summary>
    public SemaphoreSlim? Hold { get; set; }

    /// <summary>Released once for every request.</summary>
    public SemaphoreSlim Arrived { get; } = new(0);

    public IReadOnlyList<RecordedRequest> Requests
    {
        get { lock (gate) return [.. requests]; }
    }

    public static async Task<FakeGraph> StartAsync()
    {
        var graph = new FakeGraph();
        await graph.app.StartAsync();
        return graph;
    }

    /// <summary>The next request of this kind gets this answer instead of the real one; several are used up in order.</summary>
    public void Next(string method, string pathEnd, int status, string? code = null, string? retryAfter = null, bool afterDoingIt = false, bool asPage = false) =>
        faults.Add(new Fault(method, pathEnd, status, code, retryAfter, afterDoingIt, asPage));

    /// <summary>The next request of this kind gets these words with 200.</summary>
    public void NextAnswer(string method, string pathEnd, string body) =>
        faults.Add(new Fault(method, pathEnd, 200, null, null, AfterDoingIt: false, AsPage: false) { Body = body });

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref busyNow);
        try
        {
            var request = await RecordedRequest.ReadAsync(http.Request);
            lock (gate)
            {
                requests.Add(request);
                MostAtOnce = Math.Max(MostAtOnce, busyNow);
            }

            Arrived.Release();
            if (Hold is { } hold) await hold.WaitAsync();
            var reply = Answer(request);
            await WriteAsync(http.Response, Bends is { } bend && reply is { Status: < 300, Body: { } body } ? reply with { Body = bend(body) } : reply);
        }
        finally
        {
            Interlocked.Decrement(ref busyNow);
        }
    }

    private Reply Answer(RecordedRequest request)
    {
        lock (gate)
        {
            if (Away) return Error(503, "ServiceUnavailable");
            var path = HttpUtility.UrlDecode(request.Path.Split('?')[0]);
            var fault = faults.Find(f => f.Method == request.Method && path.EndsWith(f.PathEnd, StringComparison.Ordinal));
            if (fault is null) return Real(request, path);
            faults.Remove(fault);
            if (fault.AfterDoingIt) Real(request, path);
            if (fault.Body is not null) return new Reply(200, fault.Body, null);
            return fault.AsPage
                ? new Reply(fault.Status, null, fault.RetryAfter)
                : Error(fault.Status, fault.Code ?? "UnknownError") with { RetryAfter = fault.RetryAfter };
        }
    }

    private Reply Real(RecordedRequest request, string path)
    {
        if (UserPath().Match(path) is not { Success: true } match) return Error(400, "BadRequest");
        var (user, rest) = (match.Groups[1].Value, match.Groups[2].Value);
        if (Forbidden.Contains(user)) return Error(403, "ErrorAccessDenied");
        var mailbox = Mailboxes.ContainsValue(user) ? user : Mailboxes.GetValueOrDefault(user);
        if (mailbox is null) return Error(404, "ErrorInvalidUser");
        return (request.Method, rest.Split('/')) switch
        {
            ("POST", ["calendar", "getSchedule"]) => Schedule(request.Body!),
            ("POST", ["events"]) => Create(mailbox, request.Body!),
            ("GET", ["events"]) => Find(mailbox, request.Path),
            ("GET", ["calendarView"]) => View(mailbox, request.Path),
            ("GET", ["calendar"]) => new Reply(200, new JsonObject { ["id"] = "AAMkCalendar=" }),
            ("GET", ["events", var id]) => Of(mailbox, id, e => new Reply(200, e.Show())),
            ("PATCH", ["events", var id]) => Of(mailbox, id, e => Move(e, request.Body!)),
            ("POST", ["events", var id, "cancel"]) => Of(mailbox, id, Cancel),
            _ => Error(405, "MethodNotAllowed"),
        };
    }

    private Reply Create(string mailbox, JsonObject body)
    {
        var transaction = (string?)body["transactionId"];
        if (Events.Find(e => e.Mailbox == mailbox && transaction is not null && e.TransactionId == transaction) is { } before)
            return RepeatedCreate switch
            {
                Duplicates.AnswerTheEvent => new Reply(201, before.Show()),
                Duplicates.BadRequestWithId => Error(400, "ErrorDuplicateTransactionId", before.Id),
                Duplicates.BadRequest => Error(400, "ErrorDuplicateTransactionId"),
                _ => Error(409, "ErrorDuplicateTransactionId"),
            };
        var made = new FakeEvent(mailbox, $"AAMkAD{Events.Count + 1:D4}=", body) { Links = TeamsLinks };
        Events.Add(made);
        return new Reply(201, made.Show());
    }

    private Reply Find(string mailbox, string path)
    {
        var filter = HttpUtility.ParseQueryString(path[path.IndexOf('?', StringComparison.Ordinal)..])["$filter"] ?? "";
        var found = Events.Where(e => e.Mailbox == mailbox && e.Tag is { } tag
            && filter.Contains($"ep/id eq '{tag.Id}'", StringComparison.Ordinal) && filter.Contains($"ep/value eq '{tag.Value}'", StringComparison.Ordinal));
        return new Reply(200, new JsonObject { ["value"] = new JsonArray([.. found.Where(e => e.InCalendar).Select(e => e.Show())]) });
    }

    private Reply View(string mailbox, string path)
    {
        var query = HttpUtility.ParseQueryString(path[path.IndexOf('?', StringComparison.Ordinal)..]);
        var (from, to) = (Time(query["startDateTime"]!), Time(query["endDateTime"]!));
        var all = Events.Where(e => e.Mailbox == mailbox && e.InCalendar && e.Start < to && e.End > from).ToList();
        var skip = int.Parse(query["$skip"] ?? "0", CultureInfo.InvariantCulture);
        var size = Math.Min(PageSize, int.Parse(query["$top"] ?? "10", CultureInfo.InvariantCulture));
        var page = new JsonObject { ["value"] = new JsonArray([.. all.Skip(skip).Take(size).Select(e => e.ShowInView())]) };
        if (skip + size < all.Count)
        {
            query["$skip"] = $"{skip + size}";
            page["@odata.nextLink"] = new Uri(Address, path.Split('?')[0] + "?" + query).AbsoluteUri;
        }

        return new Reply(200, page);

        static Instant Time(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
    }

    private Reply Of(string mailbox, string id, Func<FakeEvent, Reply> answer) =>
        Events.Find(e => e.Mailbox == mailbox && e.Id == id && !e.Deleted) is { } found ? answer(found) : Error(404, "ErrorItemNotFound");

    private static Reply Move(FakeEvent moved, JsonObject body)
    {
        moved.Patched |= body.ContainsKey("isOnlineMeeting");
        foreach (var (name, value) in body.Where(p => !p.Key.StartsWith('@')).ToList()) moved.Body[name] = value?.DeepClone();
        return new Reply(200, moved.Show());
    }

    private static Reply Cancel(FakeEvent cancelled)
    {
        cancelled.Deleted = true;
        return new Reply(202, null, null);
    }

    private Reply Schedule(JsonObject body)
    {
        // The SDK writes the names of parameters with a capital, the documentation without; Graph takes both.
        var named = body.ToDictionary(p => p.Key, p => p.Value!, StringComparer.OrdinalIgnoreCase);
        var minutes = (int)named["availabilityViewInterval"];
        var (start, end) = (FakeEvent.Time(named["startTime"]), FakeEvent.Time(named["endTime"]));
        var asked = named["schedules"].AsArray().Select(a => (string)a!).ToList();
        if (asked.Count > 20 || end - start >= Duration.FromDays(62)) return Error(400, "ErrorInvalidRequest");
        return new Reply(200, new JsonObject { ["value"] = new JsonArray([.. asked.Select(a => Schedule(a, start, end, minutes))]) });
    }

    private JsonObject Schedule(string address, Instant start, Instant end, int minutes)
    {
        if (!Mailboxes.ContainsValue(address))
            return new JsonObject
            {
                ["scheduleId"] = address,
                ["availabilityView"] = "",
                ["error"] = new JsonObject { ["message"] = $"Unable to resolve e-mail address {address}.", ["responseCode"] = "5009" },
            };
        var taken = Busy.Where(b => b.Address == address).Select(b => b.Taken)
            .Concat(Events.Where(e => e.InCalendar && e.Concerns(address)).Select(e => new Interval(e.Start, e.End))).ToList();
        var view = string.Concat(Enumerable.Range(0, (int)Math.Ceiling((end - start).TotalMinutes / minutes)).Select(i =>
        {
            var from = start + Duration.FromMinutes(i * minutes);
            return taken.Exists(t => t.Start < from + Duration.FromMinutes(minutes) && t.End > from) ? '2' : '0';
        }));
        return new JsonObject
        {
            ["scheduleId"] = address,
            ["availabilityView"] = Availability?.Invoke(view) ?? view,
            ["scheduleItems"] = new JsonArray(new JsonObject { ["subject"] = "Somebody's private matter", ["status"] = "busy" }),
        };
    }

    private static Reply Error(int status, string code, string? existing = null)
    {
        var error = new JsonObject
        {
            ["code"] = code,
            ["message"] = "A sentence of Graph's about a.khan@oakfield.example.",
            ["innerError"] = new JsonObject { ["date"] = "2026-11-23T08:30:00", ["request-id"] = "8f2c", ["client-request-id"] = "8f2c" },
        };
        if (existing is not null) error["@event.existingEventId"] = existing;
        return new Reply(status, new JsonObject { ["error"] = error });
    }

    private static async Task WriteAsync(HttpResponse response, Reply reply)
    {
        response.StatusCode = reply.Status;
        response.Headers["request-id"] = "8f2c";
        if (reply.RetryAfter is not null) response.Headers.RetryAfter = reply.RetryAfter;
        if (reply.Body is not null)
        {
            response.ContentType = "application/json; odata.metadata=minimal";
            await response.WriteAsync(reply.Body);
        }
        else if (reply.Status != 202)
        {
            response.ContentType = "text/html";
            await response.WriteAsync("<html><body>Gateway Timeout</body></html>");
        }
    }

    [GeneratedRegex("^/v1.0/users/([^/]+)/(.+)$")]
    private static partial Regex UserPath();

    private sealed record Fault(string Method, string PathEnd, int Status, string? Code, string? RetryAfter, bool AfterDoingIt, bool AsPage)
    {
        public string? Body { get; init; }
    }

    private sealed record Reply(int Status, string? Body, string? RetryAfter)
    {
        public Reply(int status, JsonNode? body)
            : this(status, body?.ToJsonString(), null)
        {
        }
    }
}
