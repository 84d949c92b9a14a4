using System.Net;
using Microsoft.AspNetCore.Http;

namespace PeerBot.BotFramework.Tests;

public sealed class Activity_handler
{
    private readonly RecordingAdapter _adapter = new();

    [Theory]
    [InlineData("message", "", "message")]
    [InlineData("messageUpdate", "editMessage", "edit")]
    [InlineData("messageUpdate", "undeleteMessage", "undelete")]
    [InlineData("messageUpdate", "other", "update")]
    [InlineData("messageDelete", "softDeleteMessage", "softDelete")]
    [InlineData("messageDelete", "", "delete")]
    [InlineData("typing", "", "typing")]
    [InlineData("endOfConversation", "", "end")]
    [InlineData("event", "", "event")]
    [InlineData("somethingNew", "", "unrecognized")]
    [InlineData("conversationUpdate", "channelRenamed", "")]
    [InlineData("invoke", "", "")]
    public async Task Calls_the_method_of_the_kind(string type, string eventType, string called) =>
        Assert.Equal(called, await Handle(new Activity(type) { ChannelId = "msteams", ChannelData = new TeamsChannelData { EventType = eventType } }));

    [Theory]
    [InlineData("add", "added")]
    [InlineData("add-upgrade", "added")]
    [InlineData("remove", "removed")]
    [InlineData("remove-upgrade", "removed")]
    [InlineData("other", "")]
    public async Task Tells_installing_from_removing(string action, string called) =>
        Assert.Equal(called, await Handle(Samples.Parsed(Samples.InstallationUpdate(action))));

    [Fact]
    public async Task Tells_reactions_apart_and_knows_sign_in_events()
    {
        Assert.Equal("+like -heart", await Handle(new Activity(ActivityTypes.MessageReaction)
        {
            ReactionsAdded = [new MessageReaction("like")],
            ReactionsRemoved = [new MessageReaction("heart")],
        }));
        Assert.Equal("token", await Handle(new Activity(ActivityTypes.Event) { Name = SignInConstants.TokenResponseEventName }));
    }

