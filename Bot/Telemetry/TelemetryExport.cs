using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PeerBot.Bot.Telemetry;

/// <summary>
/// Sends traces and metrics where the standard <c>OTEL_*</c> variables say, and shows metrics at <c>/metrics</c> where
/// <c>Metrics:Enabled</c> says so. Without either nothing is set up and nothing is measured.
/// </summary>
/// <remarks>
/// Of the framework's own sources only meters are listened to: its spans carry paths and addresses, and the paths of personal links are
/// keys, those of Graph hold mailboxes.
/// </remarks>
internal sealed class TelemetryExport(IConfiguration configuration, IServiceProvider provider) : IHostedService, IDisposable
{
    public const string PageSetting = "Metrics:Enabled";
    public const string OffSetting = "OTEL_SDK_DISABLED";

    private static readonly string[] Meters =
        ["PeerBot*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    private TracerProvider? traces;
    private MeterProvider? metrics;

    /// <summary>What <c>/metrics</c> shows; null where it is off.</summary>
    public MetricsPage? Page { get; private set; }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var page = configuration.Flag(PageSetting);
        var disabled = configuration.Flag(OffSetting);
        if (!disabled && Exports("TRACES"))
        {
            traces = Sdk.CreateTracerProviderBuilder().ConfigureServices(UseSettings).ConfigureResource(Describe).AddSource("PeerBot*").AddOtlpExporter().Build();
        }

        if (page || (!disabled && Exports("METRICS")))
        {
            provider.GetRequiredService<Instruments>();
            var builder = Sdk.CreateMeterProviderBuilder().ConfigureServices(UseSettings).ConfigureResource(Describe).AddMeter(Meters);
            if (!disabled && Exports("METRICS"))
            {
                builder.AddOtlpExporter();
            }

            if (page)
            {
                Page = new MetricsPage();
                builder.AddReader(Page.Reader);
            }

            metrics = builder.Build();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        const int atMost = 3_000;
        traces?.ForceFlush(atMost);
        metrics?.ForceFlush(atMost);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }

    /// <summary>An address for the signal, and no exporter for it that is switched off or another.</summary>
    private bool Exports(string signal) =>
        (configuration[$"OTEL_{signal}_EXPORTER"] ?? "otlp") == "otlp"
        && (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] ?? configuration[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"]) is { Length: > 0 };

    /// <summary>The variables may stand anywhere that settings stand.</summary>
    private void UseSettings(IServiceCollection services) => services.AddSingleton(configuration);

    /// <summary>The variables come last, so that <c>OTEL_SERVICE_NAME</c> wins.</summary>
    private static void Describe(ResourceBuilder resource) => resource
        .AddService("peerbot", serviceVersion: Assembly.GetExecutingAssembly().GetName().Version?.ToString())
        .AddEnvironmentVariableDetector();
}
