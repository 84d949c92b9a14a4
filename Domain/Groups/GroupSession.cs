using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Groups;

/// <summary>What belongs to one session of a group, reckoned from its sessions each time and never stored.</summary>
/// <param name="Number">1 for the group's first.</param>
/// <param name="LedBy">Each member in turn: nobody is the teacher (S4-04). Null: nobody is in the group any more.</param>
public sealed record GroupSession(int Number, PersonId? LedBy)
{
    /// <summary>Sessions that were called off or did not take place do not count: the next one takes their place.</summary>
    public static GroupSession Of(Cycle cycle, IEnumerable<Meeting> meetings, Meeting meeting)
    {
        var before = meetings.Count(other =>
            other.Id != meeting.Id && other.Start < meeting.Start && Stands(other));
        return new GroupSession(before + 1, cycle.People.Count == 0 ? null : cycle.People[(before + cycle.TurnsFrom) % cycle.People.Count]);
    }

    /// <summary>Somebody comes or goes: whoever would lead next still does, and nobody leads twice running.</summary>
    /// <param name="cycle">As it was before.</param>
    /// <param name="people">Its members from now on.</param>
    internal static int TurnsFrom(Cycle cycle, IReadOnlyList<PersonId> people, IEnumerable<Meeting> meetings, Instant now)
    {
        var before = meetings.Count(meeting => meeting.Start <= now && Stands(meeting));
        var turns = Enumerable.Range(before + cycle.TurnsFrom, cycle.People.Count).Select(turn => cycle.People[turn % cycle.People.Count]);
        var next = people.ToList().IndexOf(turns.First(people.Contains));
        return (((next - before) % people.Count) + people.Count) % people.Count;
    }

    /// <summary>The tip's place among so many: one after the other, beginning again after the last (S4-16).</summary>
    public int Tip(int tips) => (Number - 1) % tips;

    /// <summary>
    /// What members have brought along since the session before, so that it comes up in this one (S4-08). Oldest first.
    /// </summary>
    /// <param name="items">All share items of the group.</param>
    public static IReadOnlyList<PrivateNote> Agenda(IEnumerable<PrivateNote> items, IEnumerable<Meeting> meetings, Meeting meeting)
    {
        var before = Before(meetings, meeting.Start);
        return [.. items.Where(item => item.WrittenAt is { } at && at >= before && at < meeting.Start)];
    }

    /// <summary>What no session has come up with yet.</summary>
    public static IReadOnlyList<PrivateNote> Waiting(IEnumerable<PrivateNote> items, IEnumerable<Meeting> meetings, Instant now)
    {
        var before = Before(meetings, now);
        return [.. items.Where(item => item.WrittenAt is { } at && at >= before)];
    }

    private static Instant Before(IEnumerable<Meeting> meetings, Instant start) =>
        meetings.Where(other => other.Start < start && Stands(other)).Select(other => other.Start).DefaultIfEmpty(Instant.MinValue).Max();

    /// <summary>It has taken place, or nobody has said that it did not.</summary>
    private static bool Stands(Meeting meeting) => meeting.State != MeetingState.NotHeld;
}
