using PeerBot.Bot.Tests.World;
using PeerBot.Infrastructure.Tests.Calendar.Graph;

namespace PeerBot.Bot.Tests.Crash;

/// <summary>
/// The real process dies as by kill -9, many times, under load: by chance, at named places, in the middle of a call to the channel or to a
/// calendar, and while it makes its tables. Then everything is counted. <c>PEERBOT_LONG=200</c>: as often as that.
/// </summary>
[Collection(nameof(Crash))]
public sealed class A_bot_that_is_killed : IAsyncLifetime
{
    private static readonly string[] Places = [CrashPoint.Decided, CrashPoint.Committed, CrashPoint.Sending, CrashPoint.Sent, CrashPoint.Done];
    private static readonly int Kills = Times.OrAsAsked(6);

    private readonly Random random = new(20261123);
    private FakeConnector connector = null!;

    public async Task InitializeAsync() => connector = await FakeConnector.StartAsync(TimeSpan.FromMinutes(5));

    public async Task DisposeAsync() => await connector.DisposeAsync();

    [Theory, OnSqlite, OnPostgres]
    [Trait("Requirement", "U-08")]
    [Trait("Requirement", "A-17")]
    public async Task Does_everything_that_it_accepted_once_and_says_it(Engine engine)
    {
        await using var stores = await Stores.CreateAsync(engine);
        await using var fleet = await Fleet.StartAsync(stores, 1);
        var load = new Load(fleet, connector, stores);
        await load.BeginAsync(paired: 2);
        await fleet.HurryAsync();
        for (var kill = 0; kill < Kills; kill++)
            await KillAsync(fleet, kill, graph: null);
        await load.EndAsync();

        await load.AssertNothingIsLostOrDoubledAsync();
        var meetings = await stores.MeetingsAsync();
        Assert.Equal(meetings.Select(one => one.GetProperty("id").GetString()!.Replace("-", "", StringComparison.Ordinal)).Order(), (await stores.EventsAsync()).Order());
    }

    [Theory, OnSqlite, OnPostgres]
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
        await fleet.HurryAsync();
        for (var kill = 0; kill < Kills; kill++)
            await KillAsync(fleet, kill, graph);
        await load.EndAsync();

        await load.AssertNothingIsLostOrDoubledAsync();
        var meetings = await stores.MeetingsAsync();
        Assert.Equal(
            meetings.Select(one => NodaTime.Text.InstantPattern.ExtendedIso.Parse(one.GetProperty("start").GetString()!).Value).Order(),
            graph.Events.Where(one => one.InCalendar).Select(one => one.Start).Order());
        Assert.Equal(meetings.Select(one => one.GetProperty("eventId").GetString()).Order(), graph.Events.Where(one => one.InCalendar).Select(one => one.Id).Order());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Makes_its_tables_whole_or_not_at_all(Engine engine)
    {
        await using var stores = await Stores.CreateAsync(engine);
        var clock = new DevelopmentClock();
        for (var kill = 0; kill < Times.OrAsAsked(4); kill++)
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

    /// <summary>By turns: at a named place, at some moment, while the channel has a message and has not answered, in a call to the calendar.</summary>
    private async Task KillAsync(Fleet fleet, int kill, FakeGraph? graph)
    {
        switch (kill % 4)
        {
            case 0 or 2:
                var place = Places[kill / 2 % Places.Length];
                await fleet.StartAgainAsync(0, $"{place}:{random.Next(1, 6)}");
                if (await Task.WhenAny(fleet[0].EndsAsync(), Task.Delay(TimeSpan.FromSeconds(20))) is { IsFaulted: true } failed)
                    await failed;
                break;
            case 1 when graph is not null:
                while (await graph.Arrived.WaitAsync(TimeSpan.Zero))
                {
                    // What has arrived before.
                }

                await graph.Arrived.WaitAsync(TimeSpan.FromSeconds(10));
                break;
            case 1:
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 600)));
                break;
            case 3:
                await ArrivesAsync();
                break;
        }

        fleet[0].Kill();
        await fleet.StartAgainAsync(0);
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

        // Released only after the kill: whatever is held had no answer.
        _ = Task.Delay(TimeSpan.FromMilliseconds(300)).ContinueWith(_ => connector.Release(), TaskScheduler.Default);
    }
}
