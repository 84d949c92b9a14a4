using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Crash;

/// <summary>SIGTERM under load: what is under way is finished, the rest is handed over, and nobody waits for a claim to run out.</summary>
[Collection(nameof(Crash))]
public sealed class A_bot_that_is_asked_to_stop : IAsyncLifetime
{
    private FakeConnector connector = null!;

    public async Task InitializeAsync() => connector = await FakeConnector.StartAsync(TimeSpan.FromMinutes(5));

    public async Task DisposeAsync() => await connector.DisposeAsync();

    [Theory, OnSqlite, OnPostgres(InTheLongRun = true)]
    public async Task Leaves_no_claim_behind_and_nothing_in_doubt(Engine engine)
    {
        await using var stores = await Stores.CreateAsync(engine);
        await using var fleet = await Fleet.StartAsync(stores, 1);
        var load = new Load(fleet, connector, stores);
        await load.BeginAsync(paired: 1);
        for (var time = 0; time < Times.OrAsAsked(1); time++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300 + (100 * time)));
            await fleet[0].SignalAsync("TERM");
            await fleet[0].EndsAsync();
            Assert.Equal(0, fleet[0].ExitCode);
            Assert.Equal(0, await stores.ClaimedAsync());
            await fleet.StartAgainAsync(0);
        }

        await load.EndAsync();
        Assert.Equal(0, await load.AssertNothingIsLostOrDoubledAsync());
    }

    [Theory, OnSqlite, OnPostgres(InTheLongRun = true)]
    public async Task Hands_over_what_the_channel_has_not_answered_and_its_buttons_come_once(Engine engine)
    {
        await using var stores = await Stores.CreateAsync(engine);
        await using var fleet = await Fleet.StartAsync(stores, 1);
        var person = (await fleet.TeamsAsync(connector))["Helen Marsh"];
        connector.Hold();
        await person.Says("help");
        var onItsWay = await ArrivesAsync(person, after: -1);
        Assert.NotEmpty(onItsWay.Cards[0].Buttons);

        await fleet[0].SignalAsync("TERM");
        await fleet[0].EndsAsync();
        Assert.Equal((0, 0), (fleet[0].ExitCode, await stores.ClaimedAsync()));
        connector.Release();
        await fleet.StartAgainAsync(0);

        var again = await ArrivesAsync(person, onItsWay.Number);
        Assert.Empty(again.Cards);
        Assert.Contains("You may have this already", again.Text, StringComparison.Ordinal);
    }

    private Task<Call> ArrivesAsync(Person person, int after) => connector.UntilAsync(
        () => connector.Calls.FirstOrDefault(call => call.Conversation == person.Chat && call.Number > after), () => "Nothing more arrived.");
}
