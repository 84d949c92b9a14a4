using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PeerBot.Benchmarks.Turns;

/// <summary>Stands where the channel's connector would be: takes every message of the bot, and tells the one who waits for it.</summary>
internal sealed class ReplySink : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, Awaited> awaited = new();
    private readonly WebApplication app;
    private long lastId = 1_796_000_000_000;
    private int unexpected;

    private ReplySink(WebApplication app) => this.app = app;

    /// <summary>Messages that nobody waited for: sent twice, too late, or something else than the step's reply.</summary>
    public int Unexpected => Volatile.Read(ref unexpected);

    public string ServiceUrl => app.Urls.First() + "/";

    public static async Task<ReplySink> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var sink = new ReplySink(app);
        app.Run(sink.TakeAsync);
        await app.StartAsync();
        return sink;
    }

    /// <summary>The id of the conversation's next message, once it has come; to be asked for before its cause is posted.</summary>
    /// <param name="words">What it must contain.</param>
    public Task<string> NextAsync(int conversation, byte[] words)
    {
        var next = new Awaited(words);
        awaited[conversation] = next;
        return next.Id.Task;
    }

    public void GiveUp(int conversation) => awaited.TryRemove(conversation, out _);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        var conversation = Authority.NumberIn(http.Request.Path.Value ?? "");
        var body = await ReadAsync(http.Request.BodyReader);
        var id = Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);
        if (awaited.TryGetValue(conversation, out var next) && Contains(body.Buffer, next.Words))
        {
            awaited.TryRemove(conversation, out _);
            next.Id.TrySetResult(id);
        }
        else
        {
            Interlocked.Increment(ref unexpected);
        }

        http.Request.BodyReader.AdvanceTo(body.Buffer.End);
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.ContentType = "application/json";
        await http.Response.BodyWriter.WriteAsync(Encoding.ASCII.GetBytes($$"""{"id":"{{id}}"}"""));
    }

    private static async ValueTask<ReadResult> ReadAsync(PipeReader reader)
    {
        while (true)
        {
            var read = await reader.ReadAsync();
            if (read.IsCompleted)
                return read;
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static bool Contains(ReadOnlySequence<byte> body, byte[] words) =>
        (body.IsSingleSegment ? body.FirstSpan : body.ToArray()).IndexOf(words) >= 0;

    private sealed record Awaited(byte[] Words)
    {
        public TaskCompletionSource<string> Id { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
