using NodaTime;
using PeerBot.Bot.Tests.World;
using PeerBot.Domain.Oversight;

namespace PeerBot.Bot.Tests.Delivery;

/// <summary>Somebody has shut the bot out, or the app was taken away again: a person brings them what waits, and is asked to once.</summary>
public sealed class Somebody_out_of_reach(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private const string Programme = "headteacher-peer-support";

    private Teams teams = null!;

    private Person Amira => teams["Amira Khan"];

    private Person Peter => teams["Peter Lloyd"];

    private Person Grace => teams["Grace Obi"];

    public async Task InitializeAsync() => teams = await stage.BeginAsync();

    public Task DisposeAsync() => stage.EndAsync();

    [Theory]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(403, "ConversationBlockedByUser")]
    [InlineData(403, "MessageWritesBlocked")]
    [InlineData(403, "BotDisabledByAdmin")]
    [InlineData(403, "ForbiddenOperationException")]
    [InlineData(403, "NotEnoughPermissions")]
    [InlineData(404, "ConversationNotFound")]
    [Trait("Requirement", "U-18")]
    public async Task Is_told_of_an_ask_by_the_coordinator_who_hears_of_it_once(int status, string code)
    {
        await Peter.GetsTheApp();
        stage.Connector.Refuses = call => call.Conversation == Peter.Chat ? new Refusal(status, code) : null;
        await Amira.AsksForSupport("A note", Peter.Name);
        await stage.Bot.MoveToAsync(Journey.MondayMorning);

        await Amira.Hears("is being arranged");
        Assert.Equal(Peter.Key, Assert.Single(await TasksAsync()).Person);

        // Nothing more is sent there, and nobody hears it again.
        await stage.Bot.MoveToAsync("2026-11-24T09:00:00Z");
        Assert.Single(stage.Connector.Calls, call => call.Conversation == Peter.Chat);
        Assert.Single(await TasksAsync());
        Assert.Single(Amira.Received, call => call.Words.Contains("is being arranged", StringComparison.Ordinal));

        stage.Connector.Refuses = _ => null;
        await Peter.Says("hi");
        await Peter.HearsCard($"{Amira.Name}, {Amira.Organisation}");
        await stage.Bot.SettleAsync();
        Assert.Empty(await TasksAsync());
    }

    [Fact]
    [Trait("Requirement", "U-18")]
    public async Task Who_takes_the_app_away_before_answering_is_told_by_the_coordinator()
    {
        await Peter.IsAskedBy(Amira, stage.Bot, "A note");

        await Peter.LosesTheApp();
        await Peter.LosesTheApp();

        await Amira.Hears("is being arranged");
        await stage.Bot.SettleAsync();
        Assert.Equal(Peter.Key, Assert.Single(await TasksAsync()).Person);
        Assert.Single(Peter.Received);

        await Peter.GetsTheApp();
        await Peter.HearsCard($"{Amira.Name}, {Amira.Organisation}");
    }

    [Fact]
    [Trait("Requirement", "U-18")]
    public async Task One_of_a_pair_is_told_by_the_coordinator_and_nothing_is_sent_to_them()
    {
        var ask = await Grace.IsAskedBy(Amira, stage.Bot, "A note");
        await Journey.AgreeToMeet(Amira, Grace, await Grace.SaysYes(ask));
        await stage.Bot.SettleAsync();
        var before = Grace.Received.Count;

        await Grace.LosesTheApp();
        await stage.Bot.PassAsync(Duration.FromDays(1));
        await stage.Bot.PassAsync(Duration.FromDays(6));

        Assert.Equal(Grace.Key, Assert.Single(await TasksAsync()).Person);
        Assert.Equal(before, Grace.Received.Count);
    }

    [Theory]
    [InlineData(500, "ServiceError")]
    [InlineData(413, "MessageSizeTooBig")]
    [Trait("Requirement", "U-18")]
    public async Task Whom_a_message_does_not_get_through_to_is_told_by_the_coordinator_too(int status, string code)
    {
        await Peter.GetsTheApp();
        stage.Connector.Refuses = call => call.Conversation == Peter.Chat ? new Refusal(status, code) : null;
        await Amira.AsksForSupport("A note", Peter.Name);
        await stage.Bot.MoveToAsync(Journey.MondayMorning);

        await Amira.Hears("is being arranged");
        Assert.Single(await TasksAsync());
        Assert.Single(stage.Connector.Calls, call => call.Conversation == Peter.Chat);
    }

    [Theory]
    [InlineData(500, "ServiceError")]
    [InlineData(403, "SomethingNew")]
    [Trait("Requirement", "U-18")]
    public async Task Another_message_that_does_not_get_through_leaves_their_ask_as_it_is(int status, string code)
    {
        var ask = await Peter.IsAskedBy(Amira, stage.Bot, "A note");
        stage.Connector.Refuses = call => call.Conversation == Peter.Chat ? new Refusal(status, code) : null;
        await stage.Bot.MoveToAsync("2026-11-25T09:00:00Z"); // its reminder
        Assert.Single(stage.Connector.Calls, call => call.Conversation == Peter.Chat && call.Status == status);
        stage.Connector.Refuses = _ => null;

        await Peter.SaysYes(ask);
        await stage.Bot.PassAsync(Duration.FromDays(2));

        Assert.Empty(await TasksAsync());
        Assert.DoesNotContain("is being arranged", Amira.Read, StringComparison.Ordinal);
        Assert.Single(Peter.Received, call => call.Cards.Any(card => card.Has("ask.accept")));
    }

    private async Task<IReadOnlyList<CoordinatorTask>> TasksAsync() =>
        [.. (await stage.Bot.Database.BeginTurn(await stage.Bot.NowAsync()).OpenTasksAsync(Programme)).Where(task => task.Kind == TaskKind.TellByEmail)];
}
