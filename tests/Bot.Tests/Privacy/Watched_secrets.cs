using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;
using PeerBot.Bot.Tests.Seams;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Privacy;

/// <summary>
/// The same secrets with everything watched that can be watched: every log at its lowest level, every trace and metric of the process,
/// exceptions as they are thrown, while the channel fails and turns go wrong. And, on PostgreSQL, the dump that a backup is.
/// </summary>
public sealed class Watched_secrets : IAsyncLifetime, IDisposable
{
    private readonly ConcurrentQueue<string> seen = new();
    private readonly ActivityListener spans;
    private readonly MeterListener meters;
    private FakeConnector connector = null!;

    public Watched_secrets()
    {
        spans = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                // The framework's own spans carry addresses of requests; PeerBot exports none of them.
                if (span.Source.Name.StartsWith("PeerBot", StringComparison.Ordinal))
                    seen.Enqueue($"span {span.DisplayName} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Events.SelectMany(one => one.Tags))} {string.Join(' ', span.Baggage)}");
            },
        };
        ActivitySource.AddActivityListener(spans);
        meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name.StartsWith("PeerBot", StringComparison.Ordinal))
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen.Enqueue($"metric {instrument.Name} {value} {string.Join(' ', tags.ToArray())}"));
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen.Enqueue($"metric {instrument.Name} {value} {string.Join(' ', tags.ToArray())}"));
        meters.Start();
    }

    public async Task InitializeAsync() => connector = await FakeConnector.StartAsync();

    public async Task DisposeAsync() => await connector.DisposeAsync();

    public void Dispose()
    {
        spans.Dispose();
        meters.Dispose();
    }

    [Fact]
    [Trait("Requirement", "A-14")]
    [Trait("Requirement", "A-15")]
    public async Task Are_in_no_trace_log_no_span_no_metric_and_no_exception()
    {
        void Thrown(object? _, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs thrown)
        {
            if (thrown.Exception.StackTrace?.Contains("PeerBot.", StringComparison.Ordinal) == true)
                seen.Enqueue($"exception {thrown.Exception.Message}");
        }

        await using var bot = await RunningBot.StartAsync(replace: LogEverything);
        var teams = await Teams.OfAsync(bot, connector);
        AppDomain.CurrentDomain.FirstChanceException += Thrown;
        try
        {
            await GoAsync(bot, teams);
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Thrown;
        }

        meters.RecordObservableInstruments();
        Assert.Contains(seen, one => one.StartsWith("span turn", StringComparison.Ordinal));
        Assert.Contains(seen, one => one.StartsWith("metric peerbot.outbox.rows", StringComparison.Ordinal));
        Assert.Contains(bot.Log.Entries, entry => entry.Level == LogLevel.Trace && !entry.Category.StartsWith("PeerBot", StringComparison.Ordinal));
        string[] people = ["Amira Khan", "amira.khan", "Grace Obi", "grace.obi", "Oakfield", teams["Amira Khan"].Key.Value.Split(':')[1], teams["Amira Khan"].Chat];
        foreach (var secret in Secrets.All.Append("Zephyrine"))
        {
            Assert.DoesNotContain(bot.Log.Entries, entry => entry.Text.Contains(secret, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(seen, one => one.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }

        Assert.All(people, own => Assert.DoesNotContain(seen.Where(one => !one.StartsWith("exception", StringComparison.Ordinal)), one => one.Contains(own, StringComparison.OrdinalIgnoreCase)));
    }

    [PostgresFact]
    [Trait("Requirement", "A-14")]
    public async Task Are_not_in_the_dump_of_a_database()
    {
        var name = $"peerbot_secrets_{Guid.NewGuid():N}";
        var server = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(PostgresFactAttribute.Variable)!);
        await OnServerAsync(server, $"CREATE DATABASE {name}");
        try
        {
            await using var bot = await RunningBot.StartAsync(new Folder { ConnectionString = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name }.ConnectionString });
            await GoAsync(bot, await Teams.OfAsync(bot, connector));

            var start = new ProcessStartInfo("pg_dump", ["-h", server.Host!, "-p", $"{server.Port}", "-U", server.Username!, "--inserts", name])
            {
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.Latin1,
            };
            using var run = Process.Start(start)!;
            var dump = await run.StandardOutput.ReadToEndAsync();
            await run.WaitForExitAsync();
            Assert.Equal(0, run.ExitCode);
            Assert.Contains("INSERT INTO public.\"PrivateNotes\"", dump, StringComparison.Ordinal);
            foreach (var secret in Secrets.All)
            {
                // Bytes are dumped as hexadecimal digits.
                Assert.DoesNotContain(secret, dump, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret)), dump, StringComparison.OrdinalIgnoreCase);
            }
        }
        finally
        {
            await OnServerAsync(server, $"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    /// <summary>A pair with all its secrets, while the channel refuses and breaks off, cards are bent and a disclosure is typed.</summary>
    private async Task GoAsync(RunningBot bot, Teams teams)
    {
        var (amira, grace) = (teams["Amira Khan"], teams["Grace Obi"]);
        var troubles = new Queue<Refusal>(
            [new Refusal(500, "ServiceError"), new Refusal(429, "Throttled", 1), new Refusal(413, "MessageSizeTooBig"), new Refusal(403, "ConversationBlockedByUser")]);
        await Secrets.PlantAsync(bot, teams);
        connector.Refuses = _ => troubles.TryDequeue(out var refusal) ? refusal : null;
        await amira.Says("journal");
        await amira.Says("my data");
        await amira.Says("status");
        await grace.Says("status");
        await grace.Says("There is a child at risk, Zephyrine told me");
        var bent = amira.Invoke(new JsonObject
        {
            ["type"] = "Action.Execute",
            ["verb"] = "journal.keep",
            ["data"] = new JsonObject { ["verb"] = "journal.keep", ["id"] = Secrets.All[1], ["entry"] = Secrets.All[2], [Secrets.All[3]] = Secrets.All[4] },
        });
        Assert.Equal(200, (await amira.Sends(bent)).Status);
        bent["value"] = Secrets.All[5];
        await amira.Sends(bent);
        bent["type"] = new JsonObject { [Secrets.All[0]] = Secrets.All[1] };
        Assert.Equal(400, (await amira.Sends(bent)).Status);
        await bot.PassAsync(Duration.FromDays(8));
    }

    private static void LogEverything(IServiceCollection services) => services.Configure<LoggerFilterOptions>(options =>
    {
        options.Rules.Clear();
        options.MinLevel = LogLevel.Trace;
    });

    private static async Task OnServerAsync(NpgsqlConnectionStringBuilder server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
