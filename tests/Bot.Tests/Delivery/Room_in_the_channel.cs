using Microsoft.Extensions.Options;
using NodaTime;
using PeerBot.Bot.Delivery;
using PeerBot.Bot.Turns;
using PeerBot.Storage;

namespace PeerBot.Bot.Tests.Delivery;

/// <summary>Two processes on one database together keep to what Teams lets through.</summary>
public sealed class Room_in_the_channel : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("peerbot-room-").FullName;
    private readonly StandingClock time = new();
    private readonly List<Database> databases = [];

    public async Task InitializeAsync()
    {
        databases.AddRange([Open(), Open()]);
        await databases[0].MigrateAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var database in databases)
            await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_tenant_hears_fifty_a_second_from_both_together_and_no_fewer_than_that_less_five_in_a_hundred()
    {
        const int Each = 150;
        using var one = Room(databases[0]);
        using var other = Room(databases[1]);

        var sent = await SendAsync([.. Enumerable.Range(0, Each).SelectMany(chat => new[] { one, other }.Select(room => (room, To("tenant", $"a:{chat}"))))]);

        Assert.Equal(2 * Each, sent.Count);
        Assert.True(MostIn(Duration.FromSeconds(1), sent) <= 50, "More than fifty in one second.");
        Assert.InRange(sent[^1], Duration.Zero, Duration.FromSeconds(2 * Each / (50 * 0.95)));
    }

    [Fact]
    public async Task A_tenant_does_not_wait_for_another()
    {
        using var room = Room(databases[0]);
        await Task.WhenAll(Enumerable.Range(0, 300).Select(chat => room.TakeAsync(To("busy", $"a:{chat}")).AsTask()));

        Assert.Equal(new Room(Duration.Zero, IsTaken: true), await room.TakeAsync(To("quiet", "a:1")));
    }

    [Fact]
    public async Task A_chat_hears_no_more_than_Teams_takes_there()
    {
        using var one = Room(databases[0]);
        using var other = Room(databases[1]);
        var sent = new List<Duration>();
        for (var message = 0; message < 200; message++)
        {
            sent.AddRange(await SendAsync([(message % 2 == 0 ? one : other, To($"tenant {message}", "a:one"))]));
            time.Advance(sent[^1] - time.Passed);
        }

        Assert.InRange(MostIn(Duration.FromSeconds(1), sent), 1, 7);
        Assert.InRange(MostIn(Duration.FromSeconds(2), sent), 1, 8);
        Assert.InRange(MostIn(Duration.FromSeconds(30), sent), 1, 60);
        Assert.InRange(MostIn(Duration.FromHours(1), sent), 1, 1800);
    }

    [Fact]
    public async Task A_channel_on_this_machine_has_none_of_these_limits()
    {
        using var room = Room(databases[0]);
        for (var message = 0; message < 100; message++)
            Assert.Equal(new Room(Duration.Zero, IsTaken: true), await room.TakeAsync(To("tenant", "a:one") with { ServiceUrl = "http://127.0.0.1:3978/teams/" }));
    }

    /// <summary>As the outbox does it: what would have to wait for too long comes again when there may be room.</summary>
    /// <returns>When each goes, in order.</returns>
    private async Task<List<Duration>> SendAsync(IReadOnlyList<(ChannelRoom Room, Address To)> messages)
    {
        var sent = new List<Duration>();
        for (var waiting = messages; waiting.Count > 0;)
        {
            var rooms = await Task.WhenAll(waiting.Select(one => one.Room.TakeAsync(one.To).AsTask()));
            sent.AddRange(rooms.Where(room => room.IsTaken).Select(room => time.Passed + room.Wait));
            waiting = [.. waiting.Zip(rooms).Where(one => !one.Second.IsTaken).Select(one => one.First)];
            if (waiting.Count > 0)
                time.Advance(rooms.Where(room => !room.IsTaken).Min(room => room.Wait));
        }

        return [.. sent.Order()];
    }

    private static int MostIn(Duration window, IReadOnlyList<Duration> sent) => sent.Max(first => sent.Count(one => one >= first && one < first + window));

    private static Address To(string tenant, string chat) => new("https://smba.trafficmanager.net/teams/", chat, tenant, "28:bot", "29:user", "object");

    private ChannelRoom Room(Database database) => new(database, Options.Create(new DeliveryOptions()), time);

    private Database Open() => Database.Open($"Data Source={Path.Combine(folder, "peerbot.db")}", new DatabaseOptions { Time = time });

    private sealed class StandingClock : TimeProvider
    {
        private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

        public Duration Passed { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(Duration by) => Passed += by;

        public override DateTimeOffset GetUtcNow() => Start + Passed.ToTimeSpan();

        public override long GetTimestamp() => Passed.BclCompatibleTicks;
    }
}
