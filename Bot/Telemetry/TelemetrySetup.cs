namespace PeerBot.Bot.Telemetry;

internal static class TelemetrySetup
{
    public static void AddTelemetry(this IServiceCollection services)
    {
        services.AddSingleton<Instruments>();
        services.AddSingleton<TelemetryExport>();
        services.AddHostedService(provider => provider.GetRequiredService<TelemetryExport>());
    }

    /// <summary>Maps <c>GET /metrics</c> where the settings say so.</summary>
    public static void MapMetrics(this WebApplication app)
    {
        if (app.Configuration.Flag(TelemetryExport.PageSetting))
        {
            app.MapGet("/metrics", (TelemetryExport export) => Results.Text(export.Page?.Collect(), MetricsPage.ContentType));
        }
    }
}
