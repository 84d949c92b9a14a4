using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PeerBot.Bot.Tests.World;

/// <summary>One call of the bot to the channel.</summary>
/// <param name="Message">Id that was given to what was sent, or named by an update.</param>
/// <param name="Status">How it was answered.</param>
internal sealed record Call(
    int Number, string Method, string Conversation, string? Message, string Body, int Status, string? Authorization)
{
    public bool IsTaken => Status is >= 200 and < 300;

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public string? Text => Json.TryGetProperty("text", out var text) ? text.GetString() : null;

    public IReadOnlyList<Card> Cards => Json.TryGetProperty("attachments", out var attachments) && attachments.ValueKind == JsonValueKind.Array
        ? [.. attachments.EnumerateArray().Select(one => new Card(Message!, one.GetProperty("content")))]
        : [];

    public string Words => string.Join('\n', Cards.Select(card => card.Words).Prepend(Text));
}

/// <param name="Code">As the channel names the reason in its body.</param>
/// <param name="RetryAfter">Seconds; null to say nothing.</param>
internal sealed record Refusal(int Status, string Code, int? RetryAfter = null);

/// <summary>The channel's side on this machine: takes what the bot sends, over real HTTP, or refuses it, or lets it wait.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly List<Call> calls = [];
    private readonly WebApplication app;
    private readonly TimeSpan patience;
    private TaskCompletionSource changed = Signal();
    private TaskCompletionSource? held;

    private FakeConnector(WebApplication app, TimeSpan patience) => (this.app, this.patience) = (app, patience);

    public string Root => app.Urls.Single();

    public string ServiceUrl => Root + "/teams/";

    /// <summary>Why a call is refused; null to take it. Asked once a call.</summary>
    public Func<Call, Refusal?> Refuses { get; set; } = _ => null;

    /// <summary>Every call is answered with a redirect to this address; null to answer it.</summary>
    public string? RedirectsTo { get; set; }

    /// <summary>Everything so far, in the order of its arrival.</summary>
    public IReadOnlyList<Call> Calls
    {
        get
        {
            lock (gate)
                return [.. calls];
        }
    }

    /// <summary>Calls to places that a channel does not have.</summary>
    public IEnumerable<string> Strays => Calls.Where(call => call.Conversation.Length == 0).Select(call => $"{call.Method} {call.Body}");

    /// <param name="patience">How long somebody waits for a message; null: as long as it may take within one process.</param>
    public static async Task<FakeConnector> StartAsync(TimeSpan? patience = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new FakeConnector(builder.Build(), patience ?? TimeSpan.FromSeconds(30));
        connector.app.MapMethods("/teams/v3/conversations/{conversation}/activities/{message?}", ["POST", "PUT", "DELETE"], connector.TakeAsync);
        TokenIssuer.Map(connector.app);
        connector.app.MapFallback(connector.Stray);
        await connector.app.StartAsync();
        return connector;
    }

    /// <summary>From now on calls arrive, and get no answer before <see cref="Release"/>.</summary>
    public void Hold()
    {
        lock (gate)
            held ??= Signal();
    }

    public void Release()
    {
        TaskCompletionSource? waiting;
        lock (gate)
            (waiting, held) = (held, null);
        waiting?.TrySetResult();
    }

    /// <summary>What is looked for, as soon as it has arrived.</summary>
    public async Task<T> UntilAsync<T>(Func<T?> find, Func<string> describe)
        where T : class
    {
        using var limit = new CancellationTokenSource(patience);
        while (true)
        {
            Task next;
            lock (gate)
                next = changed.Task;
            if (find() is { } found)
                return found;
            try
            {
                await next.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new Xunit.Sdk.XunitException(describe());
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Release();
        await app.DisposeAsync();
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var (call, refusal, wait) = Record(http, await reader.ReadToEndAsync());
        try
        {
            await wait.WaitAsync(http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            GiveUp(call);
            return;
        }

        if (RedirectsTo is { } elsewhere)
        {
            http.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            http.Response.Headers.Location = elsewhere;
            return;
        }

        http.Response.StatusCode = call.Status;
        if (refusal?.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await http.Response.WriteAsJsonAsync(
            refusal is null ? (object)new { id = call.Message } : new { error = new { code = refusal.Code, message = "refused" } });
    }

    private (Call Call, Refusal? Refusal, Task Wait) Record(HttpContext http, string body)
    {
        lock (gate)
        {
            var arrived = new Call(
                calls.Count, http.Request.Method, (string)http.Request.RouteValues["conversation"]!,
                HttpMethods.IsPost(http.Request.Method) ? $"sent-{calls.Count}" : (string?)http.Request.RouteValues["message"], body,
                HttpMethods.IsPost(http.Request.Method) ? StatusCodes.Status201Created : StatusCodes.Status200OK, http.Request.Headers.Authorization);
            var refusal = Refuses(arrived);
            var call = refusal is null ? arrived : arrived with { Status = refusal.Status };
            Add(call);
            return (call, refusal, held?.Task ?? Task.CompletedTask);
        }
    }

    /// <summary>The bot went away before it was told that its message had arrived.</summary>
    private void GiveUp(Call call)
    {
        lock (gate)
            calls[call.Number] = call with { Status = StatusCodes.Status499ClientClosedRequest };
    }

    private Task Stray(HttpContext http)
    {
        lock (gate)
            Add(new Call(calls.Count, http.Request.Method, "", null, http.Request.Path, StatusCodes.Status404NotFound, null));
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private void Add(Call call)
    {
        calls.Add(call);
        changed.TrySetResult();
        changed = Signal();
    }
}
