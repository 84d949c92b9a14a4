using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PeerBot.Calendar;
using PeerBot.Domain.People;

namespace PeerBot.Entra;

public static class DirectoryServices
{
    /// <summary>
    /// Registers the <see cref="IDirectory"/> that <c>Directory:Provider</c> names. Wrong settings stop the start with a sentence that says
    /// what to set.
    /// </summary>
    public static IServiceCollection AddDirectory(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(DirectoryOptions.Section);
        var options = services.AddOptions<DirectoryOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        if (!string.Equals(section[nameof(DirectoryOptions.Provider)], DirectoryOptions.Graph, StringComparison.OrdinalIgnoreCase))
        {
            return services.AddSingleton<IDirectory>(NoDirectory.Instance);
        }

        var graph = configuration.GetSection(GraphOptions.Section);
        options.Validate(
            set => !string.IsNullOrWhiteSpace(TenantOf(set, graph)),
            "Directory:TenantId is missing: set it, or Graph:TenantId, to the tenant whose people PeerBot is to look up.");
        services.AddOptions<GraphOptions>().Bind(graph).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<IDirectory>(provider => new GraphDirectory(
            new GraphConnection(provider.GetRequiredService<IOptions<GraphOptions>>().Value),
            TenantOf(provider.GetRequiredService<IOptions<DirectoryOptions>>().Value, graph)!,
            provider.GetRequiredService<ILogger<GraphDirectory>>()));
    }

    private static string? TenantOf(DirectoryOptions options, IConfigurationSection graph) =>
        string.IsNullOrWhiteSpace(options.TenantId) ? graph[nameof(GraphOptions.TenantId)] : options.TenantId;
}
