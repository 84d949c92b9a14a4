using NodaTime;
using PeerBot.Bot.Delivery;
using PeerBot.Bot.Tests.World;
using PeerBot.Domain;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Infrastructure.Tests.Calendar.Graph;
using PeerBot.Storage;

namespace PeerBot.Bot.Tests.Calendar;

/// <summary>Graph takes connections and does not answer. What waits for it is in the way of nobody who writes to the bot.</summary>
public sealed class A_calendar_that_hangs : IAsyncLifetime
{
    private const int Pairs = 20;

    private FakeGraph graph = null!;
    private FakeConnector connector = null!;
    private RunningBot bot = null!;
    private Teams teams = null!;

    public async Task InitializeAsync()
    {
        graph = await FakeGraph.StartAsync();
        connector = await FakeConnector.StartAsync();
        bot = await RunningBot.StartAsync(settings:
        [
            ("Calendar:Provider", "Graph"), ("Calendar:Organiser", "Participant"), ("Graph:BaseUrl", graph.Address.AbsoluteUri), ("Graph:Credential", "None"),
        ]);
        await bot.BeginAgainAsync();
        teams = await Teams.OfAsync(bot, connector);
        foreach (var name in new[] { "Amira Khan", "Grace Obi" })
            graph.Mailboxes[teams[name].Key.Value.Split(':')[1]] = teams[name].Email;
    }

    public async Task DisposeAsync()
    {
        await connector.DisposeAsync();
        await bot.DisposeAsync();
        await graph.DisposeAsync();
    }

    [Fact]
    [Trait("Requirement", "U-12")]
    public async Task Keeps_nobody_waiting_for_an_answer()
    {
        using var held = new SemaphoreSlim(0);
        graph.Hold = held;
        var dispatch = bot.Service<Dispatch>();
        foreach (var row in await LooksAsync(await bot.NowAsync()))
            dispatch.Deliver([row]);
        await graph.Arrived.WaitAsync().WaitAsync(TimeSpan.FromSeconds(30)); // a bound for a test that cannot begin
        Assert.True(dispatch.UnderWay >= Pairs);

        await teams["Helen Marsh"].Says("help");
        await teams["Helen Marsh"].Hears("");

        Assert.True(dispatch.UnderWay >= Pairs);
        graph.Hold = null;
        held.Release(10_000);
    }

    /// <summary>Pairs with a meeting ahead, whose calendar is to be looked at now.</summary>
    private async Task<IReadOnlyList<OutboxRow>> LooksAsync(Instant now)
    {
        var (amira, grace) = (teams["Amira Khan"].Key, teams["Grace Obi"].Key);
        var programme = bot.Service<Reference>().Programmes.Current("headteacher-peer-support")!.Key;
        var work = bot.Database.BeginTurn(now);
        for (var number = 0; number < Pairs; number++)
        {
            var cycle = new Cycle(
                new CycleId(Guid.NewGuid()), new RequestId(Guid.NewGuid()), programme, amira, grace, CycleState.Active, now, now.InUtc().Date,
                new GroundRules(null, ["teams"], NotesKeptBy.Nobody, 1, [amira, grace]), null, Watched: true);
            work.Save(cycle);
            work.Save(new Meeting(
                new MeetingId(Guid.NewGuid()), cycle.Id, amira, [grace], now + Duration.FromDays(7 + number), 60, MeetingMode.Teams, false,
                MeetingState.Booked, Calendar: CalendarState.Written, EventId: $"event-{number}"));
            work.Send(new Errand.ReadBackCalendar(cycle.Id), now);
        }

        return Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync()).Due;
    }
}
