using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace PeerBot.Bot.Rehearsal;

/// <summary>Where this process listens, as the rehearsal calls it and lets itself be called.</summary>
internal sealed class RehearsalAddress(IServer server)
{
    /// <summary>True when the product listens on loopback and nowhere else. False until it listens.</summary>
    public bool IsLoopbackOnly => Bound() is { Count: > 0 } bound && bound.All(address => IsLoopback(address.Host));

    public Uri Page => new(Base(), "/");

    /// <summary>The same, or null as long as it does not listen.</summary>
    public Uri? Served => Bound().Any(address => address.Scheme == Uri.UriSchemeHttp) ? Page : null;

    /// <summary>The bot's own door, <c>/api/messages</c>.</summary>
    public Uri Messages => new(Base(), "/api/messages");

    /// <summary>What the activities name as their <c>serviceUrl</c>.</summary>
    public Uri ServiceUrl => new(Base(), "/rehearsal/connector/");

    /// <summary>A host name in a request that can only mean this machine: a foreign name that resolves to it does not count.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ||
        (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    // localhost stands for 127.0.0.1 and ::1 at once; the number says which one is meant.
    private Uri Base() =>
        Bound().FirstOrDefault(address => address.Scheme == Uri.UriSchemeHttp) is { } bound
            ? new UriBuilder(bound) { Host = bound.Host == "localhost" ? "127.0.0.1" : bound.Host }.Uri
            : throw new InvalidOperationException("The rehearsal needs an http address on loopback.");

    // http://*:80 and the like are no URIs; they are not loopback either.
    private List<Uri> Bound() =>
        [.. (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []).Select(address =>
            Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : new Uri("http://0.0.0.0"))];
}
