using PeerBot.Bot.Tests.World;
using PeerBot.Infrastructure.Tests.Calendar.Graph;
using Xunit.Abstractions;

namespace PeerBot.Bot.Tests.Crash;

/// <summary>
/// The real process dies as by kill -9, many times, under load: by chance, at named places, in the middle of a call to the channel or to a
/// calendar, and while it makes its tables. Then everything is counted. <c>PEERBOT_LONG=200</c>: as often as that.
/// </summary>
[Collection(nameof(Crash))]
public sealed class A_bot_that_is_killed(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly string[] Places = [CrashPoint.Committed, CrashPoint.Sent, CrashPoint.Done, CrashPoint.Sending, CrashPoint.Decided];

    private readonly Random random = new(20261123);
    private FakeConnector connector = null!;

    public async Task InitializeAsync() => connector = await FakeConnector.StartAsync(TimeSpan.FromMinutes(5));

    public async Task DisposeAsync() => await connector.DisposeAsync();

    [Theory, OnSqlite, OnPostgres(InTheLongRun = true)]
    [Trait("Requirement", "U-08")]
    [Trait("Requirement", "A-17")]
    public async Task Does_everything_that_it_accepted_once_and_says_it(Engine engine)
    {
        await using var stores = await Stores.CreateAsync(engine);
        await using var fleet = await Fleet.StartAsync(stores, 1);
        var load = new Load(fleet, connector, stores);
        await load.BeginAsync(paired: 2);
        await KillAsync(fleet, load, Times.OrAsAsked(4), firstPlace: 0, graph: null);
        await load.EndAsync();

        await load.AssertNothingIsLostOrDoubledAsync();
        load.AssertNoCardGoesBack();
        var meetings = await stores.MeetingsAsync();
        Assert.Equal(meetings.Select(one => one.GetProperty("id").GetString()!.Replace("-", "", StringComparison.Ordinal)).Order(), (await stores.EventsAsync()).Order());
    }

    [Theory, OnSqlite(InTheLongRun = true), OnPostgres]
    [Trait("Requirement", "A-18")]
    public async Task Leaves_no_meeting_without_its_one_event_and_no_event_without_its_meeting(Engine engine)
    {
        await using var graph = await FakeGraph.StartAsync();
        await using var stores = await Stores.CreateAsync(engine);
        await using var fleet = await Fleet.StartAsync(
            stores, 1, ("Calendar:Provider", "Graph"), ("Calendar:Organiser", "Participant"), ("Graph:BaseUrl", graph.Address.AbsoluteUri),
            ("Graph:Credential", "None"), ("Graph:Retries", "0"));
        var load = new Load(fleet, connector, stores);
        await load.BeginAsync(paired: 2, meet: teams =>
        {
            foreach (var name in new[] { "Amira Khan", "Grace Obi", "Zainab Hussain", "Peter Lloyd" })
                graph.Mailboxes[teams[name].Key.Value.Split(':')[1]] = teams[name].Email;
        });
        await KillAsync(fleet, load, Times.OrAsAsked(6), firstPlace: 2, graph);
        await load.EndAsync();

        await load.AssertNothingIsLostOrDoubledAsync();
        load.AssertNoCardGoesBack();
        var meetings = await stores.MeetingsAsync();
        Assert.Equal(
            meetings.Select(one => NodaTime.Text.InstantPattern.ExtendedIso.Parse(one.GetProperty("start").GetString()!).Value).Order(),
            graph.Events.Where(one => one.InCalendar).Select(one => one.Start).Order());
        // In front of the event's id stands in whose mailbox it is.
        Assert.Equal(meetings.Select(one => one.GetProperty("eventId").GetString()!.Split('|')[^1]).Order(), graph.Events.Where(one => one.InCalendar).Select(one => one.Id).Order());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Makes_its_tables_whole_or_not_at_all(Engine engine)
    {
        await using var stores = await Stores.CreateAsync(engine);
        var clock = new DevelopmentClock();
        for (var kill = 0; kill < Times.OrAsAsked(1); kill++)
        {
            using var bot = BotProcess.Start(stores.ConnectionString, clock, null, []);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(200, 1500)));
            bot.Kill();
            await bot.EndsAsync();
        }

        using var last = BotProcess.Start(stores.ConnectionString, clock, null, []);
        await last.IsReadyAsync();
        Assert.NotEmpty(await stores.ColumnAsync("SELECT \"Id\" FROM \"People\""));
        await stores.AssertSoundAsync();
    }

    /// <summary>
    /// By turns: at some moment or in a call to the calendar, at a named place, while the channel has a message and has not answered, at a
    /// named place.
    /// </summary>
    private async Task KillAsync(Fleet fleet, Load load, int kills, int firstPlace, FakeGraph? graph)
    {
        await fleet.HurryAsync();
        for (var kill = 0; kill < kills; kill++)
        {
            await ((kill % 4) switch
            {
                0 when graph is not null => CalendarIsCalledAsync(graph),
                0 => Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 600))),
                2 => ArrivesAsync(),
                _ => Task.WhenAny(fleet[0].EndsAsync(), Task.Delay(TimeSpan.FromSeconds(20))),
            });
            fleet[0].Kill();

            // Whatever is held had no answer.
            connector.Release();
            await fleet.StartAgainAsync(0, kill % 2 == 0 && kill + 1 < kills ? $"{Places[(firstPlace + (kill / 2)) % Places.Length]}:{random.Next(1, 6)}" : null);
        }

        output.WriteLine($"Killed {kills} times; {load.Accepted} activities were accepted.");
    }

    private static async Task CalendarIsCalledAsync(FakeGraph graph)
    {
        while (await graph.Arrived.WaitAsync(TimeSpan.Zero))
        {
            // What has arrived before.
        }

        await graph.Arrived.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private async Task ArrivesAsync()
    {
        var (arrived, left) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), random.Next(1, 6));
        connector.Refuses = call =>
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                connector.Hold();
                arrived.TrySetResult();
            }

            return null;
        };
        await Task.WhenAny(arrived.Task, Task.Delay(TimeSpan.FromSeconds(10)));
        connector.Refuses = _ => null;
    }
}
