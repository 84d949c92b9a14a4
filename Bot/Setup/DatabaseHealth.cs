using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;
using PeerBot.Storage;

namespace PeerBot.Bot;

/// <summary>Ready means that the database answers.</summary>
internal sealed class DatabaseHealth(Database database, IClock clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await database.NextDueAsync(clock.GetCurrentInstant());
        return HealthCheckResult.Healthy();
    }
}
