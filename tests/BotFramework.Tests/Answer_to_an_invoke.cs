using System.Net;
using System.Text.Json.Nodes;

namespace PeerBot.BotFramework.Tests;

/// <summary>Adaptive card invokes are answered in the body of the HTTP response, and Teams is strict about its shape.</summary>
public sealed class Answer_to_an_invoke
{
    public static TheoryData<AdaptiveCardInvokeResponse, string> Answers => new()
    {
        {
            new() { StatusCode = 200, Type = "application/vnd.microsoft.card.adaptive", Value = new RawJson("""{"type":"AdaptiveCard","version":"1.5","body":[]}""") },
            """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","version":"1.5","body":[]}}"""
        },
        {
            new() { StatusCode = 200, Type = "application/vnd.microsoft.card.adaptive", Value = JsonNode.Parse("""{"type":"AdaptiveCard"}""") },
            """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}"""
        },
        {
            new() { StatusCode = 200, Type = "application/vnd.microsoft.activity.message", Value = "That time is taken." },
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"That time is taken."}"""
        },
        {
            new() { StatusCode = 400, Type = "application/vnd.microsoft.error", Value = new Error { Code = "BadRequest", Message = "No" } },
            """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"No"}}"""
        },
        {
            new() { StatusCode = 401, Type = "application/vnd.microsoft.error.incorrectAuthCode" },
            """{"statusCode":401,"type":"application/vnd.microsoft.error.incorrectAuthCode"}"""
        },
        {
            new() { StatusCode = 412, Type = "application/vnd.microsoft.error.preconditionFailed", Value = new Error("NoToken", "Sign in") },
            """{"statusCode":412,"type":"application/vnd.microsoft.error.preconditionFailed","value":{"code":"NoToken","message":"Sign in"}}"""
        },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Is_the_handlers_answer_in_a_200(AdaptiveCardInvokeResponse answer, string body)
    {
        await using var bot = await BotHost.StartAsync(new CardBot(_ => answer));
        using var response = await bot.PostAsync(Samples.CardAction());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Comes_from_the_verb_and_data_of_the_card()
    {
        AdaptiveCardInvokeValue? seen = null;
        await using var bot = await BotHost.StartAsync(new CardBot(value =>
        {
            seen = value;
            return new AdaptiveCardInvokeResponse { StatusCode = 200 };
        }));
        using var response = await bot.PostAsync(Samples.CardAction());

        Assert.Equal("accept", seen!.Action!.Verb);
        Assert.Equal("""{"id":"r-1","version":3,"nonce":"n-1"}""", seen.Action.Data!.ToString());
    }

    [Theory]
    [InlineData("null", "Missing value property")]
    [InlineData("7", "Value property is not properly formed")]
    [InlineData("\"text\"", "Value property is not properly formed")]
    [InlineData("{}", "Missing action property")]
    [InlineData("{\"action\":\"accept\"}", "Value property is not properly formed")]
    [InlineData("{\"action\":{\"type\":\"Action.Submit\",\"verb\":\"accept\"}}", "The type of the action is not supported")]
    public async Task Is_an_error_when_the_card_action_is_not_one(string value, string message)
    {
        await using var bot = await BotHost.StartAsync(new CardBot(_ => throw new InvalidOperationException("not reached")));
        using var response = await bot.PostAsync(Samples.CardAction(value: value));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(("application/vnd.microsoft.error", 400, message), ((string)body["type"]!, (int)body["statusCode"]!, (string)body["value"]!["message"]!));
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("composeExtension/query")]
    [InlineData("signin/verifyState")]
    [InlineData("adaptiveCard/action")]
    [InlineData("made/up")]
    public async Task Is_501_when_nobody_handles_it(string name)
    {
        await using var bot = await BotHost.StartAsync(new TeamsActivityHandler());
        using var response = await bot.PostAsync(name == "adaptiveCard/action" ? Samples.CardAction() : Samples.Invoke(name));

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Is_501_when_the_bot_is_silent()
    {
        await using var bot = await BotHost.StartAsync(FunctionBot.Silent);
        using var response = await bot.PostAsync(Samples.CardAction());

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Fact]
    public async Task May_be_sent_by_the_bot_itself()
    {
        await using var bot = await BotHost.StartAsync(new FunctionBot((turn, cancellation) => turn.SendActivityAsync(
            new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = 202, Body = new { ok = true } } }, cancellation)));
        using var response = await bot.PostAsync(Samples.CardAction());

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("""{"ok":true}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Is_the_replies_themselves_when_the_caller_expects_them()
    {
        await using var bot = await BotHost.StartAsync(new FunctionBot((turn, cancellation) => turn.SendActivityAsync("Hi", cancellationToken: cancellation)));
        using var response = await bot.PostAsync(Samples.Message(extra: ",\"deliveryMode\":\"expectReplies\""));

        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("Hi", (string)body["activities"]![0]!["text"]!);
    }

    private sealed class CardBot(Func<AdaptiveCardInvokeValue, AdaptiveCardInvokeResponse> answer) : TeamsActivityHandler
    {
        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
            ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
            Task.FromResult(answer(invokeValue));
    }
}
