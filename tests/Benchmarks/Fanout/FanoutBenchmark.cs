using System.Globalization;
using System.Text.Json;
using NodaTime;
using PeerBot.Benchmarks.Turns;
using PeerBot.Storage;

namespace PeerBot.Benchmarks.Fanout;

/// <summary>One message for each of many people, all due at once: how fast they go out, and whether each does once.</summary>
internal static class FanoutBenchmark
{
    private const int AtOnce = 500;

    /// <summary>Before the day that the product is shown.</summary>
    private static readonly Instant Due = Instant.FromUtc(2026, 11, 2, 9, 0);

    /// <summary>Longer than a claim of a process that was killed lasts.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Whatever still comes after the last one is a second copy.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(3);

    public static Task<int> RunAsync(FanoutOptions options) => TurnsBenchmark.AloneAsync((folder, stop) => RunAsync(options, folder, stop));

    private static async Task RunAsync(FanoutOptions options, string folder, CancellationToken stop)
    {
        var connection = options.Database ?? $"Data Source={Path.Combine(folder, "peerbot.db")}";
        await using var sink = new FanoutSink(options.Messages);
        await Authority.MoveIntoAsync(connection, options.Messages, sink.ServiceUrl);
        await QueueAsync(connection, options.Messages, sink.ServiceUrl);
        Dictionary<string, string> limits = options.PerSecond is { } limit
            ? new() { ["Delivery__PerTenantPerSecond"] = limit.ToString(CultureInfo.InvariantCulture) }
            : [];
        var products = await Products.StartAsync(options.Processes, connection, folder, limits, stop);
        try
        {
            if (options.Kill)
            {
                await UntilAsync(sink, options.Messages * 2 / 5, stop);
                await products.DisposeAsync();
                products = await Products.StartAsync(options.Processes, connection, folder, limits, stop);
            }

            await UntilAsync(sink, options.Messages, stop);
            await Task.Delay(Afterwards, stop);
        }
        finally
        {
            await products.DisposeAsync();
        }

        Console.WriteLine(JsonSerializer.Serialize(
            new { options.Messages, PerSecond = Math.Round(sink.Arrived / sink.Seconds, 1), sink.Lost, sink.Doubled }, JsonSerializerOptions.Web));
    }

    /// <summary>As the product leaves them, with nobody's claim on them.</summary>
    private static async Task QueueAsync(string connection, int messages, string serviceUrl)
    {
        await using var database = await Protection.OpenAsync(connection);
        foreach (var some in Enumerable.Range(0, messages).Chunk(AtOnce))
        {
            var work = database.BeginTurn(Due - Duration.FromSeconds(1));
            foreach (var number in some)
            {
                work.Send(
                    $$"""{"to":{{Authority.Address(number, serviceUrl)}},"text":"{{FanoutSink.Text(number)}}"}""",
                    Authority.Id(number), Authority.ConversationId(number), Due);
            }

            if (await work.CommitAsync() is not CommitOutcome.Committed)
                throw new InvalidOperationException("The messages could not be queued.");
        }
    }

    private static async Task UntilAsync(FanoutSink sink, int messages, CancellationToken stop)
    {
        for (var waited = TimeSpan.Zero; sink.Arrived < messages && (waited < Patience || sink.SinceLast < Patience);)
        {
            var step = TimeSpan.FromMilliseconds(20);
            await Task.Delay(step, stop);
            waited += step;
        }
    }
}
