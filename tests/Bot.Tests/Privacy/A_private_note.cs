using System.Text.Json.Nodes;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Privacy;

/// <summary>What a head writes for whoever will support them.</summary>
public sealed class A_private_note(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private const string Markup =
        "**bold** _it_ [win](https://attacker.example) <at>everyone</at> <b>x</b> `c` {\"type\":\"AdaptiveCard\"} {number} help";

    private Teams teams = null!;

    private Person Amira => teams["Amira Khan"];

    private Person Peter => teams["Peter Lloyd"];

    private Person Grace => teams["Grace Obi"];

    public async Task InitializeAsync() => teams = await stage.BeginAsync();

    public Task DisposeAsync() => stage.EndAsync();

    [Fact]
    [Trait("Requirement", "S2-18")]
    public async Task Goes_to_the_supporter_who_says_yes_and_to_nobody_and_nothing_else()
    {
        await Grace.GetsTheApp();
        await teams["Sam Reid"].GetsTheApp();
        var ask = await Peter.IsAskedBy(Amira, stage.Bot, "Quillfeather left us", Grace.Name);
        var decline = (await Peter.Presses(ask, "Not this time")).Card;
        await Peter.Presses(decline, "ask.decline-send", ("reason", "no-time"));
        var asked = await Grace.HearsCard($"{Amira.Name}, {Amira.Organisation}");
        Assert.DoesNotContain(teams.Calls, call => call.Body.Contains("Quillfeather", StringComparison.Ordinal));

        var paired = await Grace.SaysYes(asked);

        Assert.True(paired.Says("Quillfeather left us"), paired.Words);
        await Amira.Hears("You are paired with");
        await stage.Bot.PassAsync(NodaTime.Duration.FromDays(2));
        var told = Assert.Single(teams.Calls, call => call.Body.Contains("Quillfeather", StringComparison.Ordinal));
        Assert.Equal(Grace.Chat, told.Conversation);
        Assert.DoesNotContain(stage.Bot.Log.Entries, entry => entry.Text.Contains("Quillfeather", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "U-22")]
    public async Task Is_shown_as_it_was_typed_and_never_interpreted()
    {
        var ask = await Peter.IsAskedBy(Amira, stage.Bot, Markup);

        var paired = await Peter.SaysYes(ask);

        Assert.True(RichTextOf(paired).Contains(Markup), paired.Content.ToString());
        Assert.DoesNotContain("attacker", string.Join('\n', paired.Buttons.Select(button => button.ToString())), StringComparison.Ordinal);
        Assert.DoesNotContain("\"mention\"", Peter.Received[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "U-22")]
    public async Task Longer_than_its_limit_is_sent_back_kindly_and_goes_nowhere()
    {
        await Amira.Says("support");
        var describe = await Amira.HearsCard("What would help?");

        var answer = await Amira.Presses(describe, "See who is free", ("area", "workload"), ("note", new string('x', 9_000)));

        Assert.True(answer.Card.Says("longer than 300 characters"), answer.ToString());
        Assert.True(answer.Body.Length < 28 * 1024, $"{answer.Body.Length} bytes");
        var again = await Amira.Presses(answer.Card, "See who is free", ("area", "workload"), ("note", "short"));
        Assert.True(again.Card.Says("Kept as a draft"), again.ToString());
    }

    [Fact]
    public async Task With_a_phone_number_is_sent_back_kindly()
    {
        await Amira.Says("support");
        var describe = await Amira.HearsCard("What would help?");

        var answer = await Amira.Presses(describe, "See who is free", ("area", "workload"), ("note", "Ring me on 07700 900123"));

        Assert.True(answer.Card.Says("leave out phone numbers"), answer.ToString());
    }

    /// <summary>Text that a client shows as it is, without a look at Markdown.</summary>
    private static IEnumerable<string?> RichTextOf(Card card)
    {
        IEnumerable<JsonNode> Below(JsonNode? node) => node switch
        {
            JsonObject one => one.SelectMany(field => Below(field.Value)).Prepend(one),
            JsonArray many => many.SelectMany(Below),
            _ => [],
        };
        return Below(JsonNode.Parse(card.Content.GetRawText())).OfType<JsonObject>()
            .Where(one => (string?)one["type"] == "TextRun").Select(one => (string?)one["text"]);
    }
}
