using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PeerBot.BotFramework.Tests;

/// <summary>Without an app id nobody is checked, so only this machine may call.</summary>
public sealed class Bot_without_tokens
{
    [Theory]
    [InlineData("127.0.0.1", 200)]
    [InlineData("::1", 200)]
    [InlineData(null, 200)]
    [InlineData("10.0.0.7", 403)]
    [InlineData("::ffff:10.0.0.7", 403)]
    public async Task Answers_this_machine_alone(string? caller, int status) =>
        Assert.Equal(status, await StatusFor(caller, appId: null));

    [Fact]
    public async Task Is_another_matter_than_a_bot_with_them() =>
        Assert.Equal(StatusCodes.Status401Unauthorized, await StatusFor("10.0.0.7", LocalCloud.AppId));

    private static async Task<int> StatusFor(string? caller, string? appId)
    {
        using var authentication = BotHost.Authentication(cloud: null, appId);
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = caller is null ? null : IPAddress.Parse(caller);
        context.Request.Method = "POST";
        context.Request.ContentType = "application/json";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(Samples.Message()));
        await new CloudAdapter(authentication).ProcessAsync(context.Request, context.Response, FunctionBot.Silent);
        return context.Response.StatusCode;
    }
}
