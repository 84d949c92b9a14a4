using System.Text.Json.Nodes;
using NodaTime;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Turns;

/// <summary>Teams sends an activity again with the same id, then issues it anew with another one; people press twice.</summary>
public sealed class A_turn(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private const string Note = "Two years in, feeling stretched.";

    private Teams teams = null!;

    private Person Amira => teams["Amira Khan"];

    private Person Peter => teams["Peter Lloyd"];

    private Person Helen => teams["Helen Marsh"];

    public async Task InitializeAsync() => teams = await stage.BeginAsync();

    public Task DisposeAsync() => stage.EndAsync();

    [Fact]
    [Trait("Requirement", "U-08")]
    public async Task A_message_that_comes_again_is_answered_once()
    {
        var hello = Amira.Message("hi");

        for (var time = 0; time < 3; time++)
            Assert.Equal(200, (await Amira.Sends(hello)).Status);

        await stage.Bot.SettleAsync();
        Assert.Single(Amira.Received);
    }

    [Fact]
    [Trait("Requirement", "U-08")]
    public async Task A_press_that_comes_again_has_one_effect_and_the_same_answer()
    {
        var confirm = await Amira.ChoosesSupporters(Note, Peter.Name);
        var send = Amira.Press(confirm, "Send request", ("understood", "true"));

        var first = await Amira.Sends(send);
        var again = await Amira.Sends(send);

        Assert.Contains("2026-001", first.ToString(), StringComparison.Ordinal);
        Assert.Equal(first.Body, again.Body);
        Assert.Equal("2026-001", await NumberOfTheRequest());
    }

    [Fact]
    [Trait("Requirement", "U-08")]
    public async Task A_press_that_is_issued_anew_with_another_id_has_one_effect_and_the_same_answer()
    {
        var confirm = await Amira.ChoosesSupporters(Note, Peter.Name);

        var first = await Amira.Sends(Amira.Press(confirm, "Send request", ("understood", "true")));
        var again = await Amira.Sends(Amira.Press(confirm, "Send request", ("understood", "true")));

        Assert.Contains("2026-001", first.ToString(), StringComparison.Ordinal);
        Assert.Equal(first.Body, again.Body);
        Assert.Equal("2026-001", await NumberOfTheRequest());
    }

    [Fact]
    [Trait("Requirement", "U-08")]
    public async Task A_press_that_comes_five_times_at_one_instant_has_one_effect_and_one_answer()
    {
        await Peter.GetsTheApp();
        var confirm = await Amira.ChoosesSupporters(Note, Peter.Name);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ =>
            Amira.Sends(Amira.Press(confirm, "Send request", ("understood", "true")))));

        Assert.All(answers, answer => Assert.Equal(answers[0].Body, answer.Body));
        await stage.Bot.MoveToAsync(Journey.MondayMorning);
        Assert.Single(Peter.Received, call => call.Words.Contains(Amira.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_that_were_refused_are_not_kept_for_a_press_that_comes_again()
    {
        const string Number = "07700 900123";
        await Amira.Says("support");
        var press = Amira.Press(await Amira.HearsCard("What would help?"), "See who is free", ("area", "workload"), ("note", $"Ring me on {Number}."));

        var first = await Amira.Sends(press);
        var again = await Amira.Sends(press);

        Assert.Contains(Number, first.Raw, StringComparison.Ordinal);
        Assert.Equal("Done. Please see below.", again.Sentence);
    }

    [Theory]
    [InlineData("isGroup", "true")]
    [InlineData("conversationType", "\"channel\"")]
    [InlineData("conversationType", "\"groupChat\"")]
    public async Task Somebody_who_writes_where_others_read_is_asked_to_write_in_a_chat_of_their_own(string property, string value)
    {
        var hello = Amira.Message("status");
        hello["conversation"]![property] = JsonNode.Parse(value);

        await Amira.Sends(hello);

        await Amira.Hears("Please write to me there.");
        Assert.Single(await SettledAsync());
        Assert.Null(await stage.Bot.Database.BeginTurn(await stage.Bot.NowAsync()).ConversationAsync(Amira.Chat));
    }

    [Fact]
    public async Task A_sentence_that_the_channel_does_not_take_fails_nothing()
    {
        stage.Connector.Refuses = call => call.Conversation == Amira.Chat ? new Refusal(403, "MessageWritesBlocked") : null;
        var hello = Amira.Message("status");
        hello["conversation"]!["isGroup"] = true;

        Assert.InRange((await Amira.Sends(hello)).Status, 200, 202);
    }

    [Fact]
    public async Task A_step_that_nobody_came_back_to_for_days_is_over()
    {
        await Amira.Says("support");
        await Amira.HearsCard("What would help?");
        await stage.Bot.PassAsync(Duration.FromDays(4));

        await Amira.Says("hi");

        await Amira.Hears("Hello Amira");
        Assert.Single(await SettledAsync(), call => call.Words.Contains("What would help?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_press_that_only_shows_something_shows_it_again()
    {
        await Amira.Says("support");
        var describe = await Amira.HearsCard("What would help?");
        await Amira.Presses(describe, "See who is free", ("area", "workload"));
        var page = await Amira.HearsCard("this page shows");

        await Amira.Presses(page, "supporters.more");
        var once = (await SettledAsync()).Count;
        await Amira.Presses(page, "supporters.more");

        Assert.True((await SettledAsync()).Count > once, Amira.Read);
    }

    [Fact]
    [Trait("Requirement", "U-08")]
    public async Task A_press_of_an_old_client_that_comes_again_is_answered_once()
    {
        await Amira.Says("hi");
        var hello = await Amira.HearsCard("Ask for support");

        await Amira.Sends(Amira.Submit(hello, "Ask for support"));
        await Amira.Sends(Amira.Submit(hello, "Ask for support"));

        await stage.Bot.SettleAsync();
        Assert.Single(Amira.Received, call => call.Words.Contains("What would help?", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "U-09")]
    public async Task A_forwarded_card_refuses_and_tells_nothing()
    {
        var ask = await Peter.IsAskedBy(Amira, stage.Bot, Note);

        var refusal = await Helen.Presses(ask, "Yes, I will");

        Assert.True(refusal.Card.Says("This card is for someone else"), refusal.ToString());
        AssertTellsNothing(refusal.Raw);
        await Peter.SaysYes(ask);
    }

    [Fact]
    [Trait("Requirement", "U-09")]
    public async Task A_forwarded_card_that_was_answered_does_not_repeat_the_answer()
    {
        var ask = await Peter.IsAskedBy(Amira, stage.Bot, Note);
        await Peter.SaysYes(ask);

        var refusal = await Helen.Presses(ask, "Yes, I will");

        Assert.True(refusal.Card.Says("This card is for someone else"), refusal.ToString());
        AssertTellsNothing(refusal.Raw);
        await stage.Bot.SettleAsync();
        AssertTellsNothing(Helen.Read);
    }

    [Fact]
    [Trait("Requirement", "U-08")]
    public async Task An_old_card_says_that_it_is_out_of_date()
    {
        var ask = await Peter.IsAskedBy(Amira, stage.Bot, Note);
        await Amira.Says("status");
        var withdrawn = await Amira.Presses(await Amira.HearsCard("Where things stand"), "request.withdraw");
        Assert.True(withdrawn.Card.Says("is withdrawn"), withdrawn.ToString());

        var answer = await Peter.Presses(ask, "Yes, I will");

        Assert.True(answer.Card.Says("This card is out of date"), answer.ToString());
        await stage.Bot.SettleAsync();
        Assert.DoesNotContain("paired", Peter.Read, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "U-08")]
    public async Task A_card_that_was_answered_says_so_when_it_is_pressed_again_the_next_day()
    {
        var ask = await Peter.IsAskedBy(Amira, stage.Bot, Note);
        await Peter.SaysYes(ask);
        await stage.Bot.PassAsync(Duration.FromDays(1));

        var answer = await Peter.Presses(ask, "Yes, I will");

        Assert.True(answer.Card.Says("This card is out of date"), answer.ToString());
        Assert.Single(Peter.Received, call => call.Words.Contains("You are paired with", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_button_that_is_pressed_again_later_leads_on_from_there()
    {
        await Amira.Says("hi");
        var hello = await Amira.HearsCard("Ask for support");
        await Amira.Presses(hello, "Ask for support");
        await Amira.Says("cancel");
        await Amira.Presses(await Amira.HearsCard("Stop"), "step.stop");
        await stage.Bot.PassAsync(Duration.FromMinutes(21));

        var describe = (await Amira.Presses(hello, "Ask for support")).Card;

        await Amira.Presses(describe, "See who is free", ("area", "workload"));
        await Amira.Hears("this page shows");
    }

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task In_a_group_one_sentence_is_said_and_nothing_is_done(string kind)
    {
        await Amira.Says("hi");
        var hello = await Amira.HearsCard("Ask for support");
        var words = InGroup(Amira.Message("status"), kind);
        var press = InGroup(Amira.Press(hello, "Ask for support"), kind);

        Assert.Equal(200, (await Amira.Sends(words)).Status);
        var answer = await Amira.Sends(press);

        Assert.Equal(200, answer.Status);
        AssertTellsNothing(answer.Raw);
        await stage.Bot.SettleAsync();
        Assert.Single(stage.Connector.Calls, call => call.Conversation == (string?)words["conversation"]!["id"]);
    }

    [Fact]
    public async Task Two_presses_at_one_instant_in_one_chat_both_count()
    {
        await Amira.Says("support");
        await Amira.Presses(await Amira.HearsCard("What would help?"), "See who is free", ("area", "workload"));
        var profiles = (await Amira.Hears("this page shows")).Cards;

        var answers = await Task.WhenAll(Amira.Presses(profiles[0], "pref.add"), Amira.Presses(profiles[1], "pref.add"));

        // One is the first choice and one the second, whichever came first; none is lost.
        Assert.Single(answers, answer => answer.Card.Says("1st"));
        Assert.Single(answers, answer => answer.Card.Says("2nd"));
    }

    [Fact]
    public async Task Twenty_messages_at_one_instant_in_one_chat_are_all_answered()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Amira.Says("status")));

        await stage.Bot.SettleAsync();
        Assert.Equal(20, Amira.Received.Count);
    }

    private async Task<IReadOnlyList<Call>> SettledAsync()
    {
        await stage.Bot.SettleAsync();
        return Amira.Received;
    }

    private async Task<string?> NumberOfTheRequest()
    {
        await stage.Bot.SettleAsync();
        var work = stage.Bot.Database.BeginTurn(await stage.Bot.NowAsync());
        return Assert.Single(await work.OpenRequestsAsync(Amira.Key)).Number;
    }

    private static JsonObject InGroup(JsonObject activity, string kind)
    {
        activity["conversation"]!["conversationType"] = kind;
        activity["conversation"]!["isGroup"] = true;
        activity["conversation"]!["id"] = $"19:{kind}@thread.v2";
        return activity;
    }

    private void AssertTellsNothing(string text)
    {
        foreach (var secret in new[] { Amira.Name, Amira.Organisation, Amira.Email, Peter.Name, Peter.Organisation, Peter.Email, Note, "workload", "Workload" })
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }
}
