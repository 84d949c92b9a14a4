using NodaTime;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Delivery;

/// <summary>What a turn has committed reaches the chat, whatever the channel says the first time.</summary>
public sealed class The_outbox(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private Teams teams = null!;

    private Person Amira => teams["Amira Khan"];

    private Person Helen => teams["Helen Marsh"];

    public async Task InitializeAsync() => teams = await stage.BeginAsync();

    public Task DisposeAsync() => stage.EndAsync();

    [Fact]
    public async Task A_message_is_sent_once()
    {
        await Amira.Says("hi");
        await Amira.Hears("Hello Amira");

        await stage.Bot.PassAsync(Duration.FromHours(3));

        Assert.Single(Calls(Amira));
        Assert.Null(await stage.Bot.Database.NextDueAsync(Instant.MinValue));
    }

    [Fact]
    public async Task A_message_that_the_channel_throttles_waits_as_long_as_asked_and_is_sent_once()
    {
        var asked = await stage.Bot.NowAsync();
        Refuse(Amira, new Refusal(429, "Throttled", RetryAfter: 600));
        await Amira.Says("hi");
        await stage.Bot.MoveToAsync(asked + Duration.FromSeconds(590));
        Assert.Equal([429], Calls(Amira).Select(call => call.Status));

        await stage.Bot.MoveToAsync(asked + Duration.FromMinutes(12));

        Assert.Equal([429, 201], Calls(Amira).Select(call => call.Status));
        Assert.Equal(Calls(Amira)[0].Words, Calls(Amira)[1].Words);
        await stage.Bot.PassAsync(Duration.FromHours(3));
        Assert.Equal(2, Calls(Amira).Count);
    }

    [Theory]
    [InlineData(401, "Unauthorized")]
    [InlineData(412, "PreconditionFailed")]
    [InlineData(429, "Throttled")]
    [InlineData(404, "PageNotFound")] // somebody in between, and no word of the chat
    public async Task A_message_that_was_not_taken_is_sent_again(int status, string code)
    {
        Refuse(Amira, new Refusal(status, code), new Refusal(status, code));
        await Amira.Says("hi");

        await stage.Bot.PassAsync(Duration.FromMinutes(5));

        Assert.Equal([status, status, 201], Calls(Amira).Select(call => call.Status));
    }

    [Theory]
    [InlineData(403, "ConversationBlockedByUser")]
    [InlineData(403, "MessageWritesBlocked")]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(404, "ConversationNotFound")]
    [InlineData(413, "MessageSizeTooBig")]
    [InlineData(400, "BadSyntax")]
    [InlineData(500, "ServiceError")]
    public async Task A_message_that_can_never_arrive_is_dropped_and_the_others_go_on(int status, string code)
    {
        stage.Connector.Refuses = call => call.Conversation == Amira.Chat ? new Refusal(status, code) : null;
        await Task.WhenAll(Amira.Says("hi"), Helen.Says("hi"));

        await Helen.Hears("Hello Helen");
        await stage.Bot.PassAsync(Duration.FromDays(1));

        Assert.Equal([status], Calls(Amira).Select(call => call.Status));
        Assert.Null(await stage.Bot.Database.NextDueAsync(Instant.MinValue));
        Assert.Contains(stage.Bot.Log.Entries, entry => entry.Text.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_channel_that_asks_for_no_wait_is_left_alone_for_longer_each_time_all_the_same()
    {
        stage.Connector.Refuses = call => call.Conversation == Amira.Chat ? new Refusal(429, "Throttled", RetryAfter: 0) : null;
        await Amira.Says("hi");
        await stage.Bot.PassAsync(Duration.FromSeconds(10));
        Assert.InRange(Calls(Amira).Count, 1, 5);

        stage.Connector.Refuses = _ => null;
        await stage.Bot.PassAsync(Duration.FromMinutes(5));
        Assert.Equal(201, Calls(Amira)[^1].Status);
    }

    [Fact]
    public async Task A_message_that_is_never_taken_is_given_up_after_five_days()
    {
        stage.Connector.Refuses = call => call.Conversation == Amira.Chat ? new Refusal(429, "Throttled", RetryAfter: 86_400) : null;
        await Amira.Says("hi");

        // An hour more than it was told to wait: the clock of the test goes on while a message is sent.
        for (var day = 0; day < 7; day++)
            await stage.Bot.PassAsync(Duration.FromHours(25));

        Assert.Equal(5, Calls(Amira).Count);
        Assert.Null(await stage.Bot.Database.NextDueAsync(Instant.MinValue));
    }

    [Fact]
    public async Task Somebody_who_blocked_the_bot_hears_it_again_after_writing()
    {
        Refuse(Amira, new Refusal(403, "ConversationBlockedByUser"));
        await Amira.Says("hi");
        await stage.Bot.SettleAsync();

        await Amira.Says("status");

        await Amira.Hears("Where things stand");
    }

    [Fact]
    public async Task A_chat_whose_channel_does_not_answer_does_not_hold_up_the_others()
    {
        stage.Connector.Hold();
        await Amira.Says("hi");
        await stage.Connector.UntilAsync(() => Calls(Amira).Count > 0 ? Calls(Amira) : null, () => "Amira's message did not arrive.");

        await Helen.Says("help");
        await stage.Connector.UntilAsync(() => Calls(Helen).Count > 0 ? Calls(Helen) : null, () => "Helen's message waits for Amira's.");

        stage.Connector.Release();
        await stage.Bot.SettleAsync();
        Assert.Single(Calls(Amira));
        Assert.Single(Calls(Helen));
    }

    [Fact]
    public async Task Messages_of_one_turn_keep_their_order_when_the_first_is_not_taken()
    {
        await Amira.Says("support");
        var describe = await Amira.HearsCard("What would help?");
        Refuse(Amira, new Refusal(429, "Throttled", RetryAfter: 2));

        await Amira.Presses(describe, "See who is free", ("area", "workload"));
        await stage.Bot.PassAsync(Duration.FromMinutes(1));

        var said = Amira.Received.Skip(1).Select(call => call.Cards.Count > 0 ? "people" : "introduction");
        Assert.Equal(["introduction", "people"], said);
    }

    private IReadOnlyList<Call> Calls(Person person) => [.. stage.Connector.Calls.Where(call => call.Conversation == person.Chat)];

    /// <summary>The next calls to this chat are refused, one after another; those after them are taken.</summary>
    private void Refuse(Person person, params Refusal[] refusals)
    {
        var left = new Queue<Refusal>(refusals);
        stage.Connector.Refuses = call => call.Conversation == person.Chat && left.TryDequeue(out var refusal) ? refusal : null;
    }
}
