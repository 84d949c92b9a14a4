using System.Net;
using Microsoft.AspNetCore.Http;

namespace PeerBot.BotFramework.Tests;

/// <summary>What goes out to the channel, over real HTTP.</summary>
public sealed class Connector_calls : IAsyncLifetime
{
    private LocalCloud _cloud = null!;
    private ConfigurationBotFrameworkAuthentication _authentication = null!;
    private IConnectorClient _connector = null!;

    public async Task InitializeAsync()
    {
        _cloud = await LocalCloud.StartAsync();
        _authentication = BotHost.Authentication(_cloud, LocalCloud.AppId);
        _connector = await ConnectAsync(_authentication);
    }

    public async Task DisposeAsync()
    {
        _connector.Dispose();
        _authentication.Dispose();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task Send_reply_update_and_delete_activities()
    {
        const string conversation = "19:abc@thread.tacv2;messageid=17";
        var sent = await _connector.Conversations.SendToConversationAsync(conversation, Message("One"));
        var replied = await _connector.Conversations.ReplyToActivityAsync(conversation, "1:2/3", Message("Two"));
        var updated = await _connector.Conversations.UpdateActivityAsync(conversation, "id?x", Message("Three"));
        await _connector.Conversations.DeleteActivityAsync(conversation, "id#y");

        const string path = "/teams/v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D17/activities";
        Assert.Equal(("sent-1", "sent-2", "sent-3"), (sent.Id, replied.Id, updated.Id));
        Assert.Equal(
            [
                new Received("POST", path, "Bearer bot-token-1", "application/json; charset=utf-8", """{"type":"message","text":"One"}"""),
                new Received("POST", path + "/1%3A2%2F3", "Bearer bot-token-1", "application/json; charset=utf-8", """{"type":"message","text":"Two"}"""),
                new Received("PUT", path + "/id%3Fx", "Bearer bot-token-1", "application/json; charset=utf-8", """{"type":"message","text":"Three"}"""),
                new Received("DELETE", path + "/id%23y", "Bearer bot-token-1", null, ""),
            ],
            _cloud.Requests);
    }

    [Fact]
    public async Task Take_the_ids_from_the_activity_where_none_are_given()
    {
        var activity = Message("One");
        activity.Conversation = new ConversationAccount(id: "a:1");
        activity.ReplyToId = "r";
        activity.Id = "i";

        await _connector.Conversations.SendToConversationAsync(activity);
        await _connector.Conversations.ReplyToActivityAsync(activity);
        await _connector.Conversations.UpdateActivityAsync(activity);

        Assert.Equal(
            ["/teams/v3/conversations/a%3A1/activities", "/teams/v3/conversations/a%3A1/activities/r", "/teams/v3/conversations/a%3A1/activities/i"],
            _cloud.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task Create_a_conversation_with_one_person()
    {
        _cloud.Answer = (context, _) => Write(context, 201, """{"id":"a:new","activityId":"1","serviceUrl":"https://smba.trafficmanager.net/uk/"}""");

        var created = await _connector.Conversations.CreateConversationAsync(new ConversationParameters
        {
            IsGroup = false,
            Bot = new ChannelAccount("28:bot"),
            Members = [new ChannelAccount("29:1")],
            TenantId = "t-1",
        });

        Assert.Equal(("a:new", "1", "https://smba.trafficmanager.net/uk/"), (created.Id, created.ActivityId, created.ServiceUrl));
        Assert.Equal(
            ("/teams/v3/conversations", """{"isGroup":false,"bot":{"id":"28:bot"},"members":[{"id":"29:1"}],"tenantId":"t-1"}"""),
            (_cloud.Requests.Single().Path, _cloud.Requests.Single().Body));
    }

    [Fact]
    public async Task Read_members_one_by_one_and_page_by_page()
    {
        _cloud.Answer = (context, n) => Write(context, 200, n == 1
            ? """{"id":"29:1","objectId":"o-1","givenName":"Ann","email":"ann@example.org","tenantId":"t-1","odd":1}"""
            : """{"members":[{"id":"29:1","aadObjectId":"o-1","surname":"Example"}],"continuationToken":"next"}""");

        var member = (TeamsChannelAccount)await ((Conversations)_connector.Conversations).GetConversationMemberAsync("29:1", "a:1");
        var page = await _connector.Conversations.GetConversationPagedMembersAsync("a:1", 50, "to/ken");
        await _connector.Conversations.GetConversationPagedMembersAsync("a:1");

        Assert.Equal(("o-1", "Ann", "ann@example.org", "t-1"), (member.AadObjectId, member.GivenName, member.Email, member.TenantId));
        Assert.Equal(("next", "o-1", "Example"), (page.ContinuationToken, page.Members![0].AadObjectId, page.Members[0].Properties["surname"].ToString()));
        Assert.Equal(
            ["/teams/v3/conversations/a%3A1/members/29%3A1", "/teams/v3/conversations/a%3A1/pagedmembers?pageSize=50&continuationToken=to%2Fken", "/teams/v3/conversations/a%3A1/pagedmembers"],
            _cloud.Requests.Select(request => request.Path));
    }

    [Theory]
    [InlineData(429, """{"error":{"code":"Throttled","message":"slow down"}}""", "Throttled")]
    [InlineData(403, """{"errorCode":209,"message":"{\r\n  \"subCode\": \"MessageWritesBlocked\",\r\n  \"details\": \"Thread is blocked\",\r\n  \"errorCode\": null\r\n}"}""", "MessageWritesBlocked")]
    [InlineData(403, """{"errorCode":209,"message":"plain"}""", "209")]
    [InlineData(401, """{"message":"Authorization has been denied for this request."}""", null)]
    [InlineData(502, "<html>bad gateway</html>", null)]
    [InlineData(302, "", null)]
    [InlineData(404, """{"error":{"code":"ConversationNotFound","message":"x","innerHttpError":{"statusCode":404,"body":{"a":1}}}}""", "ConversationNotFound")]
    [InlineData(500, """{"error":"text"}""", "text")]
    [InlineData(400, "[1]", null)]
    public async Task Say_what_the_channel_said(int status, string body, string? code)
    {
        _cloud.Answer = (context, _) =>
        {
            context.Response.Headers.RetryAfter = "7";
            context.Response.Headers["MS-CV"] = "cv-1";
            context.Response.Headers.Location = "https://evil.example/";
            return Write(context, status, body);
        };

        var exception = await Assert.ThrowsAsync<ErrorResponseException>(() => _connector.Conversations.SendToConversationAsync("a:1", Message("One")));

        Assert.Equal((HttpStatusCode)status, exception.Response!.StatusCode);
        Assert.Equal(code, exception.Body?.Error?.Code);
        Assert.Equal(["7"], exception.Response.Headers["retry-after"]);
        Assert.Equal(["cv-1"], exception.Response.Headers["MS-CV"]);
        Assert.Equal(body, exception.Response.Content);
        Assert.Equal(status == 401 ? 2 : 1, _cloud.Requests.Count);
    }

    [Fact]
    public async Task Are_made_once_even_when_the_channel_fails()
    {
        _cloud.Answer = (context, _) => Write(context, 503, "");

        await Assert.ThrowsAsync<ErrorResponseException>(() => _connector.Conversations.SendToConversationAsync("a:1", Message("One")));

        Assert.Single(_cloud.Requests);
    }

    [Fact]
    public async Task Succeed_with_an_empty_answer()
    {
        _cloud.Answer = (context, _) => Write(context, 202, "");

        Assert.Null((await _connector.Conversations.SendToConversationAsync("a:1", Message("One"))).Id);
    }

    [Theory]
    [InlineData("<html>taken</html>")]
    [InlineData("{\"id\":")]
    [InlineData("[1]")]
    public async Task Succeed_with_an_answer_that_cannot_be_read(string body)
    {
        _cloud.Answer = (context, _) => Write(context, 201, body);

        Assert.Null((await _connector.Conversations.SendToConversationAsync("a:1", Message("One"))).Id);
        Assert.Single(_cloud.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Never_leave_the_conversation_by_a_strange_id(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _connector.Conversations.SendToConversationAsync(id, Message("One")));
        await Assert.ThrowsAsync<ArgumentException>(() => _connector.Conversations.DeleteActivityAsync("a:1", id));
        Assert.Empty(_cloud.Requests);
    }

    [Fact]
    public async Task Get_the_token_once_for_all_who_wait()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _connector.Conversations.SendToConversationAsync("a:1", Message("One"))));

        Assert.Equal(
            "/home-tenant/oauth2/v2.0/token grant_type=client_credentials&client_id=0f2b6a5e-5c9d-4f0e-9a53-3d9a4f1b7c11"
            + "&client_secret=a+secret+%26+more&scope=https%3A%2F%2Fapi.botframework.com%2F.default",
            Assert.Single(_cloud.TokenRequests));
    }

    [Fact]
    public async Task Renew_the_token_five_minutes_before_its_end_and_keep_it_while_the_login_is_down()
    {
        var clock = new StandingClock(TimeProvider.System.GetUtcNow());
        using var authentication = BotHost.Authentication(_cloud, LocalCloud.AppId, clock);
        using var connector = await ConnectAsync(authentication);
        async Task<string?> TokenAt(TimeSpan later)
        {
            clock.Now += later;
            await connector.Conversations.SendToConversationAsync("a:1", Message("One"));
            return _cloud.Requests.Last().Authorization;
        }

        Assert.Equal("Bearer bot-token-1", await TokenAt(TimeSpan.Zero));
        Assert.Equal("Bearer bot-token-1", await TokenAt(TimeSpan.FromMinutes(54)));
        _cloud.TokenStatus = 500;
        Assert.Equal("Bearer bot-token-1", await TokenAt(TimeSpan.FromMinutes(2)));
        _cloud.TokenStatus = 200;
        Assert.Equal("Bearer bot-token-3", await TokenAt(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Drop_a_refused_token_and_try_once_with_a_new_one()
    {
        _cloud.Answer = (context, n) => n == 1 ? Write(context, 401, "") : Write(context, 201, """{"id":"ok"}""");

        var sent = await _connector.Conversations.SendToConversationAsync("a:1", Message("One"));

        Assert.Equal("ok", sent.Id);
        Assert.Equal(["Bearer bot-token-1", "Bearer bot-token-2"], _cloud.Requests.Select(request => request.Authorization));
        Assert.All(_cloud.Requests, request => Assert.Contains("One", request.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fail_with_the_logins_status_and_without_its_words()
    {
        _cloud.TokenStatus = 401;

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => _connector.Conversations.SendToConversationAsync("a:1", Message("One")));

        Assert.Equal(HttpStatusCode.Unauthorized, exception.StatusCode);
        Assert.Equal("The login refused the bot's credentials: 401 invalid_client", exception.Message);
        Assert.Empty(_cloud.Requests);
    }

    [Fact]
    public async Task Say_that_nothing_has_gone_out_when_the_login_gives_no_token()
    {
        _cloud.TokenStatus = 401;
        var refused = await FailureOf(_authentication);
        using var timedOut = BotHost.Authentication(_cloud, LocalCloud.AppId, acquire: _ => Task.FromException<ConnectorToken>(new TaskCanceledException()));
        using var withoutIdentity = BotHost.Authentication(
            _cloud, LocalCloud.AppId, acquire: _ => Task.FromException<ConnectorToken>(new InvalidOperationException("no identity")));

        Assert.Equal(HttpRequestError.UserAuthenticationError, refused.HttpRequestError);
        Assert.Equal(HttpRequestError.UserAuthenticationError, (await FailureOf(timedOut)).HttpRequestError);
        Assert.Equal(HttpRequestError.UserAuthenticationError, (await FailureOf(withoutIdentity)).HttpRequestError);
        Assert.Empty(_cloud.Requests);

        async Task<HttpRequestException> FailureOf(ConfigurationBotFrameworkAuthentication authentication)
        {
            using var connector = await ConnectAsync(authentication);
            return await Assert.ThrowsAsync<HttpRequestException>(() => connector.Conversations.SendToConversationAsync("a:1", Message("One")));
        }
    }

    [Fact]
    public async Task Use_the_hosts_own_tokens_when_it_has_some()
    {
        using var authentication = BotHost.Authentication(
            _cloud, LocalCloud.AppId, acquire: _ => Task.FromResult(new ConnectorToken("from-identity", DateTimeOffset.MaxValue)));
        using var connector = await ConnectAsync(authentication);

        await connector.Conversations.SendToConversationAsync("a:1", Message("One"));

        Assert.Equal("Bearer from-identity", _cloud.Requests.Single().Authorization);
        Assert.Empty(_cloud.TokenRequests);
    }

    [Fact]
    public async Task Carry_no_token_when_the_bot_has_no_id()
    {
        using var authentication = BotHost.Authentication(_cloud, appId: null);
        using var connector = await ConnectAsync(authentication);

        await connector.Conversations.SendToConversationAsync("a:1", Message("One"));

        Assert.Null(_cloud.Requests.Single().Authorization);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("http://smba.trafficmanager.net/")]
    public async Task Go_to_known_hosts_alone(string serviceUrl) =>
        await Assert.ThrowsAsync<ServiceUrlRefusedException>(() =>
            _authentication.CreateConnectorFactory(new([new("appid", LocalCloud.AppId)])).CreateAsync(serviceUrl, null, CancellationToken.None));

    private Task<IConnectorClient> ConnectAsync(ConfigurationBotFrameworkAuthentication authentication) =>
        authentication.CreateConnectorFactory(new([new("appid", LocalCloud.AppId)])).CreateAsync(_cloud.ServiceUrl, null, CancellationToken.None);

    private static Activity Message(string text) => new(ActivityTypes.Message) { Text = text };

    private static Task Write(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    }
}
