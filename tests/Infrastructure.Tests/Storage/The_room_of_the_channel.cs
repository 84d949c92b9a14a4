using NodaTime;
using PeerBot.Storage;

namespace PeerBot.Infrastructure.Tests.Storage;

/// <summary>What the channel lets through is shared by all processes through the database.</summary>
public sealed class The_room_of_the_channel
{
    private static readonly Pace Pace = new(Duration.FromMilliseconds(20), AtOnce: 2);

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_taken_by_two_processes_one_after_the_other(Engine engine)
    {
        var time = new ManualTime();
        await using var database = await TestDatabase.CreateAsync(engine, new DatabaseOptions { Time = time, RoomByServersClock = false });
        var other = database.Open(new DatabaseOptions { Time = time, RoomByServersClock = false });

        Assert.Equal(Duration.Zero, (await database.Store.TakeRoomAsync("t", 10, Pace)).Wait);
        Assert.Equal(Duration.FromMilliseconds(20 * 8), (await other.TakeRoomAsync("t", 5, Pace)).Wait);
        Assert.Equal(Duration.FromMilliseconds(20 * 13), (await database.Store.TakeRoomAsync("t", 1, Pace)).Wait);
        Assert.Equal(Duration.Zero, (await other.TakeRoomAsync("another", 1, Pace)).Wait);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_not_kept_for_whoever_will_not_wait_for_it(Engine engine)
    {
        var time = new ManualTime();
        await using var database = await TestDatabase.CreateAsync(engine, new DatabaseOptions { Time = time, RoomByServersClock = false });
        await database.Store.TakeRoomAsync("t", 102, Pace);
        for (var again = 0; again < 3; again++)
        {
            Assert.Equal(
                new Room(Duration.FromSeconds(2), IsTaken: false), await database.Store.TakeRoomAsync("t", 50, Pace, longest: Duration.FromSeconds(1)));
        }

        time.Advance(Duration.FromSeconds(1));
        Assert.Equal(new Room(Duration.FromSeconds(1), IsTaken: true), await database.Store.TakeRoomAsync("t", 50, Pace, longest: Duration.FromSeconds(1)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_there_again_after_a_rest_and_no_more_than_at_first(Engine engine)
    {
        var time = new ManualTime();
        await using var database = await TestDatabase.CreateAsync(engine, new DatabaseOptions { Time = time, RoomByServersClock = false });
        await database.Store.TakeRoomAsync("t", 50, Pace);
        time.Advance(Duration.FromHours(1));

        Assert.Equal(Duration.Zero, (await database.Store.TakeRoomAsync("t", 2, Pace)).Wait);
        Assert.Equal(Duration.Zero, (await database.Store.TakeRoomAsync("t", 1, Pace)).Wait);
        Assert.Equal(Duration.FromMilliseconds(20), (await database.Store.TakeRoomAsync("t", 1, Pace)).Wait);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Ends_at_whichever_pace_is_used_up_first(Engine engine)
    {
        var time = new ManualTime();
        await using var database = await TestDatabase.CreateAsync(engine, new DatabaseOptions { Time = time, RoomByServersClock = false });
        var overall = new Pace(Duration.FromSeconds(2), AtOnce: 10);
        for (var message = 0; message < 11; message++)
        {
            time.Advance(Duration.FromMilliseconds(20));
            Assert.Equal(Duration.Zero, (await database.Store.TakeRoomAsync("c", 1, Pace, overall)).Wait);
        }

        var wait = (await database.Store.TakeRoomAsync("c", 1, Pace, overall)).Wait;
        Assert.InRange(wait, Duration.FromSeconds(1), Duration.FromSeconds(2));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_forgotten_where_nobody_waits_any_more(Engine engine)
    {
        var time = new ManualTime();
        await using var database = await TestDatabase.CreateAsync(engine, new DatabaseOptions { Time = time, RoomByServersClock = false });
        await database.Store.TakeRoomAsync("done", 1, Pace);
        time.Advance(Duration.FromMinutes(1));
        await database.Store.TakeRoomAsync("busy", 1, Pace);

        await database.Store.ForgetRoomAsync();

        Assert.Equal(["busy"], await database.Store.Engine.ReadAsync("SELECT \"Key\" FROM \"Limits\"", [], row => row.Text(0)));
    }

    /// <summary>Seconds apart, as two machines may be: by its own clock the slower one would find no room before the quicker one's last second.</summary>
    [Theory, OnPostgres]
    public async Task Is_reckoned_by_the_servers_clock_and_by_nobodys_own(Engine engine)
    {
        var ahead = new ManualTime();
        ahead.Advance(Duration.FromSeconds(5));
        await using var database = await TestDatabase.CreateAsync(engine, new DatabaseOptions { Time = ahead });
        var behind = database.Open(new DatabaseOptions { Time = new ManualTime() });
        var slow = new Pace(Duration.FromMilliseconds(100), AtOnce: 0);
        await database.Store.TakeRoomAsync("t", 1, slow);
        await database.Store.TakeRoomAsync("t", 1, slow);

        for (var message = 0; message < 3; message++)
        {
            Assert.True((await behind.TakeRoomAsync("t", 1, slow, longest: Duration.FromSeconds(2))).IsTaken);
            Assert.True((await database.Store.TakeRoomAsync("t", 1, slow, longest: Duration.FromSeconds(2))).IsTaken);
        }
    }
}
