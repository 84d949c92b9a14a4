using NodaTime;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Groups;

/// <summary>How a group took part in one term.</summary>
/// <param name="Sessions">Those that took place.</param>
/// <param name="Places">Members times sessions.</param>
/// <param name="Attended">Of those, how many were confirmed.</param>
public sealed record TermRate(string Term, LocalDate Starts, int Sessions, int Places, int Attended)
{
    /// <summary>In hundredths, rounded; null where it is built from fewer than the least that a report is built from.</summary>
    public int? Percent(int least) => Places < Math.Max(1, least) ? null : (int)Math.Round(100m * Attended / Places, MidpointRounding.AwayFromZero);
}

/// <summary>How often members have marked that they shared, learned, or both: of the group, never of one person (S4-13).</summary>
public sealed record SharingBalance(int Shared, int Learned, int Both)
{
    public int Marks => Shared + Learned + Both;
}

public static class GroupRates
{
    /// <summary>
    /// Confirmed attendances ÷ (members × sessions held), by term (S4-09). A break belongs to the term before it, as in every report; terms
    /// without a session are left out.
    /// </summary>
    public static IReadOnlyList<TermRate> ByTerm(IEnumerable<Meeting> meetings, SchoolCalendar calendar, DateTimeZone zone) =>
    [
        .. meetings.Where(meeting => meeting.State == MeetingState.Held)
            .Select(meeting => (Meeting: meeting, Term: calendar.Terms.LastOrDefault(term => term.Dates.Start <= meeting.Start.InZone(zone).Date)))
            .Where(one => one.Term is not null)
            .GroupBy(one => one.Term!, one => one.Meeting)
            .OrderBy(term => term.Key.Dates.Start)
            .Select(term => new TermRate(
                term.Key.Name, term.Key.Dates.Start, term.Count(), term.Sum(meeting => meeting.People.Count()),
                term.Sum(meeting => meeting.People.Count(person => meeting.CheckIns?.ContainsKey(person.Value) == true)))),
    ];

    public static SharingBalance Balance(IEnumerable<Meeting> meetings)
    {
        var marks = meetings.Where(meeting => meeting.State == MeetingState.Held).SelectMany(meeting => meeting.Parts?.Values ?? []).ToList();
        return new SharingBalance(marks.Count(one => one == SessionPart.Shared), marks.Count(one => one == SessionPart.Learned), marks.Count(one => one == SessionPart.Both));
    }
}
