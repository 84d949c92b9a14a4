using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PeerBot.Calendar;
using PeerBot.Storage;

namespace PeerBot.Bot;

/// <summary>What has to answer before PeerBot is ready, and what to do when it does not. Nothing of it names a server, a person or a secret.</summary>
internal static class HealthAnswers
{
    private const string Ready = "ready";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseHealth>("database", tags: [Ready], timeout: Patience)
        .AddCheck<KeysHealth>("keys", tags: [Ready], timeout: Patience)
        .AddCheck<CalendarHealth>("calendar", tags: [Ready], timeout: Patience);

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync });
    }

    /// <summary>One word, and a line for each that does not answer.</summary>
    private static Task WriteAsync(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(string.Join(
            '\n',
            report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy)
                .Select(entry => $"{entry.Key}: {entry.Value.Description ?? "It does not answer in time. Look at the log."}").Prepend(report.Status.ToString())));
    }
}

internal sealed class DatabaseHealth(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.PingAsync().WaitAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
#pragma warning disable CA1031 // Whatever it is, the database does not answer; the health service logs it.
        catch (Exception reason) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return HealthCheckResult.Unhealthy(
                "The database does not answer. See whether it runs and has room, and whether ConnectionStrings:PeerBot is right.", reason);
        }
    }
}

/// <summary>What is private in the database can be opened.</summary>
internal sealed class KeysHealth(IDataProtectionProvider protection) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            PrivacyAtRest.Probe(protection);
            return Task.FromResult(HealthCheckResult.Healthy());
        }
#pragma warning disable CA1031 // Whatever it is, private words cannot be read or written.
        catch (Exception reason)
#pragma warning restore CA1031
        {
            return Task.FromResult(HealthCheckResult.Unhealthy(
                "The keys that protect private words cannot be used. See whether the table Keys is there, and whether DataProtection:Certificate is the certificate that they were locked with.",
                reason));
        }
    }
}

internal sealed class CalendarHealth(ICalendarSign calendar) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await calendar.AnswersAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy(
                "The calendar does not answer. See whether Graph:BaseUrl can be reached from here; meetings are kept and booked when it is back.");
}
