using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using PeerBot.Bot.Telemetry;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Seams;

/// <summary>What whoever runs PeerBot can watch, as a page and by OpenTelemetry.</summary>
public sealed class Metrics : IAsyncLifetime
{
    private FakeConnector connector = null!;

    public async Task InitializeAsync() => connector = await FakeConnector.StartAsync();

    public async Task DisposeAsync() => await connector.DisposeAsync();

    [Fact]
    public async Task Are_not_shown_unless_the_settings_say_so()
    {
        await using var bot = await RunningBot.StartAsync();
        using var answer = await bot.Http.GetAsync("/metrics");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Tell_of_turns_deliveries_errands_and_the_outbox_and_of_nobody()
    {
        await using var bot = await RunningBot.StartAsync(settings: [(TelemetryExport.PageSetting, "true")]);
        var teams = await Teams.OfAsync(bot, connector);
        var (amira, peter) = (teams["Amira Khan"], teams["Peter Lloyd"]);
        await peter.GetsTheApp();
        connector.Refuses = call => call.Number == 0 ? new Refusal(429, "Throttled", 1) : null;
        await amira.AsksForSupport("Quillfeather left us", peter.Name);
        await bot.MoveToAsync(Journey.MondayMorning);
        var message = amira.Message("status");
        await amira.Sends(message);
        await amira.Sends(message);
        await bot.SettleAsync();
        // What has been delivered is struck off together with the next write, a moment later than it is delivered.
        await bot.Database.ForgetRoomAsync();

        var page = await bot.Http.GetStringAsync("/metrics");

        foreach (var line in new[]
        {
            "peerbot_turn_duration_seconds_count{kind=\"words\",outcome=\"committed\"} ", "peerbot_turn_duration_seconds_count{kind=\"words\",outcome=\"repeated\"} 1\n",
            "peerbot_turn_duration_seconds_count{kind=\"press\",outcome=\"committed\"} ", "peerbot_turn_duration_seconds_bucket{kind=\"words\",outcome=\"committed\",le=\"+Inf\"} ",
            "peerbot_delivery_duration_seconds_count{kind=\"message\",outcome=\"delivered\"} ", "peerbot_delivery_duration_seconds_count{kind=\"message\",outcome=\"throttled\"} 1\n",
            "peerbot_delivery_duration_seconds_count{kind=\"errand\",outcome=\"done\"} ", "peerbot_outbox_rows{state=\"due\"} 0\n", "peerbot_outbox_rows{state=\"scheduled\"} ",
            "peerbot_outbox_oldest_due_age_seconds 0\n", "# TYPE peerbot_turn_duration_seconds histogram\n",
        })
        {
            Assert.Contains(line, page, StringComparison.Ordinal);
        }

        foreach (var person in new[] { amira, peter })
        {
            foreach (var own in new[] { person.Name, person.Email, person.Chat, person.Key.Value.Split(':')[1], "Quillfeather", "workload" })
                Assert.DoesNotContain(own, page, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task And_traces_go_where_the_variables_of_OpenTelemetry_say()
    {
        await using var collector = await Collector.StartAsync();
        await using (var bot = await RunningBot.StartAsync(settings:
        [
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_SERVICE_NAME", "peerbot-of-a-council"),
        ]))
        {
            await (await Teams.OfAsync(bot, connector))["Amira Khan"].Says("Quillfeather");
            await bot.SettleAsync();
        }

        Assert.Contains("/v1/traces", collector.Paths);
        Assert.Contains("/v1/metrics", collector.Paths);
        Assert.Contains("peerbot-of-a-council", collector.Text, StringComparison.Ordinal);
        Assert.Contains("peerbot.turn.duration", collector.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Quillfeather", collector.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Amira", collector.Text, StringComparison.Ordinal);
    }

    /// <summary>Takes what OpenTelemetry sends. Texts lie in its bytes as they are.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication app;
        private readonly MemoryStream all = new();
        private readonly HashSet<string> paths = [];

        private Collector(WebApplication app) => this.app = app;

        public string Address => app.Urls.Single();

        public IReadOnlyCollection<string> Paths => paths;

        public string Text
        {
            get
            {
                lock (paths)
                    return Encoding.UTF8.GetString(all.ToArray());
            }
        }

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false"] });
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var collector = new Collector(builder.Build());
            collector.app.MapPost("/v1/{signal}", async (Microsoft.AspNetCore.Http.HttpContext http) =>
            {
                using var body = new MemoryStream();
                await http.Request.Body.CopyToAsync(body);
                lock (collector.paths)
                {
                    collector.paths.Add(http.Request.Path);
                    collector.all.Write(body.ToArray());
                }
            });
            await collector.app.StartAsync();
            return collector;
        }

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            all.Dispose();
        }
    }
}
