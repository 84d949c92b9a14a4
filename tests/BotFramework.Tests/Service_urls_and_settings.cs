using Microsoft.Extensions.Configuration;

namespace PeerBot.BotFramework.Tests;

public sealed class Service_url
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/uk/")]
    [InlineData("https://smba.trafficmanager.net")]
    [InlineData("https://SMBA.trafficmanager.net/amer/11111111-2222-3333-4444-555555555555/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/teams")]
    [InlineData("https://smba.infra.dod.teams.microsoft.us/teams")]
    public void Of_Teams_is_allowed(string serviceUrl) => Assert.NotNull(Production.Allowed(serviceUrl));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/uk/")]
    [InlineData("http://smba.trafficmanager.net/uk/")]
    [InlineData("https://other.trafficmanager.net/uk/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/uk/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://user:pw@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:443/uk/")]
    [InlineData("https://smba.trafficmanager.net:8443/uk/")]
    [InlineData("https://smba.trafficmanager.net\\@evil.example/")]
    [InlineData("https://smba%2Etrafficmanager.net/uk/")]
    [InlineData("https://smba.trafficmanager.net./uk/")]
    [InlineData("https://smba.trafficmanager.net/uk/?x=1")]
    [InlineData("https://smba.trafficmanager.net/uk/#x")]
    [InlineData("https://ѕmba.trafficmanager.net/uk/")]
    [InlineData("http://127.0.0.1:9000/")]
    [InlineData("http://localhost/")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    public void Of_anything_else_is_not(string? serviceUrl) => Assert.Null(Production.Allowed(serviceUrl));

    [Theory]
    [InlineData("http://127.0.0.1:9000/teams", true)]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("http://[::1]:9000/", true)]
    [InlineData("http://user@localhost/", false)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("http://localhost.evil.example/", false)]
    public void Of_this_machine_is_allowed_in_development(string serviceUrl, bool allowed) =>
        Assert.Equal(allowed, new ServiceUrls(ConnectorOptions.TeamsServiceHosts, allowLoopback: true).Allowed(serviceUrl) is not null);

    private static ServiceUrls Production { get; } = new(ConnectorOptions.TeamsServiceHosts, allowLoopback: false);
}

public sealed class Connection_settings
{
    private static readonly Dictionary<string, string?> Complete = new()
    {
        ["MicrosoftAppType"] = "SingleTenant",
        ["MicrosoftAppId"] = "app",
        ["MicrosoftAppPassword"] = "secret",
        ["MicrosoftAppTenantId"] = "tenant",
    };

    [Fact]
    public void Of_a_single_tenant_bot_use_its_own_tenant()
    {
        var settings = Read();

        Assert.Equal("https://login.microsoftonline.com/tenant/oauth2/v2.0/token", settings.TokenEndpoint.AbsoluteUri);
        Assert.Equal("https://api.botframework.com/.default", settings.Scope);
        Assert.Equal("https://api.botframework.com", settings.Issuer);
        Assert.Equal("https://login.botframework.com/v1/.well-known/openidconfiguration", settings.Metadata.AbsoluteUri);
    }

    [Theory]
    [InlineData(null, null, "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token")]
    [InlineData("https://login.microsoftonline.com/botframework.com", "tenant", "https://login.microsoftonline.com/tenant/oauth2/v2.0/token")]
    [InlineData("https://login.microsoftonline.com/other", "tenant", "https://login.microsoftonline.com/other/oauth2/v2.0/token")]
    [InlineData("https://login.example", "tenant", "https://login.example/tenant/oauth2/v2.0/token")]
    [InlineData("https://login.example/t/oauth2/v2.0/token", "tenant", "https://login.example/t/oauth2/v2.0/token")]
    public void Name_the_login_as_the_SDK_does(string? login, string? tenant, string endpoint) =>
        Assert.Equal(endpoint, Read(
            ("MicrosoftAppType", "MultiTenant"), ("ToChannelFromBotLoginUrl", login), ("MicrosoftAppTenantId", tenant)).TokenEndpoint.AbsoluteUri);

