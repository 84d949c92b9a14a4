using System.Runtime.InteropServices;
using System.Text.Json;

namespace PeerBot.Benchmarks.Turns;

/// <summary>Measures turns of <see cref="Dialog"/> against the real product, its replies going to a sink in this process.</summary>
internal static class TurnsBenchmark
{
    private const int WarmUpTurns = 20_000;

    public static async Task<int> RunAsync(TurnsOptions options)
    {
        using var stopping = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var folder = Directory.CreateTempSubdirectory("peerbot-benchmark-");
        try
        {
            await RunAsync(options, folder.FullName, stopping.Token);
            return 0;
        }
        catch (InvalidOperationException reason)
        {
            await Console.Error.WriteLineAsync(reason.Message);
            return 1;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        // The product is a process of its own: it has to be ended before this one is.
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopping.Cancel();
        }
    }

    private static async Task RunAsync(TurnsOptions options, string folder, CancellationToken stop)
    {
        var connection = options.Database ?? $"Data Source={Path.Combine(folder, "peerbot.db")}";
        await using var sink = await ReplySink.StartAsync();
        await Authority.MoveIntoAsync(connection, options.Conversations, sink.ServiceUrl);
        await using var product = await Product.StartAsync(connection, folder, stop);
        using var load = new Load(product, sink, options.Conversations);

        var time = TimeSpan.FromSeconds(options.Seconds);
        // Not counted: what runs often is compiled anew meanwhile, on the same processors.
        for (var turns = 0; turns < WarmUpTurns;)
            turns += (await load.RunAsync(senders: 32, time, stop)).Milliseconds.Count;
        foreach (var senders in new[] { 1, 32 })
        {
            var result = await load.RunAsync(senders, time, stop);
            Console.WriteLine(JsonSerializer.Serialize(Line.Of(senders, result, product), JsonSerializerOptions.Web));
        }
    }

    private sealed record Line(
        int Senders, double TurnsPerSecond, double P50Ms, double P99Ms, double CpuMicrosPerTurn, double ResidentMiB, double StartToReadyMs,
        int Errors)
    {
        public static Line Of(int senders, LoadResult result, Product product) => new(
            senders, Rounded(result.Milliseconds.Count / result.Seconds), At(result, 0.5), At(result, 0.99),
            Rounded(result.Cpu.TotalMicroseconds / Math.Max(1, result.Milliseconds.Count)), Rounded(product.ResidentMiB),
            Rounded(product.StartToReady.TotalMilliseconds), result.Errors);

        private static double At(LoadResult result, double share) => result.Milliseconds is { Count: > 0 and var count } sorted
            ? Math.Round(sorted[Math.Min(count - 1, (int)(count * share))], 2)
            : 0;

        private static double Rounded(double value) => Math.Round(value, 1);
    }
}
