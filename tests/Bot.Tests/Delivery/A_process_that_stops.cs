using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PeerBot.Bot.Tests.World;
using PeerBot.Storage;

namespace PeerBot.Bot.Tests.Delivery;

/// <summary>Between the commit of a turn and the arrival of its message the process may stop, kindly or not.</summary>
public sealed class A_process_that_stops : IAsyncLifetime
{
    private FakeConnector connector = null!;

    public async Task InitializeAsync() => connector = await FakeConnector.StartAsync();

    public async Task DisposeAsync() => await connector.DisposeAsync();

    [Fact]
    public async Task Leaves_the_message_to_the_next_start()
    {
        var bot = await RunningBot.StartAsync();
        var teams = await Teams.OfAsync(bot, connector);
        var amira = teams["Amira Khan"];
        await HeldAnswerTo(amira, "hi");
        bot.Folder.IsKept = true;

        await bot.DisposeAsync();
        connector.Release();
        await using var next = await RunningBot.StartAsync(bot.Folder);

        await teams.With(next)["Amira Khan"].Hears("Hello Amira");
    }

    [Fact]
    public async Task Leaves_what_still_waits_in_its_memory_to_the_next_start()
    {
        var bot = await RunningBot.StartAsync();
        var teams = await Teams.OfAsync(bot, connector);
        var amira = teams["Amira Khan"];
        await amira.Says("support");
        var describe = await amira.HearsCard("What would help?");
        connector.Hold();
        await amira.Presses(describe, "See who is free", ("area", "workload"));
        await connector.UntilAsync(() => amira.Received.Count > 1 ? amira.Received : null, () => "The introduction never left.");
        bot.Folder.IsKept = true;

        // The introduction is under way; the people after it have not left yet.
        await bot.DisposeAsync();
        connector.Release();
        await using var next = await RunningBot.StartAsync(bot.Folder);

        await teams.With(next)["Amira Khan"].Hears("this page shows");
    }

    [Fact]
    [Trait("Requirement", "A-14")]
    public async Task Keeps_what_waits_behind_a_slow_channel_for_longer_than_its_claims_and_sends_it_once_and_whole()
    {
        await using var bot = await RunningBot.StartAsync(settings: ("Delivery:Lease", "00:00:02"));
        var teams = await Teams.OfAsync(bot, connector);
        var amira = teams["Amira Khan"];
        await amira.Says("support");
        var describe = await amira.HearsCard("What would help?");
        var before = amira.Received.Count;
        connector.Hold();
        await amira.Presses(describe, "See who is free", ("area", "workload"));
        await connector.UntilAsync(() => amira.Received.Count > before ? amira.Received : null, () => "The introduction never left.");

        // Claims run out by the clock of the machine, which nobody can move.
        await Task.Delay(TimeSpan.FromSeconds(6));
        Assert.Equal(before + 1, amira.Received.Count);
        connector.Release();
        await bot.SettleAsync();

        var came = amira.Received.Skip(before).ToList();
        Assert.Equal(came.Count, came.Select(call => call.Words).Distinct().Count());
        Assert.Contains(came, call => call.Cards.Any(card => card.Buttons.Count > 0));
    }

    [Fact]
    public async Task Leaves_the_message_to_another_process_when_it_was_killed()
    {
        await using var killed = await RunningBot.StartAsync();
        var teams = await Teams.OfAsync(killed, connector);
        var amira = teams["Amira Khan"];
        await HeldAnswerTo(amira, "hi");
        // What the disk holds at this instant is all that a killed process leaves.
        var disk = killed.Folder.Image();
        var arrived = amira.Received.Count;
        connector.Release();

        await using var next = await RunningBot.StartAsync(disk, replace: services => services.AddSingleton(
            provider => Database.Open(disk.ConnectionString, new DatabaseOptions
            {
                Time = new Later(TimeSpan.FromMinutes(2)),
                PrivateText = new ProtectedText(provider.GetRequiredService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>),
            })));

        var again = await connector.UntilAsync(
            () => amira.Received.Skip(arrived).FirstOrDefault(), () => "The message was lost with the process.");
        Assert.Contains("Hello Amira", again.Words, StringComparison.Ordinal);
        await next.PassAsync(Duration.FromHours(1));
        Assert.Equal(arrived + 1, amira.Received.Count);
    }

    [Fact]
    public async Task Does_not_send_again_what_has_arrived()
    {
        var bot = await RunningBot.StartAsync();
        var teams = await Teams.OfAsync(bot, connector);
        var amira = teams["Amira Khan"];
        await amira.Says("hi");
        await amira.Hears("Hello Amira");
        await bot.SettleAsync();
        bot.Folder.IsKept = true;

        await bot.DisposeAsync();
        await using var next = await RunningBot.StartAsync(bot.Folder);
        await next.PassAsync(Duration.FromHours(1));

        Assert.Single(amira.Received);
    }

    [Fact]
    public async Task Answers_a_press_of_before_its_stop_as_before()
    {
        var bot = await RunningBot.StartAsync();
        var teams = await Teams.OfAsync(bot, connector);
        var amira = teams["Amira Khan"];
        var confirm = await amira.ChoosesSupporters("A note.", "Peter Lloyd");
        var before = await amira.Presses(confirm, "Send request", ("understood", "true"));
        await bot.SettleAsync();
        bot.Folder.IsKept = true;

        await bot.DisposeAsync();
        await using var next = await RunningBot.StartAsync(bot.Folder);

        var after = await teams.With(next)["Amira Khan"].Presses(confirm, "Send request", ("understood", "true"));
        Assert.Equal(before.Body, after.Body);
    }

    /// <summary>The turn is committed and its message is on its way, and the channel has not said that it has it.</summary>
    private async Task HeldAnswerTo(Person person, string text)
    {
        connector.Hold();
        await person.Says(text);
        await connector.UntilAsync(() => person.Received.Count > 0 ? person.Received : null, () => "The message never left.");
    }

    /// <summary>The clock of claims, after the claims of others have run out.</summary>
    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
