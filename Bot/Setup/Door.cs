using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PeerBot.Bot.Rehearsal;

namespace PeerBot.Bot;

/// <summary>What holds for every request, before anything of PeerBot's sees it.</summary>
internal static class Door
{
    public static void AddDoor(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The bot's own door takes 256 KB; nothing else takes more.
            kestrel.Limits.MaxRequestBodySize = 512 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        builder.Services.AddSingleton<PersonLimit>();
        if (string.IsNullOrWhiteSpace(builder.Configuration["MicrosoftAppId"]))
        {
            builder.Services.AddHostedService<OpenToThisMachineAlone>();
        }
    }
}

/// <summary>Without an app id nobody is asked who they are, so PeerBot must not be heard by other machines.</summary>
internal sealed class OpenToThisMachineAlone(IServer server) : IHostedLifecycleService
{
    /// <exception cref="InvalidOperationException">It listens where others can reach it; the message says what to set.</exception>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var reachable = (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []).FirstOrDefault(
            address => !Uri.TryCreate(address, UriKind.Absolute, out var uri) || !RehearsalAddress.IsLoopback(uri.Host));
        return reachable is null
            ? Task.CompletedTask
            : throw new InvalidOperationException(
                $"PeerBot listens on {reachable} and MicrosoftAppId is not set, so anybody who reaches that address could write to it as anyone. "
                + "Set MicrosoftAppId, or listen on this machine alone: --urls http://localhost:3978");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
