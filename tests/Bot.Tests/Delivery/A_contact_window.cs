using NodaTime;
using PeerBot.Bot.Turns;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Delivery;

/// <summary>What the bot starts waits for the hours of whoever hears it, and is looked at again before it goes.</summary>
public sealed class A_contact_window(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private const string JustBefore = "2026-11-23T08:29:59Z";
    private const string Note = "Two years in, feeling stretched.";

    private Teams teams = null!;

    private Person Amira => teams["Amira Khan"];

    private Person Peter => teams["Peter Lloyd"];

    private Person Grace => teams["Grace Obi"];

    public async Task InitializeAsync() => teams = await stage.BeginAsync();

    public Task DisposeAsync() => stage.EndAsync();

    [Fact]
    [Trait("Requirement", "A-01")]
    [Trait("Requirement", "S2-04")]
    [Trait("Requirement", "S2-40")]
    public async Task A_request_of_Saturday_evening_is_taken_at_once_and_reaches_the_supporter_on_Monday_morning()
    {
        await Peter.GetsTheApp();
        await Grace.GetsTheApp();

        var sent = await Amira.AsksForSupport(Note, Peter.Name, Grace.Name);

        Assert.True(sent.Says("2026-001"), sent.Words);
        Assert.True(sent.Says("8.30am on Monday 23 November 2026"), sent.Words);
        var mine = Amira.Received.Count;
        await stage.Bot.MoveToAsync(JustBefore);
        Assert.Equal(mine, Amira.Received.Count);
        Assert.Empty(Peter.Received);
        Assert.Empty(Grace.Received);

        await stage.Bot.MoveToAsync(Journey.MondayMorning);

        var ask = await Peter.HearsCard($"{Amira.Name}, {Amira.Organisation}");
        Assert.True(ask.Has("Yes, I will"), ask.Words);
        Assert.DoesNotContain(Note, ask.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Amira.Name, Grace.Read, StringComparison.Ordinal);
        Assert.Equal(mine, Amira.Received.Count);
    }

    [Fact]
    [Trait("Requirement", "U-15")]
    public async Task An_ask_that_is_withdrawn_while_it_waits_is_never_sent()
    {
        await Peter.GetsTheApp();
        var sent = await Amira.AsksForSupport(Note, Peter.Name);
        await stage.Bot.MoveToAsync("2026-11-22T12:00:00Z");

        var withdrawn = await Amira.Presses(sent, "request.withdraw");

        Assert.True(withdrawn.Card.Says("Request 2026-001 is withdrawn"), withdrawn.ToString());
        await stage.Bot.MoveToAsync("2026-12-04T12:00:00Z");
        Assert.Empty(Peter.Received);
    }

    [Fact]
    public async Task An_ask_that_the_channel_did_not_take_waits_for_the_next_morning_and_not_for_the_night()
    {
        await Peter.GetsTheApp();
        await Amira.AsksForSupport(Note, Peter.Name);
        stage.Connector.Refuses = call => call.Conversation == Peter.Chat ? new Refusal(429, "Throttled", RetryAfter: 12 * 3600) : null;
        await stage.Bot.MoveToAsync(Journey.MondayMorning);
        stage.Connector.Refuses = _ => null;

        await stage.Bot.MoveToAsync("2026-11-24T08:29:00Z");
        Assert.Empty(Peter.Received);
        await stage.Bot.MoveToAsync("2026-11-24T08:31:00Z");

        Assert.Single(Peter.Received);
    }

    [Fact]
    public async Task Holidays_do_not_count_among_the_five_days_after_which_a_message_is_given_up()
    {
        await Peter.Says("hi");
        await Peter.Hears("Hello Peter");
        await stage.Bot.MoveToAsync("2026-12-18T17:20:00Z");
        var work = stage.Bot.Database.BeginTurn(await stage.Bot.NowAsync());
        var chat = (await work.ConversationOfAsync(Peter.Key))!;
        work.Send(
            new Outgoing(Address.Read(chat.Reference), "A reminder.", null, null, null, Started: true).ToJson(), Peter.Key, chat.Id, work.Now + Duration.FromMinutes(2));
        await work.CommitAsync();
        stage.Connector.Refuses = call => call.Conversation == Peter.Chat ? new Refusal(429, "Throttled") : null;

        await stage.Bot.MoveToAsync("2026-12-18T17:23:00Z");
        await stage.Bot.MoveToAsync("2026-12-18T18:30:00Z");
        await stage.Bot.MoveToAsync("2027-01-04T08:31:00Z");
        stage.Connector.Refuses = _ => null;
        Assert.DoesNotContain(Peter.Received, call => call.Text == "A reminder." && call.Status == 201);
        await stage.Bot.MoveToAsync("2027-01-04T09:30:00Z");

        Assert.Single(Peter.Received, call => call.Text == "A reminder.");
    }

    [Fact]
    public async Task What_nobody_came_to_send_before_the_window_closed_waits_for_the_next_morning_too()
    {
        await Peter.Says("hi");
        await Peter.Hears("Hello Peter");
        await stage.Bot.MoveToAsync("2026-11-23T17:25:00Z");
        var work = stage.Bot.Database.BeginTurn(await stage.Bot.NowAsync());
        var chat = (await work.ConversationOfAsync(Peter.Key))!;
        work.Send(
            new Outgoing(Address.Read(chat.Reference), "A reminder.", null, null, null, Started: true).ToJson(), Peter.Key, chat.Id, work.Now + Duration.FromMinutes(10));
        await work.CommitAsync();
        var before = Peter.Received.Count;

        await stage.Bot.MoveToAsync("2026-11-24T08:29:00Z");
        Assert.Equal(before, Peter.Received.Count);
        await stage.Bot.MoveToAsync("2026-11-24T08:31:00Z");

        Assert.Equal(before + 1, Peter.Received.Count);
    }

    [Fact]
    public async Task An_ask_for_somebody_without_the_app_waits_until_they_have_it()
    {
        await Amira.AsksForSupport(Note, Peter.Name);
        await stage.Bot.MoveToAsync("2026-11-23T10:00:00Z");
        Assert.Empty(Peter.Received);

        await Peter.GetsTheApp();

        await Peter.Hears($"{Amira.Name}, {Amira.Organisation}");
        await stage.Bot.PassAsync(Duration.FromHours(30));
        Assert.Single(Peter.Received);
    }

    [Fact]
    public async Task An_ask_for_somebody_without_the_app_comes_when_they_write()
    {
        await Amira.AsksForSupport(Note, Peter.Name);
        await stage.Bot.MoveToAsync("2026-11-23T10:00:00Z");

        await Peter.Says("status");

        await Peter.Hears("Where things stand");
        await Peter.Hears($"{Amira.Name}, {Amira.Organisation}");
    }

    [Fact]
    [Trait("Requirement", "S3-05")]
    public async Task Somebody_who_gets_the_app_hears_nothing_before_they_write()
    {
        await Peter.GetsTheApp();
        await Peter.GetsTheApp();

        await stage.Bot.MoveToAsync("2026-11-24T12:00:00Z");

        Assert.Empty(Peter.Received);
    }

    [Fact]
    [Trait("Requirement", "A-03")]
    public async Task A_supporter_who_says_no_is_not_named_as_the_reason_and_the_next_is_asked()
    {
        await Grace.GetsTheApp();
        var ask = await Peter.IsAskedBy(Amira, stage.Bot, Note, Grace.Name);

        var decline = (await Peter.Presses(ask, "Not this time")).Card;
        await Peter.Presses(decline, "ask.decline-send", ("reason", "no-time"));

        await Amira.Hears("Peter Lloyd has no room just now, which is no reflection on you. I have asked Grace Obi.");
        await Grace.Hears($"{Amira.Name}, {Amira.Organisation}");
    }

    [Fact]
    public async Task An_ask_that_is_not_answered_is_reminded_once_and_lapses()
    {
        await Grace.GetsTheApp();
        await Peter.IsAskedBy(Amira, stage.Bot, Note, Grace.Name);

        await stage.Bot.MoveToAsync("2026-12-01T09:00:00Z");

        Assert.Equal(2, Peter.Received.Count(call => call.Words.Contains($"{Amira.Name}, {Amira.Organisation}", StringComparison.Ordinal)));
        await Amira.Hears($"I have asked {Grace.Name}");
        await Grace.Hears($"{Amira.Name}, {Amira.Organisation}");
    }
}
