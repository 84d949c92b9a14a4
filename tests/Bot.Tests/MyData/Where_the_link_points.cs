using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using NodaTime;
using PeerBot.Bot.MyData;
using PeerBot.Bot.Rehearsal;
using PeerBot.Domain.Oversight;

namespace PeerBot.Bot.Tests.MyData;

public sealed class Where_the_link_points
{
    [Theory]
    [Trait("Requirement", "A-19")]
    [InlineData("https://peerbot.example/", "http://localhost:4001", "https://feeds.example", "https://peerbot.example/my-data/")]
    [InlineData(null, "http://localhost:4001", "https://feeds.example", "http://127.0.0.1:4001/my-data/")]
    [InlineData(null, null, "https://feeds.example", "https://feeds.example/my-data/")]
    [InlineData(null, "", "https://feeds.example", "https://feeds.example/my-data/")]
    [InlineData(null, null, null, null)]
    public void To_the_public_address_or_where_the_rehearsal_listens_or_where_feeds_are(string? configured, string? rehearsal, string? feeds, string? start)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["PublicAddress"] = configured, ["Calendar:Feed:PublicAddress"] = feeds }).Build();
        var links = new PersonalLinks(
            new EphemeralDataProtectionProvider(), settings, SystemClock.Instance, rehearsal is null ? null : new RehearsalAddress(new Listener(rehearsal)));

        var link = links.ToFile(new("t:amira"), FilePart.All, Guid.NewGuid(), Instant.FromUtc(2026, 12, 3, 10, 0));

        Assert.Equal(start is null, link is null);
        Assert.StartsWith(start ?? "", link?.AbsoluteUri ?? "", StringComparison.Ordinal);
    }

    /// <summary>Listens at that address; does not listen yet where it is empty.</summary>
    private sealed class Listener : IServer
    {
        public Listener(string address)
        {
            var addresses = new ServerAddressesFeature();
            if (address.Length > 0) addresses.Addresses.Add(address);
            Features.Set<IServerAddressesFeature>(addresses);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
