using NodaTime;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Privacy;

/// <summary>The log tells what happened, and never to whom or about what.</summary>
public sealed class The_log(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private Teams teams = null!;

    private Person Amira => teams["Amira Khan"];

    private Person Grace => teams["Grace Obi"];

    public async Task InitializeAsync() => teams = await stage.BeginAsync();

    public Task DisposeAsync() => stage.EndAsync();

    [Fact]
    public async Task Of_a_whole_journey_holds_no_names_addresses_or_words()
    {
        await WalkAsync();

        AssertSilentAbout("Amira", "Khan", "Grace", "Obi", "Oakfield", "Brook Lane", "example.org", "Marmalade", "status", "workload", "Pick a time");
    }

    [Fact]
    public async Task Of_trouble_with_the_channel_holds_none_either()
    {
        var answers = new Queue<Refusal>([new Refusal(429, "Throttled"), new Refusal(502, "BadGateway"), new Refusal(403, "ConversationBlockedByUser")]);
        stage.Connector.Refuses = call => answers.TryDequeue(out var refusal) ? refusal : null;
        await Amira.Says("Marmalade");
        await stage.Bot.PassAsync(Duration.FromHours(1));

        Assert.Contains(stage.Bot.Log.Entries, entry => entry.Text.Contains("ConversationBlockedByUser", StringComparison.Ordinal));
        AssertSilentAbout("Amira", "Khan", "Marmalade", Amira.Chat, "You can use the card");
    }

    [Fact]
    public async Task Of_refused_requests_holds_none_either()
    {
        var foreign = Amira.Message("Marmalade");
        foreign["serviceUrl"] = "https://attacker.example/";

        Assert.Equal(403, (await Amira.Sends(foreign)).Status);

        Assert.Contains(stage.Bot.Log.Entries, entry => entry.Text.Contains("403", StringComparison.Ordinal));
        AssertSilentAbout("Amira", "Khan", "Marmalade", "attacker");
    }

    private async Task WalkAsync()
    {
        await Amira.Says("Marmalade");
        var ask = await Grace.IsAskedBy(Amira, stage.Bot, "Marmalade sandwiches");
        var times = await Journey.AgreeToMeet(Amira, Grace, await Grace.SaysYes(ask));
        await Amira.Presses(times, "slot.pick");
        await Amira.Says("status");
        await stage.Bot.MoveToAsync("2026-12-20T12:00:00Z");
    }

    private void AssertSilentAbout(params string[] words)
    {
        foreach (var word in words)
        {
            var said = stage.Bot.Log.Entries.FirstOrDefault(entry => entry.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
            Assert.True(said is null, $"The log says “{word}”: {said}");
        }
    }
}