    [Fact]
    public void Of_the_US_government_cloud_use_its_hosts()
    {
        var settings = Read(("ChannelService", "https://botframework.azure.us"));

        Assert.Equal(
            ("https://login.microsoftonline.us/tenant/oauth2/v2.0/token", "https://api.botframework.us/.default", "https://api.botframework.us"),
            (settings.TokenEndpoint.AbsoluteUri, settings.Scope, settings.Issuer));
    }

    [Theory]
    [InlineData("MicrosoftAppId", null, "MicrosoftAppId is not set")]
    [InlineData("MicrosoftAppId", " ", "MicrosoftAppId is not set")]
    [InlineData("MicrosoftAppPassword", null, "set MicrosoftAppPassword")]
    [InlineData("MicrosoftAppTenantId", null, "set MicrosoftAppTenantId")]
    [InlineData("MicrosoftAppType", "Nonsense", "MicrosoftAppType must be")]
    [InlineData("MicrosoftAppType", "UserAssignedMSI", "remove MicrosoftAppPassword")]
    [InlineData("ChannelService", "https://evil.example", "ChannelService must be")]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl", "http://127.0.0.1/x", "ToBotFromChannelOpenIdMetadataUrl must be an https URL")]
    [InlineData("ToChannelFromBotLoginUrl", "http://login.example", "ToChannelFromBotLoginUrl must be an https URL")]
    public void That_are_incomplete_say_what_to_set(string setting, string? value, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<InvalidOperationException>(() => Read((setting, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_a_type_are_those_of_a_single_tenant() => Assert.Contains(
        "set MicrosoftAppTenantId",
        Assert.Throws<InvalidOperationException>(() => Read(("MicrosoftAppType", null), ("MicrosoftAppTenantId", null))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Let_everybody_in_only_when_the_host_says_so_and_only_in_development()
    {
        var none = Configuration(("MicrosoftAppId", null));

        Assert.Throws<InvalidOperationException>(() => ConnectorSettings.Read(none, new() { Development = true }));
        Assert.Throws<InvalidOperationException>(() => ConnectorSettings.Read(none, new() { AllowUnauthenticated = true }));
        Assert.Null(ConnectorSettings.Read(none, new() { Development = true, AllowUnauthenticated = true }).AppId);
    }

    [Fact]
    public void Of_an_identity_need_its_tokens_and_no_secret()
    {
        var identity = Configuration(("MicrosoftAppType", "UserAssignedMSI"), ("MicrosoftAppPassword", null));

        Assert.Throws<InvalidOperationException>(() => ConnectorSettings.Read(identity, new()));
        Assert.Equal("app", ConnectorSettings.Read(identity, new()
        {
            AcquireToken = _ => Task.FromResult(new ConnectorToken("t", DateTimeOffset.MaxValue)),
        }).AppId);
    }

    [Fact]
    public void Allow_http_on_this_machine_in_development_alone()
    {
        var local = Configuration(("ToBotFromChannelOpenIdMetadataUrl", "http://127.0.0.1:9/m"));
        var remote = Configuration(("ToBotFromChannelOpenIdMetadataUrl", "http://metadata.example/m"));

        Assert.Equal("http://127.0.0.1:9/m", ConnectorSettings.Read(local, new() { Development = true }).Metadata.AbsoluteUri);
        Assert.Throws<InvalidOperationException>(() => ConnectorSettings.Read(remote, new() { Development = true }));
    }

    private static ConnectorSettings Read(params (string Name, string? Value)[] changes) => ConnectorSettings.Read(Configuration(changes), new());

    private static IConfiguration Configuration(params (string Name, string? Value)[] changes)
    {
        var values = new Dictionary<string, string?>(Complete);
        foreach (var (name, value) in changes)
            values[name] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}
