using NodaTime;
using NodaTime.Text;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Tests.Programmes;

namespace PeerBot.Domain.Tests.Scheduling;

/// <summary>The shipped calendars and the programme of the headteachers, for tests about time.</summary>
internal static class Sample
{
    public static DateTimeZone London { get; } = DateTimeZoneProviders.Tzdb["Europe/London"];

    public static CalendarCatalogue Calendars { get; } = CalendarCatalogue.Load(CalendarCatalogue.ShippedFolder).OrThrow();

    public static Programme Heads { get; } = Definitions.Programme(Definitions.Headteachers);

    public static Programme MiddleLeaders { get; } = Definitions.Programme("aspiring-middle-leaders");

    public static SchoolCalendar Shropshire { get; } = Calendars.For(Heads.Boundaries);

    public static SchoolCalendar Shetland { get; } = Calendars.For(MiddleLeaders.Boundaries);

    /// <summary>The Saturday evening on which the scripts begin.</summary>
    public static Instant SaturdayEvening { get; } = At("2026-11-21T19:05");

    public static SessionRules Rules(Programme programme) => SessionRules.Of(programme);

    public static Attendee Head(DayHours? hours = null, params Interval[] busy) => new(London, Shropshire, hours, busy);

    public static MeetingPlan Plan(int minutes = 60, MeetingMode mode = MeetingMode.Teams, CycleSoFar? cycle = null, params Attendee[] attendees) =>
        new(minutes, mode, attendees.Length > 0 ? attendees : [Head(), Head()], cycle ?? CycleSoFar.Fresh);

    public static CycleSoFar Cycle(params (string Start, MeetingMode Mode)[] meetings) => new(null, [.. meetings.Select(m => Meeting(m.Start, m.Mode))]);

    public static CountedMeeting Meeting(string start, MeetingMode mode = MeetingMode.Teams) => new(new MeetingId(Guid.NewGuid()), At(start), mode);

    public static Instant At(string local, DateTimeZone? zone = null) => (zone ?? London).AtLeniently(Local(local)).ToInstant();

    public static LocalDateTime Local(string text) =>
        LocalDateTimePattern.GeneralIso.Parse(text.Length == "uuuu-MM-ddTHH:mm".Length ? text + ":00" : text).Value;

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static Interval Busy(string start, string end) => new(At(start), At(end));

    /// <summary>London local time to the minute, as tests write it.</summary>
    public static string Text(this Instant instant, DateTimeZone? zone = null) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(instant.InZone(zone ?? London).LocalDateTime);
}
