using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace PeerBot.Calendar;

/// <summary>A person's meetings as an iCalendar file (RFC 5545), for a subscription or a download.</summary>
/// <remarks>
/// Times are UTC: each meeting is a single event whose instant is settled, so no reader has to know a zone's rules. There is no METHOD,
/// hence DTSTAMP is the last change and the same meetings give the same bytes: an entity tag works. No organiser, attendees, place or
/// text: a feed is read on phones and by whoever holds its address.
/// </remarks>
public static class CalendarFeed
{
    public const string ContentType = "text/calendar; charset=utf-8";

    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <param name="name">Title of the subscribed calendar; neutral, as it is shown beside the events.</param>
    public static string Write(string name, IEnumerable<LocalEvent> events)
    {
        var file = new ContentLines();
        file.Add("BEGIN", "VCALENDAR");
        file.Add("VERSION", "2.0");
        file.Add("PRODID", "-//PeerBot//Meetings//EN");
        file.Add("CALSCALE", "GREGORIAN");
        file.AddText("NAME", name);
        file.AddText("X-WR-CALNAME", name);
        file.Add("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        file.Add("X-PUBLISHED-TTL", "PT1H");

        var any = false;
        foreach (var e in events.OrderBy(e => e.Start).ThenBy(e => e.Meeting.Value))
        {
            any = true;
            Add(file, e);
        }

        if (!any) AddUtc(file);
        file.Add("END", "VCALENDAR");
        return file.ToString();
    }

    private static void Add(ContentLines file, LocalEvent e)
    {
        file.Add("BEGIN", "VEVENT");
        file.Add("UID", $"{e.Meeting.Value:D}@peerbot");
        file.Add("DTSTAMP", Utc.Format(e.Changed));
        file.Add("LAST-MODIFIED", Utc.Format(e.Changed));
        file.Add("DTSTART", Utc.Format(e.Start));
        file.Add("DTEND", Utc.Format(e.End));
        file.Add("SEQUENCE", e.Sequence.ToString(CultureInfo.InvariantCulture));
        file.Add("STATUS", e.Cancelled ? "CANCELLED" : "CONFIRMED");
        file.AddText("SUMMARY", e.Subject);
        file.Add("CLASS", "PRIVATE");
        file.Add("TRANSP", e.Cancelled ? "TRANSPARENT" : "OPAQUE");
        file.Add("END", "VEVENT");
    }

    /// <summary>A calendar must hold something, even before the first meeting: then it holds the definition of UTC.</summary>
    private static void AddUtc(ContentLines file)
    {
        file.Add("BEGIN", "VTIMEZONE");
        file.Add("TZID", "Etc/UTC");
        file.Add("BEGIN", "STANDARD");
        file.Add("DTSTART", "19700101T000000");
        file.Add("TZOFFSETFROM", "+0000");
        file.Add("TZOFFSETTO", "+0000");
        file.Add("END", "STANDARD");
        file.Add("END", "VTIMEZONE");
    }
}
