using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using PeerBot.Calendar;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using static PeerBot.Infrastructure.Tests.Calendar.People;

namespace PeerBot.Infrastructure.Tests.Calendar.Graph;

/// <summary>GraphCalendar as the product registers it, in front of a Graph on this machine.</summary>
internal sealed class GraphCalendarFixture : IAsyncDisposable
{
    public const string OneMailbox = "peer-support@council.example";

    private readonly ServiceProvider services;

    private GraphCalendarFixture(
        FakeGraph graph, ServiceProvider services, ImpatientTime time, Addresses addresses, Declared declared, LogLines log)
    {
        (Graph, this.services, Time, Addresses, Declared, Log) = (graph, services, time, addresses, declared, log);
        Calendar = services.GetRequiredService<ICalendar>();
    }

    public FakeGraph Graph { get; }

    public ICalendar Calendar { get; }

    public ImpatientTime Time { get; }

    public Addresses Addresses { get; }

    public Declared Declared { get; }

    /// <summary>Runs what the product runs at its start, to the end.</summary>
    public async Task CheckAtStartAsync()
    {
        foreach (var check in services.GetServices<IHostedService>().OfType<BackgroundService>())
        {
            await check.StartAsync(default);
            await check.ExecuteTask!;
        }
    }

    public LogLines Log { get; }

    public static async Task<GraphCalendarFixture> StartAsync(string organiser = "Participant", params (string Key, string Value)[] settings)
    {
        var graph = await FakeGraph.StartAsync();
        var addresses = new Addresses
        {
            [Amira] = new Mailbox("a.khan@oakfield.example", "Amira Khan"),
            [Grace] = new Mailbox("g.obi@brooklane.example", "Grace Obi"),
            [Stranger] = new Mailbox("p.lloyd@elsewhere.example", "Peter Lloyd"),
        };
        graph.Mailboxes["a0000000-0000-4000-8000-000000000001"] = "a.khan@oakfield.example";
        graph.Mailboxes["a0000000-0000-4000-8000-000000000002"] = "g.obi@brooklane.example";
        graph.Mailboxes["c0000000-0000-4000-8000-000000000001"] = OneMailbox;

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Calendar:Provider"] = "Graph",
            ["Calendar:Organiser"] = organiser,
            ["Graph:BaseUrl"] = graph.Address.AbsoluteUri,
            ["Graph:Credential"] = "None",
        }).AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
        var time = new ImpatientTime(Instant.FromUtc(2026, 11, 23, 8, 30));
        var log = new LogLines();
        var declared = new Declared();
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<IMailboxes>(addresses)
            .AddSingleton<IDeclaredTimes>(declared)
            .AddLogging(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
            .AddCalendar(configuration)
            .BuildServiceProvider();
        return new GraphCalendarFixture(graph, services, time, addresses, declared, log);
    }

    /// <summary>Every request of the test is looked at once more: headers that each must carry, names that Graph knows.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var request in Graph.Requests)
        {
            Assert.Contains("IdType=\"ImmutableId\"", request.Headers["Prefer"], StringComparison.Ordinal);
            Assert.DoesNotContain("Authorization", request.Headers.Keys);
            await request.AssertGraphKnowsAllOfItAsync();
        }

        Assert.DoesNotContain(Log.Lines, line => line.Contains('@', StringComparison.Ordinal) || line.Contains("Khan", StringComparison.Ordinal));
        await services.DisposeAsync();
        await Graph.DisposeAsync();
    }
}

internal sealed class Addresses : Dictionary<PersonId, Mailbox>, IMailboxes
{
    public Task<Mailbox?> FindAsync(PersonId person, CancellationToken cancellation) => Task.FromResult(this.GetValueOrDefault(person));
}

internal sealed class Declared : Dictionary<PersonId, BusyTimes>, IDeclaredTimes
{
    public Task<BusyTimes> OfAsync(PersonId person, CancellationToken cancellation) =>
        Task.FromResult(this.GetValueOrDefault(person, BusyTimes.None));
}

internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines
    {
        get { lock (lines) return [.. lines]; }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (lines) lines.Add(formatter(state, exception) + exception);
    }
}
