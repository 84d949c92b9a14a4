using System.Net;
using Microsoft.Extensions.Configuration;
using PeerBot.Bot.Tests.Architecture;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Seams;

/// <summary>The product as it runs for real people.</summary>
public sealed class Outside_Development : IAsyncLifetime
{
    private FakeConnector connector = null!;

    public async Task InitializeAsync() => connector = await FakeConnector.StartAsync();

    public async Task DisposeAsync() => await connector.DisposeAsync();

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task It_does_not_start_without_an_app_id_and_says_what_to_set(string environment)
    {
        var refusal = await RefusalAsync(environment, Contacts);

        Assert.Contains("MicrosoftAppId is not set. Set it", refusal, StringComparison.Ordinal);
        Assert.Contains("MicrosoftAppPassword", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_does_not_start_with_half_a_registration_and_says_what_is_missing() => Assert.Contains(
        "set MicrosoftAppPassword", await RefusalAsync("Production", [.. Contacts, ("MicrosoftAppId", TokenIssuer.AppId)]), StringComparison.Ordinal);

    [Fact]
    public async Task It_says_everything_that_is_wrong_at_once()
    {
        using var folder = new Folder();
        var refusal = await RefusalAsync(
            "Production",
            [
                ("MicrosoftAppId", TokenIssuer.AppId), ("MicrosoftAppType", "SingleTenant"), ("Rehearsal:Enabled", "true"), (PersonLimit.Setting, "many"),
                ("DataProtection:Certificate", Path.Combine(folder.Path, "none.pfx")), ("Calendar:Organiser", "nobody"),
            ]);

        foreach (var sentence in new[]
        {
            "set MicrosoftAppTenantId", "set MicrosoftAppPassword", "the rehearsal runs in Development only", $"Set {PersonLimit.Setting}",
            "Set DataProtection:Certificate", "Calendar:Organiser is neither", "Set Tenants:Allowed", "set Contacts:la-named-contact:Name",
        })
        {
            Assert.Contains(sentence, refusal, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("PublicAddress", "peerbot.example.org", "Set PublicAddress to")]
    [InlineData("PublicAddress", "http://peerbot.example.org", "Set PublicAddress to")]
    [InlineData("Calendar:Feed:PublicAddress", "peerbot.example.org", "Set Calendar:Feed:PublicAddress to")]
    [InlineData("Calendar:Provider", "Exchange", "Calendar:Provider is not known: set it to Local or to Graph")]
    [InlineData("Directory:Provider", "Entra", "Directory:Provider is not known: set it to None or to Graph")]
    [InlineData("Retention:DryRun", "maybe", "Set Retention:DryRun to true or to false")]
    [InlineData("Metrics:Enabled", "on", "Set Metrics:Enabled to true or to false")]
    [InlineData("Delivery:Lease", "02:00:00", "Set Delivery:Lease to a time")]
    [InlineData("Delivery:Lease", "long", "Delivery:Lease")]
    [InlineData("Delivery:PerTenantPerSecond", "0", "Set Delivery:PerTenantPerSecond to a number")]
    [InlineData("Roles:headteacher-support:coordinator:0", "fd6487b5-4d83-5bd1-afa6-15d50ed4cfc0:42a32c9d-711c-5cd3-9b3b-a28c8ff93032", "Roles:headteacher-support names no programme")]
    [InlineData("Roles:headteacher-peer-support:coordinators:0", "fd6487b5-4d83-5bd1-afa6-15d50ed4cfc0:42a32c9d-711c-5cd3-9b3b-a28c8ff93032", "names no role")]
    [InlineData("Roles:headteacher-peer-support:coordinator:0", "sam.reid@example.org", "Set Roles:headteacher-peer-support:coordinator to a list")]
    [InlineData("Roles:headteacher-peer-support:coordinator", "fd6487b5-4d83-5bd1-afa6-15d50ed4cfc0:42a32c9d-711c-5cd3-9b3b-a28c8ff93032", "Set Roles:headteacher-peer-support:coordinator to a list")]
    [InlineData("Tenants:Allowed", "fd6487b5-4d83-5bd1-afa6-15d50ed4cfc0", "Tenants:Allowed is a list: set Tenants:Allowed:0")]
    [InlineData("Tenants:Allowed:0", "council.onmicrosoft.com", "Set Tenants:Allowed to ids of tenants")]
    [InlineData("Contacts:la-named-contact:Name", "", "set Contacts:la-named-contact:Name")]
    [InlineData("Contacts:la-named-contact:Person", "jo.price@example.org", "Set Contacts:la-named-contact:Person to")]
    public async Task Each_wrong_setting_has_a_sentence_and_nothing_is_opened(string setting, string value, string sentence)
    {
        using var folder = new Folder();
        var refusal = await RefusalAsync(
            "Production", [.. Registered.Where(one => one.Item1 != setting), (setting, value), (PersonLimit.Setting, "many")], folder);

        Assert.Contains(sentence, refusal, StringComparison.Ordinal);
        Assert.Contains($"Set {PersonLimit.Setting}", refusal, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*.db*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_bot_without_a_type_is_one_of_a_single_tenant_which_has_to_be_named() => Assert.Contains(
        "set MicrosoftAppTenantId",
        await RefusalAsync(
            "Production",
            [.. Contacts, ("MicrosoftAppId", TokenIssuer.AppId), ("MicrosoftAppPassword", "secret"), ("Tenants:Allowed:0", "fd6487b5-4d83-5bd1-afa6-15d50ed4cfc0")]),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    public async Task It_does_not_start_unauthenticated_where_other_machines_reach_it_even_in_Development(string address)
    {
        var refusal = await RefusalAsync("Development", [("urls", address)]);

        Assert.Contains("MicrosoftAppId is not set", refusal, StringComparison.Ordinal);
        Assert.Contains("--urls http://localhost:3978", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_does_not_start_with_a_rehearsal() => Assert.Contains(
        "the rehearsal runs in Development only", await RefusalAsync("Production", [.. Registered, ("Rehearsal:Enabled", "true")]), StringComparison.Ordinal);

    [Fact]
    public async Task It_does_not_start_with_a_login_on_plain_http() => Assert.Contains(
        "must be an https URL", await RefusalAsync("Production", [.. Contacts, .. TokenIssuer.Settings(connector)]), StringComparison.Ordinal);

    [Fact]
    public async Task It_does_not_start_without_its_contacts_and_names_each()
    {
        var refusal = await RefusalAsync("Production", Registration);

        Assert.Contains("set Contacts:la-named-contact:Name", refusal, StringComparison.Ordinal);
        Assert.Contains("set Contacts:la-peer-support-coordinator:Name", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/rehearsal/people")]
    [InlineData("GET", "/rehearsal/clock")]
    [InlineData("POST", "/rehearsal/clock")]
    [InlineData("POST", "/rehearsal/reset")]
    [InlineData("GET", "/rehearsal/page/index.html")]
    [InlineData("POST", "/rehearsal/connector/v3/conversations")]
    public async Task There_is_no_rehearsal(string method, string path)
    {
        await using var bot = await RunningBot.StartAsync(environment: "Production", settings: Registered);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_of_the_sample_is_in_it_and_the_door_asks_for_a_token()
    {
        await using var bot = await RunningBot.StartAsync(environment: "Production", settings: Registered);
        using var ready = await bot.Http.GetAsync("/health/ready");
        using var content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var door = await bot.Http.PostAsync("/api/messages", content);

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, door.StatusCode);
        Assert.False(await bot.Database.HasPeopleAsync());
    }

    private static (string, string?)[] Registration =>
    [
        ("MicrosoftAppId", TokenIssuer.AppId), ("MicrosoftAppType", "SingleTenant"),
        ("MicrosoftAppTenantId", "fd6487b5-4d83-5bd1-afa6-15d50ed4cfc0"), ("MicrosoftAppPassword", "secret"),
    ];

    private static (string, string?)[] Registered => [.. Contacts, .. Registration];

    /// <summary>Whom the programmes name, as the sample has them.</summary>
    private static (string, string?)[] Contacts
    {
        get
        {
            var settings = new ConfigurationBuilder().AddJsonFile(Repository.PathOf("Bot/appsettings.Development.json")).Build();
            return [.. settings.AsEnumerable().Where(one => one.Key.StartsWith("Contacts:", StringComparison.Ordinal)).Select(one => (one.Key, one.Value))];
        }
    }

    private static async Task<string> RefusalAsync(string environment, (string, string?)[] settings)
    {
        using var folder = new Folder();
        return await RefusalAsync(environment, settings, folder);
    }

    private static async Task<string> RefusalAsync(string environment, (string, string?)[] settings, Folder folder) =>
        (await Assert.ThrowsAsync<InvalidOperationException>(() => RunningBot.StartAsync(folder, environment, settings: settings))).Message;
}
