using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace PeerBot.Bot.Telemetry;

/// <summary>The metrics as text in the form that Prometheus reads, collected when somebody asks.</summary>
/// <remarks>Source: Prometheus text exposition format 0.0.4.</remarks>
internal sealed class MetricsPage : BaseExporter<Metric>
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly Lock gate = new();
    private string text = "";

    public MetricsPage() => Reader = new BaseExportingMetricReader(this) { TemporalityPreference = MetricReaderTemporalityPreference.Cumulative };

    public MetricReader Reader { get; }

    public string Collect()
    {
        lock (gate)
        {
            Reader.Collect();
            return text;
        }
    }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        var page = new StringBuilder();
        foreach (var metric in batch)
        {
            Write(page, metric);
        }

        text = page.ToString();
        return ExportResult.Success;
    }

    private static void Write(StringBuilder page, Metric metric)
    {
        var isCounter = metric.MetricType is MetricType.LongSum or MetricType.DoubleSum;
        var name = NameOf(metric) + (isCounter ? "_total" : "");
        var type = metric.MetricType == MetricType.Histogram ? "histogram" : isCounter ? "counter" : "gauge";
        if (metric.Description is { Length: > 0 } description)
        {
            page.Append(CultureInfo.InvariantCulture, $"# HELP {name} {description.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal)}\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {type}\n");
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            Write(page, name, metric.MetricType, in point);
        }
    }

    private static void Write(StringBuilder page, string name, MetricType type, in MetricPoint point)
    {
        switch (type)
        {
            case MetricType.Histogram:
                var below = 0L;
                foreach (var bucket in point.GetHistogramBuckets())
                {
                    below += bucket.BucketCount;
                    var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : Number(bucket.ExplicitBound);
                    Line(page, $"{name}_bucket", in point, Number(below), ("le", bound));
                }

                Line(page, $"{name}_sum", in point, Number(point.GetHistogramSum()));
                Line(page, $"{name}_count", in point, Number(point.GetHistogramCount()));
                break;
            case MetricType.LongSum or MetricType.LongSumNonMonotonic:
                Line(page, name, in point, Number(point.GetSumLong()));
                break;
            case MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic:
                Line(page, name, in point, Number(point.GetSumDouble()));
                break;
            case MetricType.LongGauge:
                Line(page, name, in point, Number(point.GetGaugeLastValueLong()));
                break;
            case MetricType.DoubleGauge:
                Line(page, name, in point, Number(point.GetGaugeLastValueDouble()));
                break;
        }
    }

    private static void Line(StringBuilder page, string name, in MetricPoint point, string value, (string Name, string Value)? more = null)
    {
        var labels = new List<string>();
        foreach (var tag in point.Tags)
        {
            labels.Add(Label(tag.Key, Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? ""));
        }

        if (more is { } extra)
        {
            labels.Add(Label(extra.Name, extra.Value));
        }

        page.Append(name).Append(labels.Count > 0 ? $"{{{string.Join(',', labels)}}}" : "").Append(' ').Append(value).Append('\n');
    }

    private static string Label(string name, string value) =>
        $"{Plain(name)}=\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";

    /// <summary>With its unit, unless that is a note such as <c>{row}</c>.</summary>
    private static string NameOf(Metric metric) => Plain(metric.Unit switch
    {
        "s" => $"{metric.Name}_seconds",
        "By" => $"{metric.Name}_bytes",
        _ => metric.Name,
    });

    private static string Plain(string name) => string.Concat(name.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '_'));

    private static string Number<T>(T number)
        where T : IFormattable => number.ToString(null, CultureInfo.InvariantCulture);
}
