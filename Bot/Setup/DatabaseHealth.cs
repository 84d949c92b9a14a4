using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PeerBot.Storage;

namespace PeerBot.Bot;

/// <summary>Ready means that the database answers, and that what is private in it can be opened.</summary>
internal sealed class DatabaseHealth(Database database, IDataProtectionProvider protection) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await database.PingAsync();
        PrivacyAtRest.Probe(protection);
        return HealthCheckResult.Healthy();
    }
}
