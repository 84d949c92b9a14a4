using System.Net;
using System.Security.Principal;

namespace PeerBot.BotFramework.Tests;

/// <summary>Whole turns: from a request, or started by the bot, to the connector.</summary>
public sealed class Cloud_adapter : IAsyncLifetime
{
    private LocalCloud _cloud = null!;

    public async Task InitializeAsync() => _cloud = await LocalCloud.StartAsync();

    public async Task DisposeAsync() => await _cloud.DisposeAsync();

    [Fact]
    public async Task Carries_an_answer_back_to_the_service_that_asked()
    {
        await using var bot = await BotHost.StartAsync(
            new FunctionBot(async (turn, cancellation) =>
            {
                await turn.SendActivityAsync("Hi", cancellationToken: cancellation);
                await turn.SendActivityAsync(new Activity(ActivityTypes.Trace), cancellation);
                await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = "old", Text = "New" }, cancellation);
                await turn.DeleteActivityAsync("gone", cancellation);
            }),
            _cloud,
            LocalCloud.AppId);
        using var response = await bot.PostAsync(Samples.OfType("message", _cloud.ServiceUrl), _cloud.Token());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        const string path = "/teams/v3/conversations/a%3A1conv/activities/";
        Assert.Equal(
            ["POST " + path + "f%3A6", "PUT " + path + "old", "DELETE " + path + "gone"],
            _cloud.Requests.Select(request => request.Method + " " + request.Path));
        Assert.Equal(
            $$$"""{"type":"message","serviceUrl":"{{{_cloud.ServiceUrl}}}","channelId":"msteams","from":{"id":"28:bot"},"conversation":{"id":"a:1conv"},"recipient":{"id":"29:1abc"},"text":"Hi","inputHint":"acceptingInput","replyToId":"f:6"}""",
            _cloud.Requests.First().Body);
        Assert.All(_cloud.Requests, request => Assert.Equal("Bearer bot-token-1", request.Authorization));
    }

    [Fact]
    public async Task Gives_the_turn_its_connector_and_the_callers_identity()
    {
        (string? Issuer, string? CallerId, Uri? Service) seen = default;
        await using var bot = await BotHost.StartAsync(
            new FunctionBot((turn, _) =>
            {
                var identity = turn.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey) as System.Security.Claims.ClaimsIdentity;
                seen = (identity?.FindFirst("iss")?.Value, turn.Activity.CallerId, turn.TurnState.Get<IConnectorClient>()?.BaseUri);
                return Task.CompletedTask;
            }),
            _cloud,
            LocalCloud.AppId);
        using var response = await bot.PostAsync(Samples.Message(_cloud.ServiceUrl, ",\"callerId\":\"urn:forged\""), _cloud.Token());

        Assert.Equal((LocalCloud.Issuer, CallerIdConstants.PublicAzureChannel, new Uri(_cloud.ServiceUrl)), seen);
    }

    [Fact]
    public async Task Continues_a_conversation_from_its_reference()
    {
        using var authentication = BotHost.Authentication(_cloud, LocalCloud.AppId);
        var adapter = new CloudAdapter(authentication);
        var reference = Samples.Parsed(Samples.OfType("message", _cloud.ServiceUrl)).GetConversationReference();
        reference.ActivityId = null;

        await adapter.ContinueConversationAsync(LocalCloud.AppId, reference, async (turn, cancellation) =>
        {
            Assert.Equal(ActivityEventNames.ContinueConversation, turn.Activity.Name);
            await turn.TurnState.Get<IConnectorClient>()!.Conversations.SendToConversationAsync("a:1conv", MessageFactory.Text("Now"), cancellation);
        }, CancellationToken.None);

        var sent = Assert.Single(_cloud.Requests);
        Assert.Equal("/teams/v3/conversations/a%3A1conv/activities", sent.Path);
        Assert.Equal("""{"type":"message","text":"Now","inputHint":"acceptingInput","attachments":[],"entities":[]}""", sent.Body);
    }

    [Fact]
    public async Task Refuses_to_speak_as_another_bot()
    {
        using var authentication = BotHost.Authentication(_cloud, LocalCloud.AppId);
        var reference = Samples.Parsed(Samples.OfType("message", _cloud.ServiceUrl)).GetConversationReference();

        await Assert.ThrowsAsync<InvalidOperationException>(() => new CloudAdapter(authentication)
            .ContinueConversationAsync("another-app", reference, (_, _) => Task.CompletedTask, CancellationToken.None));
    }

    [Fact]
    public async Task Creates_a_conversation_and_starts_a_turn_in_it()
    {
        using var authentication = BotHost.Authentication(_cloud, LocalCloud.AppId);
        var parameters = new ConversationParameters
        {
            IsGroup = false,
            Bot = new("28:bot"),
            Members = [new("29:1")],
            TenantId = "t-1",
            ChannelData = new TeamsChannelData { Tenant = new("t-1") },
        };
        Activity? seen = null;

        await new CloudAdapter(authentication).CreateConversationAsync(
            LocalCloud.AppId, Channels.Msteams, _cloud.ServiceUrl, null, parameters, async (turn, cancellation) =>
            {
                seen = turn.Activity;
                await turn.SendActivityAsync("Hello", cancellationToken: cancellation);
            }, CancellationToken.None);

        Assert.Equal((ActivityEventNames.CreateConversation, "sent-1", "t-1", "28:bot"),
            (seen!.Name, seen.Conversation!.Id, seen.Conversation.TenantId, seen.Recipient!.Id));
        Assert.Equal("""{"isGroup":false,"bot":{"id":"28:bot"},"members":[{"id":"29:1"}],"channelData":{"tenant":{"id":"t-1"}},"tenantId":"t-1"}""", _cloud.Requests.First().Body);
        Assert.Contains("\"text\":\"Hello\"", _cloud.Requests.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_the_turn_see_why_sending_failed()
    {
        _cloud.Answer = (context, _) =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "3";
            return Task.CompletedTask;
        };
        ErrorResponseException? seen = null;
        await using var bot = await BotHost.StartAsync(new FunctionBot((turn, cancellation) => turn.SendActivityAsync("Hi", cancellationToken: cancellation)));
        bot.Adapter.OnTurnError = (_, exception) =>
        {
            seen = exception as ErrorResponseException;
            return Task.CompletedTask;
        };
        using var response = await bot.PostAsync(Samples.Message(_cloud.ServiceUrl));

        Assert.Equal((HttpStatusCode.TooManyRequests, "3"), (seen!.Response!.StatusCode, seen.Response.Headers["Retry-After"].Single()));
    }
}
