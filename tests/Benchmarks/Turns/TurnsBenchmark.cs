using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PeerBot.Benchmarks.Turns;

/// <summary>Measures turns of <see cref="Dialog"/> against the real product, its replies going to a sink in this process.</summary>
internal static class TurnsBenchmark
{
    private const int WarmUpTurns = 20_000;

    /// <summary>Where turns take long, nobody has to wait for so many.</summary>
    private const int WarmUpRounds = 5;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static Task<int> RunAsync(TurnsOptions options) => AloneAsync((folder, stop) => RunAsync(options, folder, stop));

    /// <summary>Runs a benchmark that starts the product, in a folder of its own, so that nothing is left of either when it is interrupted.</summary>
    public static async Task<int> AloneAsync(Func<string, CancellationToken, Task> run)
    {
        using var stopping = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var folder = Directory.CreateTempSubdirectory("peerbot-benchmark-");
        try
        {
            await run(folder.FullName, stopping.Token);
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
        await using var sink = new ReplySink();
        await Authority.MoveIntoAsync(connection, options.Conversations, sink.ServiceUrl);
        await using var products = await Products.StartAsync(
            options.Processes, connection, folder, options.FlushMs is { } flush ? SlowFlush.Of(flush, folder).Surroundings : [], stop);
        var load = new Load(products.All, sink, options.Conversations, options.Invokes);

        var time = TimeSpan.FromSeconds(options.Seconds);
        // Not counted: what runs often is compiled anew meanwhile, on the same processors.
        for (var (turns, rounds) = (0, 0); turns < WarmUpTurns && rounds < WarmUpRounds; rounds++)
            turns += (await load.RunAsync(senders: 32, time, stop)).Turns.Count;
        foreach (var senders in new[] { 1, 32 })
        {
            var result = await load.RunAsync(senders, time, stop);
            Console.WriteLine(JsonSerializer.Serialize(Line.Of(senders, result, products.All), Json));
        }
    }

    private sealed record Line(
        int Senders, double TurnsPerSecond, double P50Ms, double P99Ms, double CpuMicrosPerTurn, double ResidentMiB, double StartToReadyMs,
        int Errors, double? InvokeP99Ms)
    {
        /// <summary>Of several processes the largest and the slowest one; their time on the processors together.</summary>
        public static Line Of(int senders, LoadResult result, IReadOnlyList<Product> products) => new(
            senders, Rounded(result.Turns.Count / result.Seconds), At(result.Turns, 0.5), At(result.Turns, 0.99),
            Rounded(result.Cpu.TotalMicroseconds / Math.Max(1, result.Turns.Count)), Rounded(products.Max(one => one.ResidentMiB)),
            Rounded(products.Max(one => one.StartToReady.TotalMilliseconds)), result.Errors,
            result.Invokes.Count > 0 ? At(result.Invokes, 0.99) : null);

        private static double At(IReadOnlyList<double> sorted, double share) =>
            sorted.Count > 0 ? Math.Round(sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))], 2) : 0;

        private static double Rounded(double value) => Math.Round(value, 1);
    }
}
