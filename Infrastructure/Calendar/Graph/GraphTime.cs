using Microsoft.Graph.Models;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace PeerBot.Calendar;

/// <summary>Instants as Graph writes them: a local time without an offset, and the name of a zone.</summary>
internal static class GraphTime
{
    private static readonly LocalDateTimePattern Written = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm:ss");

    public static DateTimeTimeZone Utc(Instant instant) => In(instant, "UTC", DateTimeZone.Utc);

    /// <summary>Local time and Windows name of the zone, so that Outlook shows the meeting where it belongs.</summary>
    /// <remarks>UTC instead where the local time happens twice or the zone has no Windows name: the instant counts.</remarks>
    public static DateTimeTimeZone Local(Instant instant, DateTimeZone zone)
    {
        var once = zone.MapLocal(instant.InZone(zone).LocalDateTime).Count == 1;
        return once && TimeZoneInfo.TryConvertIanaIdToWindowsId(zone.Id, out var windows) ? In(instant, windows, zone) : Utc(instant);
    }

    /// <exception cref="GraphAnswerException">Graph left the time out or wrote it in a way that nobody documented.</exception>
    public static Instant Read(DateTimeTimeZone? time, string field)
    {
        if (time?.DateTime is not { } text) throw new GraphAnswerException($"an event without {field}");
        if (!LocalDateTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out var local) || Zone(time.TimeZone) is not { } zone)
            throw new GraphAnswerException($"an event whose {field} cannot be read");
        return zone.ResolveLocal(local, Resolvers.LenientResolver).ToInstant();
    }

    private static DateTimeTimeZone In(Instant instant, string name, DateTimeZone zone) =>
        new() { DateTime = Written.Format(instant.InZone(zone).LocalDateTime), TimeZone = name };

    private static DateTimeZone? Zone(string? name) => name is null or "UTC"
        ? DateTimeZone.Utc
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out var iana) ? iana : name);
}
