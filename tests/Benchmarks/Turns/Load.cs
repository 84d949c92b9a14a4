using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace PeerBot.Benchmarks.Turns;

/// <param name="Turns">Milliseconds of each turn that ended in the time measured, in order: from posting to answer and reply.</param>
/// <param name="Invokes">The same of those turns whose answer is the reply.</param>
internal sealed record LoadResult(IReadOnlyList<double> Turns, IReadOnlyList<double> Invokes, double Seconds, TimeSpan Cpu, int Errors);

/// <summary>Speaks to the bot as Teams does, with any number of people at once; to several processes in turns, as a plain balancer would.</summary>
internal sealed class Load
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly IReadOnlyList<Product> products;
    private readonly ReplySink sink;
    private readonly IReadOnlyList<DialogStep> steps;

    // In no order that the database would like. Whoever has taken one out has it alone; after an error it does not come back.
    private readonly ConcurrentQueue<int> conversations;
    private int complaints;

    public Load(IReadOnlyList<Product> products, ReplySink sink, int conversations, bool invokes)
    {
        (this.products, this.sink, steps) = (products, sink, new Dialog(sink.ServiceUrl, invokes).Steps);
        var order = Enumerable.Range(0, conversations).ToArray();
        new Random(20261123).Shuffle(order);
        this.conversations = new ConcurrentQueue<int>(order);
    }

    public async Task<LoadResult> RunAsync(int senders, TimeSpan time, CancellationToken stop)
    {
        var run = new Run(time);
        var unexpectedBefore = sink.Unexpected;
        var cpuBefore = Cpu;
        var talks = Enumerable.Range(0, senders).Select(sender => TalkAsync(sender, run, stop)).ToList();
        await run.Over.WaitAsync(stop);
        var cpu = Cpu - cpuBefore;
        await Task.WhenAll(talks);
        return new LoadResult([.. run.Turns.Order()], [.. run.Invokes.Order()], run.Seconds, cpu, run.Errors + sink.Unexpected - unexpectedBefore);
    }

    private TimeSpan Cpu => products.Aggregate(TimeSpan.Zero, (sum, product) => sum + product.Cpu);

    private async Task TalkAsync(int sender, Run run, CancellationToken stop)
    {
        var doors = products.Select(product => new Door(product.Messages)).ToArray();
        for (var turn = sender; !run.IsOver && conversations.TryDequeue(out var conversation); turn += steps.Count)
        {
            try
            {
                await HoldDialogAsync(conversation, doors, turn, run, stop);
                conversations.Enqueue(conversation);
            }
            catch (Exception exception) when (exception is HttpRequestException or SocketException or TimeoutException or TaskCanceledException
                && !stop.IsCancellationRequested)
            {
                sink.GiveUp(conversation);
                run.Failed();
                if (Interlocked.Increment(ref complaints) <= 3)
                    await Console.Error.WriteLineAsync($"A turn failed: {exception.Message}");
            }
        }

        foreach (var door in doors)
            door.Dispose();
    }

    /// <summary>All steps, also when the time is over in the middle: the next one finds nothing half done.</summary>
    private async Task HoldDialogAsync(int conversation, Door[] doors, int turn, Run run, CancellationToken stop)
    {
        string? message = null;
        foreach (var step in steps)
        {
            var door = doors[turn++ % doors.Length];
            var activity = step.Activity(conversation, message);
            var began = Stopwatch.GetTimestamp();
            if (step.IsInvoke)
            {
                var answer = await door.PostAsync(activity, stop).WaitAsync(Patience, stop);
                if (answer.Span.IndexOf(step.Reply) < 0)
                    throw new HttpRequestException("An invoke was answered with something else.");
            }
            else
            {
                var reply = sink.NextAsync(conversation, step.Reply);
                await door.PostAsync(activity, stop).WaitAsync(Patience, stop);
                message = await reply.WaitAsync(Patience, stop);
            }

            run.Took(Stopwatch.GetElapsedTime(began), step.IsInvoke);
        }
    }
}
