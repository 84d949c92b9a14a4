using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PeerBot.BotFramework.Tests;

/// <summary>Status codes of what comes in, where tokens are not the question.</summary>
public sealed class Request_to_the_bot : IAsyncLifetime
{
    private readonly List<Activity> _turns = [];
    private BotHost _bot = null!;

    public async Task InitializeAsync() => _bot = await BotHost.StartAsync(new FunctionBot((turn, _) =>
    {
        _turns.Add(turn.Activity);
        return turn.Activity.Text == "fail" ? throw new InvalidOperationException("in the turn") : Task.CompletedTask;
    }));

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Theory]
    [InlineData("message")]
    [InlineData("somethingNew")]
    [InlineData("command")]
    [InlineData("typing")]
    public async Task Of_any_type_is_taken(string type)
    {
        using var response = await _bot.PostAsync(Samples.OfType(type));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(type, Assert.Single(_turns).Type);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{\"type\":\"message\"} x")]
    [InlineData("{\"type\":\"message\"}")]
    [InlineData("{\"type\":7}")]
    [InlineData("{\"type\":\"message\",\"timestamp\":\"yesterday\",\"channelId\":\"msteams\",\"serviceUrl\":\"https://smba.trafficmanager.net/uk/\",\"conversation\":{\"id\":\"c\"}}")]
    [InlineData("{\"type\":\"\",\"channelId\":\"msteams\",\"serviceUrl\":\"https://smba.trafficmanager.net/uk/\",\"conversation\":{\"id\":\"c\"}}")]
    [InlineData("{\"type\":\"message\",\"serviceUrl\":\"https://smba.trafficmanager.net/uk/\",\"conversation\":{\"id\":\"c\"}}")]
    [InlineData("{\"type\":\"message\",\"channelId\":\"msteams\",\"conversation\":{\"id\":\"c\"}}")]
    [InlineData("{\"type\":\"message\",\"channelId\":\"msteams\",\"serviceUrl\":\"https://smba.trafficmanager.net/uk/\"}")]
    [InlineData("<activity/>")]
    public async Task Is_bad_when_it_holds_no_activity(string body)
    {
        using var response = await _bot.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Empty(_turns);
    }

    [Theory]
    [InlineData(" x")]
    [InlineData("{}")]
    [InlineData(",")]
    public async Task Is_bad_when_something_follows_the_activity(string rest)
    {
        using var response = await _bot.PostAsync(Samples.OfType("message") + rest);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\uDC00\\uD800")]
    public async Task Is_bad_when_it_holds_text_that_no_string_can_hold(string text)
    {
        using var inText = await _bot.PostAsync(Samples.Message(extra: $",\"text\":\"{text}\""));
        using var inValue = await _bot.PostAsync(Samples.Message(extra: $$""","value":{"a":["{{text}}"]}"""));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (inText.StatusCode, inValue.StatusCode));
    }

    [Fact]
    public async Task Is_bad_when_it_is_not_UTF8()
    {
        using var content = new ByteArrayContent([.. Encoding.UTF8.GetBytes(Samples.Message(extra: ",\"value\":{\"a\":\"")), 0xC3, 0x28, .. "\"}}"u8]);
        content.Headers.ContentType = new("application/json");
        using var response = await _bot.Client.PostAsync("/api/messages", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task May_hold_whole_pairs_of_escapes()
    {
        using var response = await _bot.PostAsync(Samples.Message(extra: ""","value":{"a":"\ud83d\ude42 \uD83D\uDE42 \\ud800"}"""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task May_be_32_levels_deep_and_no_deeper()
    {
        using var deepest = await _bot.PostAsync(Samples.OfType("message", extra: ",\"value\":" + new string('[', 31) + new string(']', 31)));
        using var deeper = await _bot.PostAsync(Samples.OfType("message", extra: ",\"value\":" + new string('[', 32) + new string(']', 32)));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (deepest.StatusCode, deeper.StatusCode));
    }

    [Fact]
    public async Task May_have_256_KB_and_no_more()
    {
        var room = (256 * 1024) - Encoding.UTF8.GetByteCount(Samples.Message(extra: ",\"x\":\"\""));
        using var fits = await _bot.PostAsync(Samples.Message(extra: $",\"x\":\"{new string('a', room)}\""));
        using var tooBig = await _bot.PostAsync(Samples.Message(extra: $",\"x\":\"{new string('a', room + 1)}\""));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.RequestEntityTooLarge), (fits.StatusCode, tooBig.StatusCode));
    }

    [Fact]
    public async Task Is_not_even_read_when_it_announces_too_much()
    {
        using var authentication = BotHost.Authentication(cloud: null, appId: null);
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.ContentType = "application/json";
        context.Request.ContentLength = (256 * 1024) + 1;
        context.Request.Body = new UnreadableStream();
        await new CloudAdapter(authentication).ProcessAsync(context.Request, context.Response, FunctionBot.Silent);

        Assert.Equal(StatusCodes.Status413PayloadTooLarge, context.Response.StatusCode);
    }

    [Fact]
    public async Task May_not_grow_beyond_the_limit_unannounced()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(new string(' ', 300 * 1024)));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StreamContent(stream) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = true;
        using var response = await _bot.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    public async Task Must_be_JSON(string contentType)
    {
        using var response = await _bot.PostAsync(Samples.Message(), contentType: contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task May_name_its_character_set()
    {
        using var response = await _bot.PostAsync(Samples.Message(), contentType: "application/json; charset=utf-8");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Must_be_a_POST(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/messages");
        using var response = await _bot.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("emulator", Samples.ServiceUrl)]
    [InlineData("webchat", Samples.ServiceUrl)]
    [InlineData("msteams", "https://evil.example/uk/")]
    [InlineData("msteams", "http://smba.trafficmanager.net/uk/")]
    [InlineData("msteams", "file:///etc/passwd")]
    [InlineData("msteams", "not a url")]
    public async Task Is_forbidden_for_other_channels_and_hosts_even_without_tokens(string channel, string serviceUrl)
    {
        using var response = await _bot.PostAsync(Samples.OfType("message", serviceUrl, channel));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Ends_as_the_bot_decides_when_the_turn_fails()
    {
        var seen = new List<Exception>();
        _bot.Adapter.OnTurnError = (_, exception) =>
        {
            seen.Add(exception);
            return Task.CompletedTask;
        };
        using var response = await _bot.PostAsync(Samples.Message().Replace("\"text\":\"Hello", "\"text\":\"fail\",\"x\":\"", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("in the turn", Assert.Single(seen).Message);
    }

    private sealed class UnreadableStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("must not be read");
    }
}
