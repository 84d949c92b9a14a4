using NodaTime;
using PeerBot.Bot.Tests.World;
using PeerBot.Domain.Support;

namespace PeerBot.Bot.Tests.Calendar;

/// <summary>The life of a meeting, from the chat to the calendars of both, whoever keeps them.</summary>
public abstract class CalendarJourney : IAsyncLifetime
{
    private protected FakeConnector Connector { get; private set; } = null!;

    private protected RunningBot Bot { get; private set; } = null!;

    private protected Teams Teams { get; private set; } = null!;

    private protected Person Amira => Teams["Amira Khan"];

    private protected Person Grace => Teams["Grace Obi"];

    public virtual async Task InitializeAsync()
    {
        Connector = await FakeConnector.StartAsync();
        Bot = await RunningBot.StartAsync(settings: Settings());
        await Bot.BeginAgainAsync();
        Teams = await Teams.OfAsync(Bot, Connector);
    }

    public virtual async Task DisposeAsync()
    {
        await Bot.SettleAsync();
        Assert.True(Bot.Log.Errors.Count == 0, string.Join('\n', Bot.Log.Errors));
        await Connector.DisposeAsync();
        await Bot.DisposeAsync();
    }

    [Fact]
    [Trait("Requirement", "S0-18")]
    public async Task An_agreed_date_is_an_event_for_both_and_when_it_is_over_both_are_asked_whether_they_met()
    {
        var meeting = await BookAsync();

        Assert.Equal([meeting.Start], await StandingAsync(Amira));
        Assert.Equal([meeting.Start], await StandingAsync(Grace));

        await Bot.MoveToAsync(meeting.Start + Duration.FromDays(1));
        await Amira.Hears("Did you meet?");
        await Grace.Hears("Did you meet?");
    }

    [Fact]
    public async Task A_move_moves_the_one_event_of_both()
    {
        var booked = await BookAsync();
        var moving = (await Amira.Presses(await BookedCardAsync(), "Move")).Card;
        await Amira.Presses(moving, moving.Buttons.Last(button => button.GetProperty("verb").GetString() == "meeting.move-to").GetProperty("title").GetString()!);
        await Bot.PassAsync(Duration.FromMinutes(1));

        var moved = await MeetingAsync();
        Assert.NotEqual(booked.Start, moved.Start);
        Assert.Equal((booked.Id, booked.EventId), (moved.Id, moved.EventId));
        Assert.Equal([moved.Start], await StandingAsync(Amira));
        Assert.Equal([moved.Start], await StandingAsync(Grace));
    }

    [Fact]
    public async Task A_cancelled_meeting_is_in_neither()
    {
        await BookAsync();
        await Amira.Presses((await Amira.Presses(await BookedCardAsync(), "Cancel meeting")).Card, "meeting.cancel-confirm");
        await Bot.PassAsync(Duration.FromMinutes(1));

        Assert.Empty(await StandingAsync(Amira));
        Assert.Empty(await StandingAsync(Grace));
        await Grace.Hears("has had to cancel");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Requirement", "A-18")]
    public async Task When_the_pair_ends_every_event_ahead_is_gone_from_both(bool supporterEnds)
    {
        await BookAsync();
        await Amira.Says("status");
        await Amira.Presses((await Amira.Presses(await Amira.HearsCard("Next meeting"), "slot.find")).Card, "slot.pick");
        await Bot.PassAsync(Duration.FromMinutes(1));
        Assert.Equal(2, (await StandingAsync(Grace)).Count);

        var who = supporterEnds ? Grace : Amira;
        await who.Says("finish");
        await who.Presses(await who.HearsCard("Next meeting"), "cycle.withdraw");
        await who.Presses(await who.HearsCard("Yes, finish"), "cycle.withdraw");
        await Bot.PassAsync(Duration.FromMinutes(1));

        Assert.Empty(await StandingAsync(Amira));
        Assert.Empty(await StandingAsync(Grace));
    }

    [Fact]
    public async Task A_day_that_one_has_declared_busy_is_not_offered()
    {
        var times = await TimesAsync();
        var first = NodaTime.Text.InstantPattern.General.Parse(times.Press("slot.pick")["data"]!["arg"]!.GetValue<string>()).Value.InUtc().Date;
        await Grace.Says("busy times");
        await Grace.Presses(await Grace.HearsCard("My busy times"), "Add", ("date", NodaTime.Text.LocalDatePattern.Iso.Format(first)));

        await Amira.Says("status");
        var offered = (await Amira.Presses(await Amira.HearsCard("Next meeting"), "slot.find")).Card;
        Assert.DoesNotContain(NodaTime.Text.LocalDatePattern.Iso.Format(first), offered.Content.ToString(), StringComparison.Ordinal);
    }

    private protected abstract IEnumerable<(string Key, string? Value)> Settings();

    /// <summary>Starts of the events that stand in the person's calendar.</summary>
    private protected abstract Task<IReadOnlyList<Instant>> StandingAsync(Person person);

    /// <summary>The two are paired and book the first time that is offered.</summary>
    private protected async Task<Meeting> BookAsync()
    {
        await Amira.Presses(await TimesAsync(), "slot.pick");
        await Bot.PassAsync(Duration.FromMinutes(1));
        return await MeetingAsync();
    }

    private protected async Task<Card> TimesAsync() =>
        await Journey.AgreeToMeet(Amira, Grace, await Grace.SaysYes(await Grace.IsAskedBy(Amira, Bot, "Two years in.")));

    private protected async Task<Card> BookedCardAsync() => (await Amira.Hears("It is in both calendars", "PUT")).Cards[0];

    /// <summary>The one meeting, or the first of several, as it is stored.</summary>
    private protected async Task<Meeting> MeetingAsync()
    {
        var work = Bot.Database.BeginTurn(await Bot.NowAsync());
        var cycle = Assert.Single(await work.OpenCyclesAsync(Amira.Key));
        return (await work.MeetingsAsync(cycle.Id))[0];
    }
}
