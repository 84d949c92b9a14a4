using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using PeerBot.Bot.Delivery;
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

    /// <summary>Teams re-sends, and keeps no order.</summary>
    [Theory]
    [InlineData(-5)]
    [InlineData(0)]
    [Trait("Requirement", "U-18")]
    [Trait("Requirement", "A-14")]
    public async Task Is_not_taken_for_gone_by_what_was_told_before_or_is_told_again(int seconds)
    {
        var peter = teams["Peter Lloyd"];
        await peter.GetsTheApp();
        var removed = peter.Activity("installationUpdate");
        (removed["action"], removed["timestamp"]) = ("remove", $"2026-11-21T19:05:{30 + seconds:00}.0000000Z");
        if (seconds == 0)
        {
            Assert.Equal(200, (await stage.Bot.PostAsync(removed)).Status);
        }

        var back = peter.Activity("installationUpdate");
        (back["action"], back["timestamp"]) = ("add", "2026-11-21T19:05:30.0000000Z");
        Assert.Equal(200, (await stage.Bot.PostAsync(back)).Status);
        Assert.Equal(200, (await stage.Bot.PostAsync(removed)).Status);

        var amira = teams["Amira Khan"];
        await amira.AsksForSupport("A note", peter.Name);
        await stage.Bot.MoveToAsync(Journey.MondayMorning);
        await peter.HearsCard($"{amira.Name}, {amira.Organisation}");
    }

    [Fact]
    [Trait("Requirement", "U-18")]
    public async Task Leaves_no_more_in_memory_than_what_still_waits()
    {
        var bot = stage.Bot;
        using var dispatch = new Dispatch();
        var unreached = new Unreached(bot.Database, dispatch, bot.Service<IClock>(), NullLogger<Unreached>.Instance);
        var (peter, grace) = (teams["Peter Lloyd"].Key, teams["Grace Obi"].Key);
        var now = await bot.NowAsync();
        for (var row = 1; row <= 1000; row++)
        {
            unreached.Wait(peter, row, now + Duration.FromDays(1));
        }

        // Another process does them when their time comes round, and notes there what it cannot do.
        await bot.MoveToAsync(now + Duration.FromDays(2));
        unreached.Wait(grace, 2_000_000, await bot.NowAsync() + Duration.FromDays(1));
        Assert.Equal(1, unreached.Count);

        // What was settled elsewhere meanwhile is not done again.
        await unreached.ReachedAsync(grace);
        Assert.Equal((0, 0), (unreached.Count, dispatch.UnderWay));
    }
}
