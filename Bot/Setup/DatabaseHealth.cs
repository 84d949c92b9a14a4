using Microsoft.Extensions.Diagnostics.HealthChecks;
using PeerBot.Storage;

namespace PeerBot.Bot;

/// <summary>Ready means that the database answers.</summary>
internal sealed class DatabaseHealth(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await database.PingAsync();
        return HealthCheckResult.Healthy();
    }
}
