using NodaTime;
using NodaTime.Text;

namespace PeerBot.Domain.Scheduling;

/// <summary>
/// A meeting as the lines of an iCalendar file (RFC 5545), for somebody whom no invitation reaches: saved as a file that ends in .ics, any
/// calendar takes it. As neutral as the event itself: no names, no place, no link.
/// </summary>
public static class AppointmentText
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <param name="subject">One short line of ours.</param>
    public static IReadOnlyList<string> Of(MeetingId meeting, string subject, Instant start, Instant end, Instant now) =>
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//PeerBot//Meetings//EN",
        "BEGIN:VEVENT",
        // The same each time: who takes in a later copy replaces the earlier one.
        $"UID:{meeting.Value:D}@peerbot",
        $"DTSTAMP:{Utc.Format(now)}",
        $"DTSTART:{Utc.Format(start)}",
        $"DTEND:{Utc.Format(end)}",
        $"SUMMARY:{Escaped(subject)}",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    ];

    private static string Escaped(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal).Replace(",", @"\,", StringComparison.Ordinal);
}
