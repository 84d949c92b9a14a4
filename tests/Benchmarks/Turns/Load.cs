using System.Collections.Concurrent;
using System.Diagnostics;

namespace PeerBot.Benchmarks.Turns;

/// <param name="Milliseconds">Of each turn that ended in the time measured, in order: from posting to answer and reply.</param>
internal sealed record LoadResult(IReadOnlyList<double> Milliseconds, double Seconds, TimeSpan Cpu, int Errors);

/// <summary>Speaks to the bot as Teams does, with any number of people at once.</summary>
internal sealed class Load : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Product product;
    private readonly ReplySink sink;
    private readonly Dialog dialog;
    private readonly HttpClient http;

    // In no order that the database would like. Whoever has taken one out has it alone; after an error it does not come back.
    private readonly ConcurrentQueue<int> conversations;
    private int complaints;

    public Load(Product product, ReplySink sink, int conversations)
    {
        (this.product, this.sink, dialog) = (product, sink, new Dialog(sink.ServiceUrl));
        http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { Timeout = Patience };
        var order = Enumerable.Range(0, conversations).ToArray();
        new Random(20261123).Shuffle(order);
        this.conversations = new ConcurrentQueue<int>(order);
    }

    /// <param name="atMostTurns">Ends early after as many.</param>
    public async Task<LoadResult> RunAsync(int senders, TimeSpan time, int atMostTurns, CancellationToken stop)
    {
        var run = new Run(time, atMostTurns);
        var unexpectedBefore = sink.Unexpected;
        var cpuBefore = product.Cpu;
        var talks = Enumerable.Range(0, senders).Select(_ => TalkAsync(run, stop)).ToList();
        await run.Over.WaitAsync(stop);
        var cpu = product.Cpu - cpuBefore;
        await Task.WhenAll(talks);
        return new LoadResult([.. run.Turns.Order()], run.Seconds, cpu, run.Errors + sink.Unexpected - unexpectedBefore);
    }

    public void Dispose() => http.Dispose();

    private async Task TalkAsync(Run run, CancellationToken stop)
    {
        while (!run.IsOver && conversations.TryDequeue(out var conversation))
        {
            try
            {
                await HoldDialogAsync(conversation, run, stop);
                conversations.Enqueue(conversation);
            }
            catch (Exception exception) when (exception is HttpRequestException or TimeoutException or TaskCanceledException
                && !stop.IsCancellationRequested)
            {
                sink.GiveUp(conversation);
                run.Failed();
                if (Interlocked.Increment(ref complaints) <= 3)
                    await Console.Error.WriteLineAsync($"A turn failed: {exception.Message}");
            }
        }
    }

    /// <summary>All steps, also when the time is over in the middle: the next one finds nothing half done.</summary>
    private async Task HoldDialogAsync(int conversation, Run run, CancellationToken stop)
    {
        string? message = null;
        foreach (var step in dialog.Steps)
        {
            var activity = step.Activity(conversation, message);
            var began = Stopwatch.GetTimestamp();
            var reply = sink.NextAsync(conversation, step.Reply);
            await PostAsync(activity, stop);
            message = await reply.WaitAsync(Patience, stop);
            run.Took(Stopwatch.GetElapsedTime(began));
        }
    }

    private async Task PostAsync(byte[] activity, CancellationToken stop)
    {
        using var content = new ByteArrayContent(activity);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        using var response = await http.PostAsync(product.Messages, content, stop);
        response.EnsureSuccessStatusCode();
    }
}
