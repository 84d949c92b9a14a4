using NodaTime;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Scheduling;

/// <summary>The hours of one day in which people may meet.</summary>
/// <param name="From">A meeting starts no earlier.</param>
/// <param name="DayEnd">The end of the working day; the later one of several people.</param>
/// <param name="LastEnd">A meeting ends no later.</param>
internal readonly record struct SessionHours(Instant From, Instant DayEnd, Instant LastEnd)
{
    public Instant LatestStart(SessionWindow window) =>
        window.Basis == SessionBasis.SchoolDayPlus ? DayEnd + AfterSchool(window) : LastEnd;

    /// <summary>Where a meeting of this length can lie: it starts no later than the latest start exactly when it ends inside.</summary>
    public Stretch Open(SessionWindow window, int minutes) => new(
        From.ToUnixTimeTicks(),
        Instant.Min(LastEnd, LatestStart(window) + Duration.FromMinutes(minutes)).ToUnixTimeTicks());

    /// <summary>The hours that two people share: their days overlap, and afterwards counts from the later end.</summary>
    public SessionHours And(SessionHours other) => new(
        Instant.Max(From, other.From), Instant.Max(DayEnd, other.DayEnd), Instant.Min(LastEnd, other.LastEnd));

    /// <summary>The hours of one person on a day of their own clock, whether or not it is a day to meet.</summary>
    public static SessionHours On(LocalDate date, Attendee attendee, BoundaryRules rules, DateTimeZone zone)
    {
        var window = rules.SessionWindow;
        var (start, end) = DailyHours(attendee, rules);
        var dayEnd = zone.AtLeniently(date + end).ToInstant();
        var lastEnd = window.Basis != SessionBasis.SchoolDayPlus ? dayEnd
            : window.LatestEnd is { } latest ? zone.AtLeniently(date + latest).ToInstant()
            : zone.StartOf(date.PlusDays(1));
        return new SessionHours(zone.AtLeniently(date + start).ToInstant(), dayEnd, lastEnd);
    }

    private static (LocalTime Start, LocalTime End) DailyHours(Attendee attendee, BoundaryRules rules)
    {
        // Fixed hours are the programme's alone. Where neither a person nor the programme gives any, the contact window is the working day.
        var (window, contact) = (rules.SessionWindow, rules.ContactWindow);
        var own = window.Basis == SessionBasis.Fixed ? null : attendee.Hours;
        return (own?.Start ?? window.From ?? contact.From, own?.End ?? window.To ?? contact.To);
    }

    private static Duration AfterSchool(SessionWindow window) => Duration.FromMinutes(window.AfterSchoolStartWithinMinutes ?? 0);
}
