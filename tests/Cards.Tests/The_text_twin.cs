using System.Text.Json.Nodes;
using PeerBot.Cards.Tests.Samples;
using static PeerBot.Cards.Tests.Samples.Basics;

namespace PeerBot.Cards.Tests;

[Trait("Requirement", "A-20")]
public sealed class The_text_twin
{
    public static TheoryData<string> Names => Sample.Names;

    [Theory, MemberData(nameof(Names))]
    public void Lists_every_button_under_its_number_and_every_field_under_its_letter(string name)
    {
        var card = Sample.Cards[name]();
        var twin = TextTwin.Of(card);
        Assert.All(TextTwin.Actions(card), action => Assert.Contains($"\n{action.Number}. {Typed.Line(action.Title)}", twin, StringComparison.Ordinal));
        Assert.All(TextTwin.Flat(card.Body).OfType<AdaptiveChoiceSetInput>(), input =>
        {
            Assert.Contains(". " + input.Label, twin, StringComparison.Ordinal);
            Assert.All(input.Choices, choice => Assert.Contains(choice.Title, twin, StringComparison.Ordinal));
        });
    }

    [Theory, MemberData(nameof(Names))]
    public void Turns_the_number_of_Help_into_that_press(string name)
    {
        var card = Sample.Cards[name]();
        if (TextTwin.Actions(card).SingleOrDefault(action => action.Verb == Verbs.Help) is not { } help) return;
        var press = Assert.IsType<TwinAnswer.Press>(TwinReader.Read(card, $"{help.Number}"));
        Assert.Equal(Verbs.Help, press.Verb);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(help.DataJson!), JsonNode.Parse(press.DataJson)));
    }

    [Theory]
    [InlineData("C02-request")]
    [InlineData("C13-section")]
    [InlineData("C17-journal")]
    [InlineData("C20-feedback")]
    public void Warns_before_private_typing(string name) =>
        Assert.Contains("Private: what you type in this chat stays in Teams.", TextTwin.Of(Sample.Cards[name]()), StringComparison.Ordinal);

    [Fact]
    public void Shows_Markdown_as_the_words_it_stands_for()
    {
        Assert.Contains("A question to bring: What would you like", TextTwin.Of(Sample.Cards["C15-reminder-requester"]()), StringComparison.Ordinal);
        Assert.Contains("Likes to meet: Either is fine", TextTwin.Of(Sample.Cards["C05-ask"]()), StringComparison.Ordinal);
        Assert.Contains(@"Who: **Bold** [free](https://evil.example) <at>All</at> _x_ `code`", TextTwin.Of(Sample.Cards["C05-ask-reminder"]()), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_answered_line_by_line_as_the_card_would_be()
    {
        var press = Assert.IsType<TwinAnswer.Press>(TwinReader.Read(RequestCard.Of(Sample.Request, Frame), "a: 5\nB: Two years in: stretched\nC Teams\n1"));
        Assert.Equal(Verbs.SupportersShow, press.Verb);
        var data = JsonNode.Parse(press.DataJson)!.AsObject();
        Assert.Equal(["verb", "id", "version", "nonce", "area", "note", "mode"], data.Select(pair => pair.Key));
        Assert.Equal("workload", (string?)data["area"]);
        Assert.Equal("Two years in: stretched", (string?)data["note"]);
        Assert.Equal("teams", (string?)data["mode"]);
        Assert.Equal(3, (long)data["version"]!);
    }

    [Fact]
    public void Sends_what_was_filled_in_before()
    {
        var card = RequestCard.Of(Sample.Request with { Area = "finance", Note = "Kept" }, Frame);
        var data = JsonNode.Parse(Assert.IsType<TwinAnswer.Press>(TwinReader.Read(card, "see who is free")).DataJson)!;
        Assert.Equal("finance", (string?)data["area"]);
        Assert.Equal("Kept", (string?)data["note"]);
        Assert.Equal("either", (string?)data["mode"]);
    }

    [Theory]
    [InlineData("1", "Choose an area, for example “Workload and well-being”, or “Prefer not to say”.")]
    [InlineData("A: 12\n1", "I could not read your answer to A")]
    [InlineData("A: 5\nnonsense\n1", "I could not tell which letter “nonsense” answers.")]
    public void Says_what_is_missing_or_not_understood(string typed, string sentence) =>
        Assert.StartsWith(sentence, Assert.IsType<TwinAnswer.Problem>(TwinReader.Read(RequestCard.Of(Sample.Request, Frame), typed)).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public void Takes_the_tick_as_yes(string tick, bool sent) =>
        Assert.Equal(sent, TwinReader.Read(ConfirmChoicesCard.Of(Sample.Choices, Frame), $"A: {tick}\nSend request") is TwinAnswer.Press);

    [Theory]
    [InlineData("3 December 2026", "3.30pm")]
    [InlineData("2026-12-03", "15:30")]
    [InlineData("3/12/2026", "15.30")]
    [InlineData("Thursday 3 December 2026", "3:30 PM")]
    public void Reads_dates_and_times_as_people_write_them(string date, string time)
    {
        var card = PickTimeCard.Of(Sample.PickTime, Frame);
        var press = Assert.IsType<TwinAnswer.Press>(TwinReader.Read(card, $"A: {date}\nB: {time}\nAsk for this time"));
        var data = JsonNode.Parse(press.DataJson)!;
        Assert.Equal("2026-12-03", (string?)data["date"]);
        Assert.Equal("15:30", (string?)data["time"]);
    }

    [Fact]
    public void Reads_several_choices_of_one_list()
    {
        var card = GroundRulesCard.Of(Sample.GroundRules with { Step = GroundRulesCard.Step.Suggest }, Frame);
        var press = Assert.IsType<TwinAnswer.Press>(TwinReader.Read(card, "B: 1, 3\nC: 1\n1"));
        Assert.Equal("teams,work-phone", (string?)JsonNode.Parse(press.DataJson)!["ways"]);
    }

    [Fact]
    public void Offers_the_slot_under_its_full_date()
    {
        var card = PickTimeCard.Of(Sample.PickTime, Frame);
        Assert.Contains("1. Thursday 3 December 2026, 3.30–4.30pm", TextTwin.Of(card), StringComparison.Ordinal);
        var press = Assert.IsType<TwinAnswer.Press>(TwinReader.Read(card, "1."));
        Assert.Equal(Verbs.SlotPick, press.Verb);
        Assert.Equal("2026-12-03T15:30:00Z", (string?)JsonNode.Parse(press.DataJson)!["arg"]);
    }

    [Fact]
    public void Answers_the_number_of_a_link_with_the_link() =>
        Assert.Equal(Join, Assert.IsType<TwinAnswer.Link>(TwinReader.Read(ReminderCard.Of(Sample.Reminder, Frame), "2")).Url);

    [Theory]
    [InlineData("")]
    [InlineData("99")]
    [InlineData("-1")]
    [InlineData("can we do thursday 3rd at 6pm")]
    [InlineData("{\"verb\":\"slot.pick\"}")]
    public void Leaves_other_words_to_the_flow(string typed) =>
        Assert.IsType<TwinAnswer.NotAnAnswer>(TwinReader.Read(PickTimeCard.Of(Sample.PickTime, Frame), typed));
}
