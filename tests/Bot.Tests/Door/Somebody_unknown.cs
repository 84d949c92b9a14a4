using System.Text.Json.Nodes;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Door;

/// <summary>Somebody in an allowed tenant whom no programme knows. They are told kindly, and nothing about them is kept.</summary>
public sealed class Somebody_unknown(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private const string ObjectId = "77777777-1111-4222-8333-444444444444";

    private Teams teams = null!;

    public async Task InitializeAsync() => teams = await stage.BeginAsync();

    public Task DisposeAsync() => stage.EndAsync();

    [Theory]
    [InlineData("installationUpdate")]
    [InlineData("conversationUpdate")]
    [InlineData("message")]
    [InlineData("invoke")]
    [Trait("Requirement", "U-17")]
    public async Task Leaves_nothing_behind(string type)
    {
        var amira = teams["Amira Khan"];
        var activity = type switch
        {
            "message" => amira.Message("support, please"),
            "invoke" => amira.Invoke(new JsonObject { ["type"] = "Action.Execute", ["verb"] = "help", ["data"] = new JsonObject { ["verb"] = "help" } }),
            _ => amira.Activity(type),
        };
        activity["action"] = "add";
        activity["membersAdded"] = new JsonArray(activity["recipient"]!.DeepClone());
        activity["from"]!["aadObjectId"] = ObjectId;
        activity["from"]!["id"] = "29:unknown-person";
        activity["conversation"]!["id"] = "a:chat-of-somebody-unknown";

        Assert.Equal(200, (await amira.Sends(activity)).Status);

        await stage.Bot.SettleAsync();
        var stored = stage.Bot.Stored();
        Assert.DoesNotContain(ObjectId, stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("unknown-person", stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("chat-of-somebody-unknown", stored, StringComparison.OrdinalIgnoreCase);
    }
}
