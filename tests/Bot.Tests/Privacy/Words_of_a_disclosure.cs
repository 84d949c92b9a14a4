using System.Text;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Privacy;

/// <summary>Somebody begins to tell of a child at risk. The named contact is shown, and the words are kept nowhere.</summary>
public sealed class Words_of_a_disclosure(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    // Each of these words stands nowhere else in the product.
    private const string Disclosure = "There is a child at risk, Zephyrine told me about the quagmire at Tollgarth";
    private static readonly string[] Told = ["Zephyrine", "quagmire", "Tollgarth"];

    private Teams teams = null!;

    private Person Amira => teams["Amira Khan"];

    private Person Grace => teams["Grace Obi"];

    public async Task InitializeAsync() => teams = await stage.BeginAsync();

    public Task DisposeAsync() => stage.EndAsync();

    [Fact]
    [Trait("Requirement", "A-15")]
    [Trait("Requirement", "S2-33")]
    [Trait("Requirement", "S2-34")]
    public async Task Are_answered_with_the_named_contact_at_night_and_the_step_goes_on()
    {
        var times = await TimesAsync();
        await stage.Bot.MoveToAsync("2026-11-23T22:00:00Z");

        await Grace.Says(Disclosure);

        var contact = await Grace.HearsCard("Share a concern");
        Assert.True(contact.Says("Jo Price") && contact.Says("01632 960120"), contact.Words);
        await stage.Bot.MoveToAsync("2026-11-24T08:30:00Z");
        var booking = await Amira.Presses(times, "slot.pick");
        Assert.True(booking.Card.Says("Booking…"), booking.ToString());
        await AssertKeptNowhere();
    }

    [Fact]
    [Trait("Requirement", "A-15")]
    public async Task Are_kept_nowhere_when_they_come_in_the_middle_of_a_request()
    {
        await Amira.Says("support");
        var describe = await Amira.HearsCard("What would help?");

        await Amira.Says(Disclosure);
        await Amira.HearsCard("Share a concern");

        await Amira.Presses(describe, "See who is free", ("area", "workload"));
        await Amira.Hears("this page shows");
        await AssertKeptNowhere();
    }

    [Theory]
    [InlineData("Abuse: ")]
    [InlineData("I think somebody was HARMED. ")]
    [InlineData("safeguarding! ")]
    [InlineData("a whistleblowing matter, ")]
    [Trait("Requirement", "A-15")]
    public async Task Are_known_by_the_words_they_begin_with(string beginning)
    {
        await Amira.Says(beginning + Disclosure);

        await Amira.HearsCard("Share a concern");
        await AssertKeptNowhere();
    }

    [Fact]
    [Trait("Requirement", "A-15")]
    public async Task Are_kept_nowhere_in_plain_text()
    {
        await Amira.Says("text");
        await Amira.Says("support");
        await Amira.Hears("What would help?");

        await Amira.Says($"A: 5\nB: {Disclosure}\n1");

        await Amira.Hears("Share a concern");
        await AssertKeptNowhere();
    }

    [Fact]
    [Trait("Requirement", "A-15")]
    public async Task Do_not_travel_with_the_wish_to_be_called()
    {
        var jo = teams["Jo Price"];
        await jo.GetsTheApp();
        await Grace.Says(Disclosure);
        var contact = await Grace.HearsCard("Share a concern");

        await Grace.Presses(contact, "Ask them to call me");

        var call = await jo.Hears(Grace.Name);
        Assert.Contains("No details were given", call.Words, StringComparison.Ordinal);
        await AssertKeptNowhere();
    }

    [Fact]
    [Trait("Requirement", "A-15")]
    public async Task Are_found_by_these_tests_where_they_would_be_kept()
    {
        // The same look, at words that are kept on purpose: a note for a supporter.
        await Amira.AsksForSupport("Marmalade", "Peter Lloyd");
        await stage.Bot.SettleAsync();

        Assert.Contains("Marmalade", stage.Bot.Stored(), StringComparison.Ordinal);
    }

    private static bool Holds(byte[] bytes, string word) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(word)) >= 0;

    private async Task AssertKeptNowhere()
    {
        await stage.Bot.SettleAsync();
        var bytes = stage.Bot.Folder.DatabaseBytes();
        var stored = stage.Bot.Stored();
        foreach (var word in Told)
        {
            Assert.False(Holds(bytes, word), $"“{word}” is in the database.");
            Assert.DoesNotContain(word, stored, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(stage.Bot.Log.Entries, entry => entry.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(teams.Calls, call => call.Body.Contains(word, StringComparison.OrdinalIgnoreCase));
        }
    }

    private async Task<Card> TimesAsync()
    {
        var ask = await Grace.IsAskedBy(Amira, stage.Bot, "Two years in.");
        return await Journey.AgreeToMeet(Amira, Grace, await Grace.SaysYes(ask));
    }
}
