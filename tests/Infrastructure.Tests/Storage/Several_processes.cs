using NodaTime;
using PeerBot.Storage;
using PeerBot.Storage.Postgres;

namespace PeerBot.Infrastructure.Tests.Storage;

/// <summary>What processes on one server have to share.</summary>
public sealed class Several_processes
{
    [Theory, OnPostgres]
    public async Task Make_what_is_missing_one_after_another_and_so_once(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => database.Open()).Select(process => Task.Run(() => process.AloneAsync(async () =>
        {
            if ((await process.KeysAsync()).Count == 0)
                await process.AddKeyAsync(Guid.NewGuid().ToString(), "<key/>", Sample.Now);
        }))));

        Assert.Single(await database.Store.KeysAsync());
    }

    [Theory]
    [InlineData("", 25, 100)]
    [InlineData("Maximum Pool Size=7", 7, 100)]
    [InlineData("MaxPoolSize=7;max auto prepare=0", 7, 0)]
    public void Leave_each_other_connections_unless_told_otherwise(string settings, int connections, int prepared)
    {
        var used = PostgresEngine.SettingsOf($"Host=db;Database=peerbot;{settings}");
        Assert.Equal((connections, prepared), (used.MaxPoolSize, used.MaxAutoPrepare));
    }

    [Theory, OnPostgres]
    public async Task See_how_far_their_clocks_are_apart(Engine engine)
    {
        var behind = new TimeThere(TimeSpan.FromSeconds(-60));
        await using var database = await TestDatabase.CreateAsync(engine, new DatabaseOptions { Time = behind });

        Assert.InRange((await database.Store.ClockApartAsync()).TotalSeconds, -90, -30);
        Assert.InRange((await database.Open().ClockApartAsync()).TotalSeconds, -30, 30);
    }

    [Theory, OnSqlite]
    public async Task On_one_machine_have_one_clock(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine, new DatabaseOptions { Time = new TimeThere(TimeSpan.FromDays(1)) });

        Assert.Equal(Duration.Zero, await database.Store.ClockApartAsync());
    }

    private sealed class TimeThere(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }
}
