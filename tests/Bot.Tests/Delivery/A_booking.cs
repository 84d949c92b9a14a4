using NodaTime;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Delivery;

/// <summary>The calendar is written after the turn; the card that was pressed changes when it has answered.</summary>
public sealed class A_booking(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private Teams teams = null!;

    private Person Amira => teams["Amira Khan"];

    private Person Grace => teams["Grace Obi"];

    public async Task InitializeAsync() => teams = await stage.BeginAsync();

    public Task DisposeAsync() => stage.EndAsync();

    [Fact]
    [Trait("Requirement", "S2-20")]
    public async Task Updates_the_pressed_card_in_its_place_and_tells_the_other()
    {
        var times = await TimesAsync();

        var booking = await Amira.Presses(times, "slot.pick");
        Assert.True(booking.Card.Says("Booking…"), booking.ToString());
        await stage.Bot.PassAsync(Duration.FromMinutes(1));

        var update = await Amira.Hears("It is in both calendars", "PUT");
        Assert.Equal(times.Message, update.Message);
        Assert.DoesNotContain(Amira.Received, call => call.Method == "POST" && call.Words.Contains("It is in both calendars", StringComparison.Ordinal));
        await Grace.Hears("It is in both calendars");
    }

    [Fact]
    public async Task Updates_the_card_once_though_the_channel_throttles_the_update()
    {
        var times = await TimesAsync();
        var refusals = new Queue<Refusal>([new Refusal(429, "Throttled", RetryAfter: 5), new Refusal(502, "BadGateway")]);
        stage.Connector.Refuses = call => call.Method == "PUT" && refusals.TryDequeue(out var refusal) ? refusal : null;

        await Amira.Presses(times, "slot.pick");
        await stage.Bot.PassAsync(Duration.FromMinutes(5));

        Assert.Equal(
            [429, 502, 200], stage.Connector.Calls.Where(call => call.Method == "PUT" && call.Conversation == Amira.Chat).Select(call => call.Status));
    }

    [Fact]
    public async Task Lets_an_update_go_whose_message_was_deleted()
    {
        var times = await TimesAsync();
        stage.Connector.Refuses = call => call.Method == "PUT" ? new Refusal(404, "ActivityNotFoundInConversation") : null;

        await Amira.Presses(times, "slot.pick");
        await stage.Bot.PassAsync(Duration.FromMinutes(30));

        Assert.Single(stage.Connector.Calls, call => call.Method == "PUT" && call.Conversation == Amira.Chat);
        await Grace.Hears("It is in both calendars");
    }

    [Fact]
    [Trait("Requirement", "U-08")]
    public async Task Counts_once_though_both_press_at_one_instant()
    {
        var mine = await TimesAsync();
        var hers = Grace.Received.SelectMany(call => call.Cards).Last(card => card.Says("Pick a time"));

        await Task.WhenAll(Amira.Presses(mine, "slot.pick"), Grace.Presses(hers, "slot.pick"));
        await stage.Bot.PassAsync(Duration.FromMinutes(1));

        var work = stage.Bot.Database.BeginTurn(await stage.Bot.NowAsync());
        var cycle = Assert.Single(await work.OpenCyclesAsync(Amira.Key));
        Assert.Single(await work.MeetingsAsync(cycle.Id), meeting => meeting.Counts);
    }

    [Fact]
    public async Task Moves_the_meeting_from_a_card_and_refuses_the_card_of_before()
    {
        var times = await TimesAsync();
        await Amira.Presses(times, "slot.pick");
        await stage.Bot.PassAsync(Duration.FromMinutes(1));
        var booked = (await Amira.Hears("It is in both calendars", "PUT")).Cards[0];

        var moving = (await Amira.Presses(booked, "Move")).Card;
        await Amira.Presses(moving, "meeting.move-to");
        await stage.Bot.PassAsync(Duration.FromMinutes(1));

        var late = await Amira.Presses(booked, "Cancel meeting");
        Assert.True(late.Card.Says("This card is out of date"), late.ToString());
        await Grace.Hears("Moved");
    }

    /// <summary>The two are paired on the Monday and have agreed to meet on Teams for an hour.</summary>
    private async Task<Card> TimesAsync()
    {
        var ask = await Grace.IsAskedBy(Amira, stage.Bot, "Two years in.");
        return await Journey.AgreeToMeet(Amira, Grace, await Grace.SaysYes(ask));
    }
}
