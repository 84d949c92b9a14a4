using Microsoft.Graph.Models;
using NodaTime;
using NodaTime.Text;
using PeerBot.Calendar;

namespace PeerBot.Infrastructure.Tests.Calendar.Graph;

public sealed class Times_for_Graph
{
    [Theory]
    [InlineData("2026-12-03T15:30:00Z", "Europe/London", "2026-12-03T15:30:00", "GMT Standard Time")]
    [InlineData("2027-06-03T14:30:00Z", "Europe/London", "2027-06-03T15:30:00", "GMT Standard Time")]
    [InlineData("2027-02-03T04:30:00Z", "Australia/Melbourne", "2027-02-03T15:30:00", "AUS Eastern Standard Time")]
    [InlineData("2027-02-03T05:00:00Z", "Australia/Adelaide", "2027-02-03T15:30:00", "Cen. Australia Standard Time")]
    [InlineData("2026-12-03T15:30:00Z", "Etc/UTC", "2026-12-03T15:30:00", "UTC")]
    // London, 25 October 2026: 01:30 happens twice, so no local time says which
    [InlineData("2026-10-25T00:30:00Z", "Europe/London", "2026-10-25T00:30:00", "UTC")]
    [InlineData("2026-10-25T01:30:00Z", "Europe/London", "2026-10-25T01:30:00", "UTC")]
    [InlineData("2026-10-25T02:30:00Z", "Europe/London", "2026-10-25T02:30:00", "GMT Standard Time")]
    // a zone that Windows has no name for
    [InlineData("2027-06-03T14:30:00Z", "Antarctica/Troll", "2027-06-03T14:30:00", "UTC")]
    public void An_instant_is_written_in_the_zone_where_it_belongs(string instant, string zone, string local, string windows)
    {
        var written = GraphTime.Local(InstantPattern.ExtendedIso.Parse(instant).Value, DateTimeZoneProviders.Tzdb[zone]);

        Assert.Equal((local, windows), (written.DateTime, written.TimeZone));
        Assert.Equal(InstantPattern.ExtendedIso.Parse(instant).Value, GraphTime.Read(written, "start"));
    }

    [Theory]
    [InlineData("2026-12-03T15:30:00.0000000", "UTC", "2026-12-03T15:30:00Z")]
    [InlineData("2027-06-03T15:30:00.0000000", "GMT Standard Time", "2027-06-03T14:30:00Z")]
    [InlineData("2027-06-03T15:30:00", "Europe/London", "2027-06-03T14:30:00Z")]
    [InlineData("2027-06-03T15:30:00", null, "2027-06-03T15:30:00Z")]
    public void A_time_of_Graphs_is_read_in_its_own_zone(string local, string? zone, string instant) =>
        Assert.Equal(InstantPattern.ExtendedIso.Parse(instant).Value,
            GraphTime.Read(new DateTimeTimeZone { DateTime = local, TimeZone = zone }, "start"));
}
