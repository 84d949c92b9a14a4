using System.Text.Json.Nodes;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Seams;

/// <summary>A single-tenant bot still receives activities of other tenants; only those on the list are served.</summary>
public sealed class A_tenant : IAsyncLifetime
{
    private const string Ours = "FD6487B5-4D83-5BD1-AFA6-15D50ED4CFC0";
    private const string Theirs = "99999999-0000-4000-8000-000000000000";

    private FakeConnector connector = null!;
    private RunningBot bot = null!;
    private Teams teams = null!;

    private Person Amira => teams["Amira Khan"];

    public async Task InitializeAsync()
    {
        connector = await FakeConnector.StartAsync();
        bot = await RunningBot.StartAsync(settings: [("Tenants:Allowed:0", Ours)]);
        teams = await Teams.OfAsync(bot, connector);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Fact]
    public async Task On_the_list_is_served()
    {
        await Amira.Says("hi");

        await Amira.Hears("Hello Amira");
    }

    [Fact]
    public async Task Off_the_list_is_refused_in_words()
    {
        var answer = await Amira.Sends(From(Theirs, Amira.Message("hi")));

        Assert.Equal((403, ""), (answer.Status, answer.Raw));
        await NothingHappened();
    }

    [Fact]
    public async Task Off_the_list_is_refused_in_presses()
    {
        var press = Amira.Invoke(new JsonObject { ["type"] = "Action.Execute", ["verb"] = "help", ["data"] = new JsonObject { ["verb"] = "help" } });

        Assert.Equal(403, (await Amira.Sends(From(Theirs, press))).Status);
        await NothingHappened();
    }

    [Fact]
    public async Task Off_the_list_is_refused_when_it_installs_the_app()
    {
        var install = Amira.Activity("installationUpdate");
        install["action"] = "add";

        Assert.Equal(403, (await Amira.Sends(From(Theirs, install))).Status);
    }

    [Theory]
    [InlineData(Ours, Theirs)]
    [InlineData(Theirs, Ours)]
    public async Task That_is_named_in_two_ways_is_refused(string conversation, string channel)
    {
        var message = From(conversation, Amira.Message("hi"));
        message["channelData"]!["tenant"]!["id"] = channel;

        Assert.Equal(403, (await Amira.Sends(message)).Status);
        await NothingHappened();
    }

    /// <summary>Found by chance: it ended in an error.</summary>
    [Theory]
    [InlineData("""{"id":{"id":"x"}}""")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"x\"")]
    public async Task That_cannot_be_read_is_refused(string tenant)
    {
        var message = From(Ours, Amira.Message("hi"));
        message["channelData"]!["tenant"] = JsonNode.Parse(tenant);

        var answer = await Amira.Sends(message);

        Assert.Equal((403, ""), (answer.Status, answer.Raw));
        await NothingHappened();
    }

    [Fact]
    public async Task That_is_not_named_is_refused()
    {
        var message = Amira.Message("hi");
        ((JsonObject)message["conversation"]!).Remove("tenantId");
        message.Remove("channelData");

        Assert.Equal(403, (await Amira.Sends(message)).Status);
        await NothingHappened();
    }

    [Fact]
    public async Task Of_somebody_with_the_same_object_id_elsewhere_is_somebody_else()
    {
        await using var open = await RunningBot.StartAsync();
        var message = From(Theirs, Amira.Message("status"));

        Assert.Equal(200, (await open.PostAsync(message)).Status);

        var said = await connector.UntilAsync(() => connector.Calls.FirstOrDefault(), () => "Nobody was answered.");
        Assert.Contains("I cannot find you", said.Words, StringComparison.Ordinal);
    }

    private static JsonObject From(string tenant, JsonObject activity)
    {
        activity["conversation"]!["tenantId"] = tenant;
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } };
        return activity;
    }

    private async Task NothingHappened()
    {
        await bot.SettleAsync();
        Assert.Empty(connector.Calls);
    }
}
