using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Crash;

/// <summary>Three processes on one PostgreSQL, behind a round robin that knows nothing about them.</summary>
[Collection(nameof(Crash))]
public sealed class Three_replicas : IAsyncLifetime
{
    private static readonly int Rounds = Math.Min(Times.OrAsAsked(1), 20);

    private FakeConnector connector = null!;

    public async Task InitializeAsync() => connector = await FakeConnector.StartAsync(TimeSpan.FromMinutes(5));

    public async Task DisposeAsync() => await connector.DisposeAsync();

    [Seams.PostgresFact]
    [Trait("Requirement", "U-08")]
    public async Task Send_nothing_twice_though_one_is_killed_and_one_stands_still_for_longer_than_its_claims()
    {
        await using var stores = await Stores.CreateAsync(Engine.Postgres);
        await using var fleet = await Fleet.StartAsync(stores, 3);
        var load = new Load(fleet, connector, stores);
        await load.BeginAsync(paired: 2);
        await fleet.HurryAsync();
        for (var round = 0; round < Rounds; round++)
        {
            await fleet[1].SignalAsync("STOP");
            fleet[2].Kill();
            await Task.Delay(TimeSpan.FromSeconds(Times.AreMany ? 30 : 5));
            await fleet.StartAgainAsync(2);
            await fleet[1].SignalAsync("CONT");
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        await load.EndAsync();
        await load.AssertNothingIsLostOrDoubledAsync();
    }

    [Seams.PostgresFact]
    public async Task Are_replaced_one_by_one_with_a_later_version_while_everybody_talks()
    {
        await using var stores = await Stores.CreateAsync(Engine.Postgres);
        await using var fleet = await Fleet.StartAsync(stores, Times.AreMany ? 3 : 2);
        var load = new Load(fleet, connector, stores);
        await load.BeginAsync(paired: 2);
        for (var at = 0; at < fleet.Size; at++)
        {
            // As the first process of a later version does it: one transaction that only adds.
            if (at == 0)
                await stores.ColumnAsync(MigrationOfALaterVersion);
            await fleet[at].SignalAsync("TERM");
            await fleet[at].EndsAsync();
            Assert.Equal(0, fleet[at].ExitCode);
            await fleet.StartAgainAsync(at);
        }

        await load.EndAsync();
        Assert.Equal(0, await load.AssertNothingIsLostOrDoubledAsync());
    }

    private const string MigrationOfALaterVersion =
        """
        BEGIN;
        ALTER TABLE "Outbox" ADD "Later" bigint;
        ALTER TABLE "Conversations" ADD "Later" text;
        CREATE TABLE "LaterThings" ("Id" text NOT NULL PRIMARY KEY);
        CREATE INDEX "IX_Later" ON "Meetings" ("Version");
        INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29991231235959_Later', '10.0.14');
        COMMIT;
        """;
}
