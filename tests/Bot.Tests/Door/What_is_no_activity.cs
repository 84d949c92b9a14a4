using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Door;

/// <summary>What comes to <c>/api/messages</c> and is nothing that Teams would send: a plain status, no reason, no harm.</summary>
public sealed class What_is_no_activity(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private Teams teams = null!;

    private Person Amira => teams["Amira Khan"];

    public async Task InitializeAsync() => teams = await stage.BeginAsync();

    public Task DisposeAsync() => stage.EndAsync();

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("\"message\"")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("{\"type\":42}")]
    [InlineData("{'type':'message'}")]
    [InlineData("<activity/>")]
    public async Task Text_that_is_no_activity_is_400(string body)
    {
        await Refused(HttpStatusCode.BadRequest, new StringContent(body, Encoding.UTF8, "application/json"));
        await StillAnswers();
    }

    [Fact]
    public async Task An_activity_with_something_after_it_is_400()
    {
        await Refused(HttpStatusCode.BadRequest, Json(Amira.Message("hi").ToJsonString() + "{}"));
        await StillAnswers();
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_400()
    {
        var bytes = Encoding.UTF8.GetBytes(Amira.Message("marker").ToJsonString());
        bytes[Encoding.UTF8.GetString(bytes).IndexOf("marker", StringComparison.Ordinal)] = 0xFF;

        await Refused(HttpStatusCode.BadRequest, new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } });
        await StillAnswers();
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("a\\udc00b")]
    public async Task Half_a_character_is_400(string escaped)
    {
        await Refused(HttpStatusCode.BadRequest, Json(Amira.Message("marker").ToJsonString().Replace("marker", escaped, StringComparison.Ordinal)));
        await StillAnswers();
    }

    [Fact]
    public async Task Nesting_that_never_ends_is_400()
    {
        var activity = Amira.Message("hi").ToJsonString();
        var deep = activity[..^1] + ",\"value\":" + new string('[', 5_000) + new string(']', 5_000) + "}";

        await Refused(HttpStatusCode.BadRequest, Json(deep));
        await StillAnswers();
    }

    [Theory]
    [InlineData("type")]
    [InlineData("channelId")]
    [InlineData("serviceUrl")]
    [InlineData("conversation")]
    public async Task An_activity_without_what_every_activity_has_is_400(string missing)
    {
        var activity = Amira.Message("hi");
        activity.Remove(missing);

        Assert.Equal(400, (await Amira.Sends(activity)).Status);
        await StillAnswers();
    }

    [Theory]
    [InlineData("text", "[1,2]")]
    [InlineData("from", "\"Amira\"")]
    [InlineData("conversation", "[]")]
    [InlineData("attachments", "{}")]
    [InlineData("id", "{}")]
    public async Task A_field_of_another_kind_is_400(string field, string json)
    {
        var activity = Amira.Message("hi");
        activity[field] = JsonNode.Parse(json);

        Assert.Equal(400, (await Amira.Sends(activity)).Status);
        await StillAnswers();
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    public async Task Another_content_type_is_415(string? type)
    {
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes(Amira.Message("hi").ToJsonString()));
        body.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        await Refused(HttpStatusCode.UnsupportedMediaType, body);
        await StillAnswers();
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task Another_method_is_405(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/messages");
        using var response = await stage.Bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_activity_above_the_limit_is_413(bool chunked)
    {
        var text = Json(Amira.Message(new string('x', 300 * 1024)).ToJsonString());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = text };
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await stage.Bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        await StillAnswers();
    }

    [Theory]
    [InlineData("channelId", "webchat")]
    [InlineData("channelId", "emulator")]
    [InlineData("serviceUrl", "https://attacker.example/")]
    [InlineData("serviceUrl", "https://smba.trafficmanager.net.attacker.example/")]
    [InlineData("serviceUrl", "https://smba.trafficmanager.net@attacker.example/")]
    [InlineData("serviceUrl", "http://smba.trafficmanager.net/uk/")]
    [InlineData("serviceUrl", "file:///etc/passwd")]
    [InlineData("serviceUrl", "nonsense")]
    public async Task An_activity_from_elsewhere_is_403(string field, string value)
    {
        var activity = Amira.Message("hi");
        activity[field] = value;

        var answer = await Amira.Sends(activity);

        Assert.Equal((403, ""), (answer.Status, answer.Raw));
        await StillAnswers();
    }

    [Theory]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    [InlineData("contactRelationUpdate")]
    [InlineData("somethingThatIsInventedTomorrow")]
    public async Task Another_kind_of_activity_is_200_and_nothing_happens(string type)
    {
        var activity = Amira.Activity(type);
        activity["text"] = "support";

        Assert.Equal(200, (await Amira.Sends(activity)).Status);

        await stage.Bot.SettleAsync();
        Assert.Empty(Amira.Received);
        await StillAnswers();
    }

    [Theory]
    [InlineData("remove")]
    [InlineData("remove-upgrade")]
    [InlineData("add-upgrade")]
    [InlineData("invented")]
    public async Task Another_kind_of_installation_is_200_and_says_nothing(string action)
    {
        var activity = Amira.Activity("installationUpdate");
        activity["action"] = action;

        Assert.Equal(200, (await Amira.Sends(activity)).Status);

        await stage.Bot.SettleAsync();
        Assert.Empty(Amira.Received);
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("composeExtension/query")]
    [InlineData("fileConsent/invoke")]
    [InlineData("invented/invoke")]
    [InlineData("")]
    public async Task An_invoke_that_the_bot_does_not_have_is_501(string name)
    {
        var activity = Amira.Invoke(null);
        activity["name"] = name;

        Assert.Equal(501, (await Amira.Sends(activity)).Status);
        await StillAnswers();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"help\"")]
    [InlineData("{\"action\":null}")]
    [InlineData("{\"action\":\"help\"}")]
    [InlineData("{\"action\":{\"type\":\"Action.Submit\",\"verb\":\"help\"}}")]
    public async Task A_press_that_is_none_is_400_in_the_form_that_Teams_reads(string value)
    {
        var activity = Amira.Invoke(null);
        activity["value"] = JsonNode.Parse(value);

        var answer = await Amira.Sends(activity);

        Assert.Equal(400, answer.Status);
        var body = JsonNode.Parse(answer.Raw)!;
        Assert.Equal((400, "application/vnd.microsoft.error"), ((int)body["statusCode"]!, (string)body["type"]!));
        await StillAnswers();
    }

    [Theory]
    [InlineData("from")]
    [InlineData("recipient")]
    [InlineData("channelData")]
    [InlineData("entities")]
    [InlineData("timestamp")]
    public async Task An_activity_without_what_most_have_is_200(string missing)
    {
        var activity = Amira.Message("hi");
        activity.Remove(missing);

        Assert.Equal(200, (await Amira.Sends(activity)).Status);
        await StillAnswers();
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private async Task Refused(HttpStatusCode status, HttpContent body)
    {
        using (body)
        {
            using var response = await stage.Bot.Http.PostAsync("/api/messages", body);
            Assert.Equal(status, response.StatusCode);
            Assert.Equal("", await response.Content.ReadAsStringAsync());
        }
    }

    private async Task StillAnswers()
    {
        await Amira.Says("status");
        await Amira.Hears("Where things stand");
    }
}
