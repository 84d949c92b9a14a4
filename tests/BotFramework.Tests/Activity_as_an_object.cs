namespace PeerBot.BotFramework.Tests;

public sealed class Activity_as_an_object
{
    [Fact]
    public void Knows_its_tenant_from_the_channel_data() =>
        Assert.Equal("t-1", Samples.Parsed(Samples.Message()).GetChannelData<TeamsChannelData>()?.Tenant?.Id);

    [Fact]
    public void Says_when_its_channel_data_has_another_shape()
    {
        var odd = Samples.Parsed("""{"channelData":{"tenant":"not an object"}}""");

        Assert.False(odd.TryGetChannelData<TeamsChannelData>(out _));
        Assert.False(new Activity().TryGetChannelData<TeamsChannelData>(out _));
        Assert.Null(new Activity().GetChannelData<TeamsChannelData>());
    }

    [Fact]
    public void Reads_channel_data_that_the_bot_put_there()
    {
        var data = new TeamsChannelData { Tenant = new TenantInfo("t-2") };

        Assert.Same(data, new Activity { ChannelData = data }.GetChannelData<TeamsChannelData>());
        Assert.Equal("t-3", new Activity { ChannelData = new { tenant = new { id = "t-3" } } }.GetChannelData<TeamsChannelData>()?.Tenant?.Id);
    }

    [Fact]
    public void Finds_and_removes_the_mention_of_the_bot()
    {
        var activity = Samples.Parsed(Samples.Message());
        activity.Text = "<at>PeerBot</at> help";

        Assert.True(activity.MentionsRecipient());
        Assert.Equal("help", activity.RemoveRecipientMention());
        Assert.Equal("28:bot", Assert.Single(activity.GetMentions()).Mentioned!.Id);
    }

    [Fact]
    public void A_reply_goes_back_to_the_sender()
    {
        var reply = Samples.Parsed(Samples.Message()).CreateReply("Hi");

        Assert.Equal(("28:bot", "29:1abc", "1700000000001", "a:1conv", "Hi", "en-GB"),
            (reply.From!.Id, reply.Recipient!.Id, reply.ReplyToId, reply.Conversation!.Id, reply.Text, reply.Locale));
    }

    [Fact]
    public void A_reference_can_be_applied_in_both_directions()
    {
        var reference = Samples.Parsed(Samples.Message()).GetConversationReference();

        var outgoing = new Activity().ApplyConversationReference(reference);
        var incoming = new Activity().ApplyConversationReference(reference, isIncoming: true);

        Assert.Equal(("28:bot", "29:1abc", "1700000000001"), (outgoing.From!.Id, outgoing.Recipient!.Id, outgoing.ReplyToId));
        Assert.Equal(("29:1abc", "28:bot", "1700000000001"), (incoming.From!.Id, incoming.Recipient!.Id, incoming.Id));
        Assert.Equal("sent-1", Samples.Parsed(Samples.Message()).GetReplyConversationReference(new ResourceResponse("sent-1")).ActivityId);
    }

    [Fact]
    public void A_reference_continues_as_an_event_from_the_person_to_the_bot()
    {
        var reference = Samples.Parsed(Samples.Message()).GetConversationReference();

        var continuation = reference.GetContinuationActivity();

        Assert.Equal((ActivityTypes.Event, ActivityEventNames.ContinueConversation, "29:1abc", "28:bot"),
            (continuation.Type, continuation.Name, continuation.From!.Id, continuation.Recipient!.Id));
        Assert.Same(reference, continuation.RelatesTo);
    }

    [Theory]
    [InlineData("message", true)]
    [InlineData("MESSAGE", true)]
    [InlineData("message/feedback", true)]
    [InlineData("messageUpdate", false)]
    [InlineData(null, false)]
    public void Is_a_message_by_its_type_or_sub_type(string? type, bool isMessage) =>
        Assert.Equal(isMessage, new Activity { Type = type }.AsMessageActivity() is not null);

    [Fact]
    public void Messages_come_from_the_factory_in_their_usual_forms()
    {
        var card = new Attachment("application/vnd.microsoft.card.adaptive");

        Assert.Null(MessageFactory.Text(" ").Text);
        Assert.Equal((ActivityTypes.Message, "Hi", InputHints.AcceptingInput), (MessageFactory.Text("Hi").Type, MessageFactory.Text("Hi").Text, MessageFactory.Text("Hi").InputHint));
        Assert.Equal(AttachmentLayoutTypes.List, MessageFactory.Attachment(card).AttachmentLayout);
        Assert.Equal(AttachmentLayoutTypes.Carousel, MessageFactory.Carousel([card, card]).AttachmentLayout);
        string[] answers = ["Yes", "No"];
        Assert.Equal(answers, MessageFactory.SuggestedActions(answers, "?", null, null).SuggestedActions!.Actions!.Select(action => action.Title));
    }

    [Fact]
    public void An_alert_is_channel_data_of_the_message()
    {
        IActivity message = MessageFactory.Text("Hi");

        message.TeamsNotifyUser();

        Assert.Contains("""
            "channelData":{"notification":{"alert":true,"alertInMeeting":false}}
            """.Trim(), BotJson.Serialize((Activity)message), StringComparison.Ordinal);
    }
}
