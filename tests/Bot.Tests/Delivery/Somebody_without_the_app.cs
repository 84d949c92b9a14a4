using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Delivery;

/// <summary>An ask for somebody who does not have the app yet: the coordinator is asked to tell them, and the card waits for them.</summary>
public sealed class Somebody_without_the_app(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private Teams teams = null!;

    public async Task InitializeAsync() => teams = await stage.BeginAsync();

    public Task DisposeAsync() => stage.EndAsync();

    [Fact]
    [Trait("Requirement", "U-18")]
    public async Task Is_told_by_the_coordinator_while_the_head_hears_once_that_it_is_being_arranged()
    {
        var (amira, peter) = (teams["Amira Khan"], teams["Peter Lloyd"]);
        await amira.AsksForSupport("A note", peter.Name);
        await stage.Bot.MoveToAsync(Journey.MondayMorning);
        await amira.Hears("is being arranged");
        Assert.Empty(peter.Received);

        // The ask comes round again each day, and says nothing new.
        await stage.Bot.MoveToAsync("2026-11-24T09:00:00Z");
        Assert.Single(amira.Received, call => call.Words.Contains("is being arranged", StringComparison.Ordinal));

        await peter.GetsTheApp();
        await peter.HearsCard($"{amira.Name}, {amira.Organisation}");
    }
}
