using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Crash;

/// <summary>
/// Processes of the bot behind a plain round robin. As Teams does, it sends an activity again while nobody has taken it, to whichever process
/// is next.
/// </summary>
internal sealed class Fleet : IDoor, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Stores stores;
    private readonly IReadOnlyList<(string Key, string? Value)> settings;
    private readonly BotProcess[] bots;
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(2) })
    {
        // Teams waits for about so long.
        Timeout = TimeSpan.FromSeconds(15),
    };

    private string lease = "00:02:00";
    private int next;

    private Fleet(Stores stores, int size, IEnumerable<(string Key, string? Value)> settings)
    {
        (this.stores, this.settings, bots) = (stores, [.. settings], new BotProcess[size]);
        for (var at = 0; at < size; at++)
            bots[at] = StartOne(null);
    }

    public DevelopmentClock Clock { get; } = new();

    public IReadOnlyList<string> Errors => [.. bots.Select(bot => bot.Output)];

    public BotProcess this[int at] => bots[at];

    public int Size => bots.Length;

    public static async Task<Fleet> StartAsync(Stores stores, int size, params IEnumerable<(string Key, string? Value)> settings)
    {
        var fleet = new Fleet(stores, size, settings);
        await Task.WhenAll(fleet.bots.Select(bot => bot.IsReadyAsync()));
        return fleet;
    }

    /// <summary>From now on claims are short, so that nobody has to wait long for those of the dead.</summary>
    public async Task HurryAsync()
    {
        lease = "00:00:03";
        await Task.WhenAll(Enumerable.Range(0, bots.Length).Select(async at =>
        {
            await bots[at].SignalAsync("TERM");
            await bots[at].EndsAsync();
            await StartAgainAsync(at);
        }));
    }

    /// <summary>Puts another process in its place.</summary>
    public Task StartAgainAsync(int at, string? crashAt = null)
    {
        bots[at].Dispose();
        bots[at] = StartOne(crashAt);
        return bots[at].IsReadyAsync();
    }

    public async Task<Answer> PostAsync(JsonNode activity, string? bearer = null)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var address = bots[(uint)Interlocked.Increment(ref next) % (uint)bots.Length].Address;
            try
            {
                if (address is not null)
                {
                    using var body = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
                    using var response = await http.PostAsync(new Uri(address, "/api/messages"), body, limit.Token);
                    if ((int)response.StatusCode < 500)
                        return await Answer.ReadAsync(response);
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException && !limit.IsCancellationRequested)
            {
                // It died, or stands still. The next one gets it.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
        }
    }

    /// <summary>The sample people in front of all these processes.</summary>
    public async Task<Teams> TeamsAsync(FakeConnector connector) =>
        new(this, connector, JsonSerializer.Deserialize<JsonElement>(await http.GetStringAsync(new Uri(bots[0].Address!, "/rehearsal/people"))));

    /// <summary>Returns when nothing is due and nobody works on anything any more.</summary>
    public async Task SettleAsync()
    {
        var deadline = Clock.Now + NodaTime.Duration.FromTimeSpan(Patience);
        while (await stores.WaitingAsync(Clock.Now) > 0)
        {
            Assert.True(Clock.Now < deadline, $"Rows are stuck in the outbox.\n{string.Join("\n---\n", Errors)}");
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    public ValueTask DisposeAsync()
    {
        foreach (var bot in bots)
            bot.Dispose();
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private BotProcess StartOne(string? crashAt) => BotProcess.Start(stores.ConnectionString, Clock, crashAt, [.. settings, ("Delivery:Lease", lease)]);
}
