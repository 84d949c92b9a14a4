using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Turns;

/// <summary>Outside Development nobody is served whom the settings do not name.</summary>
public sealed class A_tenant
{
    [Fact]
    public void A_bot_in_production_that_knows_no_tenant_does_not_start()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => new TenantGate(
            new ConfigurationBuilder().Build(), new HostingEnvironment { EnvironmentName = "Production" }, new HttpContextAccessor()));

        Assert.Contains("Set Tenants:Allowed", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fd6487b5-4d83-5bd1-afa6-15d50ed4cfc0", true)]
    [InlineData("11111111-2222-4333-8444-555555555555", false)]
    [InlineData(null, false)]
    public void Without_a_list_the_home_tenant_alone_is_served(string? tenant, bool served)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("MicrosoftAppTenantId", "FD6487B5-4D83-5BD1-AFA6-15D50ED4CFC0")]).Build();

        var gate = new TenantGate(configuration, new HostingEnvironment { EnvironmentName = "Production" }, new HttpContextAccessor());

        Assert.Equal(served, gate.Lets(tenant));
    }
}
