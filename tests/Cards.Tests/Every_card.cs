using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PeerBot.Cards.Tests.Samples;

namespace PeerBot.Cards.Tests;

/// <summary>What holds for each card, whatever it is about.</summary>
public sealed class Every_card
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names => Sample.Names;

    [Theory, MemberData(nameof(Names))]
    public void Is_the_one_that_was_approved(string name) =>
        ApprovedFile.Matches(name + ".json", Json(name).ToJsonString(Indented));

    [Theory, MemberData(nameof(Names))]
    public void Has_the_text_twin_that_was_approved(string name) =>
        ApprovedFile.Matches(name + ".txt", TextTwin.Of(Card(name)));

    [Theory, MemberData(nameof(Names))]
    public void Is_written_the_same_way_twice(string name) => Assert.Equal(Card(name).ToJson(), Card(name).ToJson());

    [Theory, MemberData(nameof(Names))]
    public void Is_version_1_5_and_under_28_kilobytes(string name)
    {
        Assert.Equal("1.5", (string?)Json(name)["version"]);
        Assert.InRange(Card(name).ToUtf8().Length, 1, 28 * 1024 - 1);
    }

    [Theory, MemberData(nameof(Names))]
    public void Begins_with_a_heading(string name)
    {
        var first = Assert.IsType<AdaptiveTextBlock>(Card(name).Body[0]);
        Assert.Equal(AdaptiveTextBlockStyle.Heading, first.Style);
    }

    [Theory, MemberData(nameof(Names))]
    public void Has_Help_as_its_last_button(string name)
    {
        if (name.StartsWith("help", StringComparison.Ordinal)) return; // It is the help.
        var last = Assert.IsType<AdaptiveExecuteAction>(Card(name).Actions![^1]);
        Assert.Equal(Verbs.Help, last.Verb);
    }

    [Theory, MemberData(nameof(Names))]
    public void Has_rows_of_buttons_that_fit_a_narrow_chat(string name)
    {
        var card = Card(name);
        var rows = TextTwin.Flat(card.Body).OfType<AdaptiveActionSet>().Select(set => set.Actions).Append(card.Actions!);
        Assert.All(rows, row => Assert.InRange(row.Count == 1 ? 0 : row.Sum(button => button.Title.Length + 4), 0, 50));
    }

    [Theory, MemberData(nameof(Names))]
    public void Has_at_most_six_buttons_in_a_row(string name)
    {
        var card = Card(name);
        Assert.InRange(card.Actions!.Count, 1, 6);
        Assert.All(TextTwin.Flat(card.Body).OfType<AdaptiveActionSet>(), set => Assert.InRange(set.Actions.Count, 1, 6));
    }

    [Theory, MemberData(nameof(Names))]
    public void Sends_with_a_press_these_keys_and_no_other(string name)
    {
        foreach (var data in Nodes(Json(name)).Where(node => node.ContainsKey("data")).Select(node => node["data"]!.AsObject()))
        {
            string[] keys = [.. data.Select(pair => pair.Key)];
            Assert.True(keys is ["verb", "id", "version", "nonce"] or ["verb", "id", "version", "nonce", "arg"], string.Join(' ', keys));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Gives_a_client_without_Execute_the_same_press(string name)
    {
        foreach (var execute in Nodes(Json(name)).Where(node => (string?)node["type"] == "Action.Execute"))
        {
            var fallback = execute["fallback"]!;
            Assert.Equal("Action.Submit", (string?)fallback["type"]);
            Assert.Equal(execute["data"]!.ToJsonString(), fallback["data"]!.ToJsonString());
            Assert.Equal((string?)execute["associatedInputs"], (string?)fallback["associatedInputs"]);
            Assert.Equal((string?)execute["verb"], (string?)execute["data"]!["verb"]);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Puts_nothing_personal_into_a_press(string name)
    {
        foreach (var action in TextTwin.Actions(Card(name)).Where(action => action.DataJson is not null))
            Assert.All(Basics.Personal, personal => Assert.DoesNotContain(personal, action.DataJson, StringComparison.OrdinalIgnoreCase));
    }

    [Theory, MemberData(nameof(Names))]
    public void Shows_no_name_and_no_topic_on_a_lock_screen(string name)
    {
        var card = Card(name);
        foreach (var seen in new[] { card.Summary, card.FallbackText })
        {
            Assert.NotEmpty(seen);
            Assert.All(Basics.Personal, personal => Assert.DoesNotContain(personal, seen, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Labels_each_input_and_says_whether_it_is_required(string name)
    {
        var inputs = TextTwin.Flat(Card(name).Body).OfType<AdaptiveInput>().ToList();
        Assert.Equal(inputs.Count, inputs.Select(input => input.Id).Distinct().Count());
        foreach (var input in inputs)
        {
            if (input.IsRequired == true)
            {
                Assert.Contains("(required)", input.Label, StringComparison.Ordinal);
                Assert.False(string.IsNullOrWhiteSpace(input.ErrorMessage), $"{input.Id} has no error message");
            }
            else if (!name.StartsWith("C13", StringComparison.Ordinal) || input is AdaptiveTextInput) // A statement is its own label.
            {
                Assert.Contains("(optional", input.Label, StringComparison.Ordinal);
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Lets_no_required_field_stand_in_the_way_of_Help(string name)
    {
        var help = Card(name).Actions!.OfType<AdaptiveExecuteAction>().SingleOrDefault(action => action.Verb == Verbs.Help);
        if (help is not null) Assert.Equal(AdaptiveAssociatedInputs.None, help.AssociatedInputs);
    }

    [Theory, MemberData(nameof(Names))]
    [Trait("Requirement", "U-22")]
    public void Shows_what_a_person_typed_as_text(string name)
    {
        var json = Json(name);
        Assert.DoesNotContain(Nodes(json), node => (string?)node["type"] == "Action.Submit" && !node.ContainsKey("data"));
        foreach (var text in Nodes(json).Where(node => (string?)node["type"] is "TextBlock").Select(node => (string)node["text"]!))
        {
            Assert.DoesNotContain("**Bold**", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"(?<!\\)\[free(?<!\\)\]", text);
            Assert.DoesNotMatch(@"(?<!\\)<at>", text);
        }
        Assert.DoesNotContain('\u202E', Card(name).ToJson());
    }

    [Fact]
    public void Has_an_approved_file_and_no_file_is_left_over()
    {
        var files = Directory.EnumerateFiles(Folders.Approved, "*.json").Select(file => Path.GetFileNameWithoutExtension(file));
        Assert.Equal(Sample.Cards.Keys.Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }

    private static AdaptiveCard Card(string name) => Sample.Cards[name]();

    private static JsonNode Json(string name) => JsonNode.Parse(Card(name).ToJson())!;

    private static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject one => one.Select(pair => pair.Value).SelectMany(Nodes).Prepend(one),
        JsonArray many => many.SelectMany(Nodes),
        _ => [],
    };
}