    [Fact]
    public async Task Tells_of_people_who_came_and_went()
    {
        var person = BotJson.Deserialize<ChannelAccount>("""{"id":"29:1","email":"ann@example.org"}""")!;
        var removed = new Activity(ActivityTypes.ConversationUpdate) { ChannelId = "msteams", MembersRemoved = [person], Recipient = new("28:bot") };

        Assert.Equal("came 29:1", await Handle(new Activity(ActivityTypes.ConversationUpdate)
        {
            ChannelId = "msteams",
            MembersAdded = [person],
            Recipient = new("28:bot"),
        }));
        Assert.Equal("went 29:1", await Handle(removed));
        Assert.Equal("", await Handle(new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [new("28:bot")], Recipient = new("28:bot") }));
    }

    [Fact]
    public async Task Asks_Teams_about_people_who_came_with_an_id_alone()
    {
        await using var cloud = await LocalCloud.StartAsync();
        cloud.Answer = (context, n) => n == 1
            ? context.Response.WriteAsync("""{"id":"29:1abc","name":"Ann Example","email":"ann@example.org"}""")
            : WriteUnknownAsync(context);
        var handler = new NamingHandler();
        await using var bot = await BotHost.StartAsync(handler);
        var body = Samples.ConversationUpdate().Replace(Samples.ServiceUrl, cloud.ServiceUrl, StringComparison.Ordinal);

        using var known = await bot.PostAsync(body);
        using var unknown = await bot.PostAsync(body);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (known.StatusCode, unknown.StatusCode));
        Assert.Equal(["ann@example.org", "none", "none", "none"], handler.Emails);
        Assert.Equal("/teams/v3/conversations/a%3A1conv/members/29%3A1abc", cloud.Requests.First().Path);
    }

    [Fact]
    public async Task Answers_an_invoke_once()
    {
        using var turn = new TurnContext(_adapter, Samples.Parsed(Samples.CardAction()));

        await new TeamsActivityHandler().OnTurnAsync(turn);

        var sent = Assert.Single(_adapter.Sent);
        Assert.Equal(ActivityTypesEx.InvokeResponse, sent.Type);
        Assert.Equal(501, Assert.IsType<InvokeResponse>(sent.Value).Status);
    }

    [Fact]
    public async Task Leaves_an_answer_alone_that_was_sent_already()
    {
        await using var bot = await BotHost.StartAsync(new TwiceAnsweringHandler());
        using var response = await bot.PostAsync(Samples.CardAction());

        Assert.Equal((HttpStatusCode)299, response.StatusCode);
    }

    [Fact]
    public async Task Refuses_an_activity_without_a_type()
    {
        using var turn = new TurnContext(_adapter, new Activity());

        await Assert.ThrowsAsync<ArgumentException>(() => new ActivityHandler().OnTurnAsync(turn));
    }

    private static Task WriteUnknownAsync(HttpContext context)
    {
        context.Response.StatusCode = 404;
        return context.Response.WriteAsync("""{"error":{"code":"ConversationNotFound","message":"x"}}""");
    }

    private async Task<string> Handle(Activity activity)
    {
        var handler = new ListeningHandler();
        using var turn = new TurnContext(_adapter, activity);
        await handler.OnTurnAsync(turn);
        return string.Join(' ', handler.Calls);
    }

    private sealed class TwiceAnsweringHandler : ActivityHandler
    {
        protected override async Task<InvokeResponse?> OnInvokeActivityAsync(
            ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
        {
            var first = new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = 299 } };
            await turnContext.SendActivityAsync(first, cancellationToken);
            return CreateInvokeResponse();
        }
    }

    private sealed class NamingHandler : TeamsActivityHandler
    {
        public List<string> Emails { get; } = [];

        protected override Task OnTeamsMembersAddedAsync(
            IList<TeamsChannelAccount> teamsMembersAdded,
            TeamInfo? teamInfo,
            ITurnContext<IConversationUpdateActivity> turnContext,
            CancellationToken cancellationToken)
        {
            Emails.AddRange(teamsMembersAdded.Select(member => member.Email ?? "none"));
            return Task.CompletedTask;
        }
    }

    private sealed class ListeningHandler : TeamsActivityHandler
    {
        public List<string> Calls { get; } = [];

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => Note("message");

        protected override Task OnTeamsMessageEditAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("edit");

        protected override Task OnTeamsMessageUndeleteAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("undelete");

        protected override Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.Activity.GetChannelData<TeamsChannelData>()!.EventType == "other"
                ? Note("update")
                : base.OnMessageUpdateActivityAsync(turnContext, cancellationToken);

        protected override Task OnTeamsMessageSoftDeleteAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Note("softDelete");

        protected override Task OnMessageDeleteActivityAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.Activity.GetChannelData<TeamsChannelData>()!.EventType == ""
                ? Note("delete")
                : base.OnMessageDeleteActivityAsync(turnContext, cancellationToken);

        protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) => Note("typing");

        protected override Task OnEndOfConversationActivityAsync(ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) => Note("end");

        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Note("event");

        protected override Task OnTokenResponseEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Note("token");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("unrecognized");

        protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("added");

        protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("removed");

        protected override Task OnReactionsAddedAsync(
            IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
            Note("+" + messageReactions[0].Type);

        protected override Task OnReactionsRemovedAsync(
            IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
            Note("-" + messageReactions[0].Type);

        protected override Task OnMembersAddedAsync(
            IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Note("came " + membersAdded[0].Id);

        protected override Task OnMembersRemovedAsync(
            IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Note("went " + membersRemoved[0].Id);

        private Task Note(string call)
        {
            Calls.Add(call);
            return Task.CompletedTask;
        }
    }
}
