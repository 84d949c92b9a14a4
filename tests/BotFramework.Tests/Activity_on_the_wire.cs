using System.Text.Json;
using System.Text.Json.Nodes;

namespace PeerBot.BotFramework.Tests;

public sealed class Activity_on_the_wire
{
    public static TheoryData<string> WhatTeamsSends =>
        [Samples.Message(), Samples.Submit(), Samples.CardAction(), Samples.ConversationUpdate(), Samples.InstallationUpdate()];

    [Theory]
    [MemberData(nameof(WhatTeamsSends))]
    public void Comes_back_byte_for_byte(string json) => Assert.Equal(json, BotJson.Serialize(Samples.Parsed(json)));

    [Fact]
    public void Keeps_unknown_fields_at_every_level()
    {
        const string json = """
            {"type":"message","suggestedActions":{"to":["29:1"],"actions":[{"type":"imBack","title":"Yes","value":"yes","x":1}],"x":2},"relatesTo":{"activityId":"1","x":3},"reactionsAdded":[{"type":"like","x":4}],"entities":[{"type":"mention","mentioned":{"id":"1","x":5},"text":"<at>A</at>","x":6}],"x":{"y":[7]}}
            """;

        var written = BotJson.Serialize(Samples.Parsed(json));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), written);
    }

    [Fact]
    public void Keeps_unknown_channel_data_when_it_is_read_as_Teams_data()
    {
        var activity = Samples.Parsed(Samples.InstallationUpdate());
        activity.ChannelData = activity.GetChannelData<TeamsChannelData>();

        var written = JsonNode.Parse(BotJson.Serialize(activity))!["channelData"];

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Samples.InstallationUpdate())!["channelData"], written), written!.ToJsonString());
    }

    [Fact]
    public void Leaves_out_what_is_null_and_writes_text_as_people_read_it() =>
        Assert.Equal(
            """{"type":"message","text":"Zoë's <at>Bo</at> & \uD83D\uDE00 + \"ok\""}""",
            BotJson.Serialize(new Activity(ActivityTypes.Message) { Text = "Zoë's <at>Bo</at> & 😀 + \"ok\"" }));

    [Fact]
    public void Shows_values_as_JSON_text()
    {
        var submit = Samples.Parsed(Samples.Submit());
        var message = Samples.Parsed(Samples.Message());

        Assert.Equal("""{"verb":"choose","id":"r-1","version":3,"nonce":"n-1","ratio":0.10}""", submit.Value!.ToString());
        Assert.Equal("<p>Hello</p>", message.Attachments![0].Content);
        Assert.Equal("kept", message.Conversation!.Properties["x-conv"]!.ToString());
        Assert.Null(message.Conversation.Properties["absent"]?.ToString());
    }

    [Fact]
    public void Writes_values_of_any_kind()
    {
        var activity = new Activity(ActivityTypes.Message)
        {
            ChannelData = new { notification = new { alert = true } },
            Value = new JsonObject { ["a"] = 1 },
            Attachments =
            [
                new Attachment("application/vnd.microsoft.card.adaptive", content: new RawJson("""{"type":"AdaptiveCard","body":[]}""")),
                new Attachment("x", content: "text"),
                new Attachment("x", content: 2.5),
                new Attachment("x", content: true),
                new Attachment("x", content: new Dictionary<string, object> { ["k"] = 1 }),
            ],
        };

        Assert.Equal(
            """{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","body":[]}},{"contentType":"x","content":"text"},{"contentType":"x","content":2.5},{"contentType":"x","content":true},{"contentType":"x","content":{"k":1}}],"channelData":{"notification":{"alert":true}},"value":{"a":1}}""",
            BotJson.Serialize(activity));
    }

    [Fact]
    public void Refuses_to_write_a_card_that_is_not_JSON() =>
        Assert.ThrowsAny<JsonException>(() => BotJson.Serialize(new Activity { Value = new RawJson("{\"a\":") }));

    [Fact]
    public void Writes_mentions_whole_though_the_list_is_of_entities()
    {
        var activity = new Activity { Entities = [new Mention(new ChannelAccount("29:1", "Ann"), "<at>Ann</at>"), new Entity("x")] };

        Assert.Equal(
            """{"entities":[{"mentioned":{"id":"29:1","name":"Ann"},"text":"<at>Ann</at>","type":"mention"},{"type":"x"}]}""",
            BotJson.Serialize(activity));
    }

    [Theory]
    [InlineData("2026-11-23T08:30:00Z", "2026-11-23T08:30:00Z")]
    [InlineData("2026-11-23T08:30:00+00:00", "2026-11-23T08:30:00Z")]
    [InlineData("2026-11-23T08:30:00.1234567-05:30", "2026-11-23T08:30:00.1234567-05:30")]
    [InlineData("2026-11-23T08:30:00.500+01:00", "2026-11-23T08:30:00.5+01:00")]
    public void Keeps_moments_and_their_offsets(string read, string written) =>
        Assert.Equal($$"""{"timestamp":"{{written}}"}""", BotJson.Serialize(Samples.Parsed($$"""{"timestamp":"{{read}}"}""")));

    [Fact]
    public void A_reference_survives_storage()
    {
        var reference = Samples.Parsed(Samples.Message()).GetConversationReference();

        var stored = BotJson.Serialize(reference);

        Assert.Equal(stored, BotJson.Serialize(BotJson.Deserialize<ConversationReference>(stored)!));
        Assert.Contains("\"tenantId\":\"t-1\"", stored, StringComparison.Ordinal);
    }
}
