using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Groups;

public abstract record SessionLog
{
    private SessionLog()
    {
    }

    public sealed record Noted(Meeting Meeting) : SessionLog;

    /// <summary>It has moved, was called off, is not over, or was a while ago and did not take place.</summary>
    public sealed record OutOfDate(Meeting Meeting) : SessionLog;

    public sealed record NotYours : SessionLog;
}

/// <summary>
/// "I was there", and what it was for oneself: shared, learned or both. Nobody is asked about anybody else, and whoever says nothing was
/// not there as far as the rate goes (S4-09).
/// </summary>
public sealed class LogSession(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <param name="part">Null: they would rather not say.</param>
    public async Task<SessionLog> WasThereAsync(PersonId person, Scheduling.MeetingId id, long sequence, SessionPart? part)
    {
        if (await stores.MeetingAsync(id) is not { } meeting || !meeting.People.Contains(person)
            || await stores.CycleAsync(meeting.Cycle) is not { IsGroup: true } cycle)
        {
            return new SessionLog.NotYours();
        }

        if (meeting.State == MeetingState.NotHeld || meeting.Sequence != sequence || meeting.End > turn.Now)
        {
            return new SessionLog.OutOfDate(meeting);
        }

        var parts = new Dictionary<string, SessionPart>(meeting.Parts ?? new Dictionary<string, SessionPart>());
        if (part is { } marked)
        {
            parts[person.Value] = marked;
        }

        var noted = meeting with
        {
            CheckIns = new Dictionary<string, bool>(meeting.CheckIns ?? new Dictionary<string, bool>()) { [person.Value] = true },
            Parts = parts,
        };
        if (noted.State == MeetingState.Booked && meeting.People.All(one => noted.CheckIns.ContainsKey(one.Value)))
        {
            noted = noted with { State = MeetingState.Held };
            stores.Save(noted);
            await new MeetingCheckIn(turn).AfterAsync(cycle, noted);
            return new SessionLog.Noted(noted);
        }

        stores.Save(noted);
        return new SessionLog.Noted(noted);
    }

    /// <summary>Who has now missed as many sessions in a row as the programme names; the lead alone hears of each, and of themselves not (S4-10).</summary>
    /// <param name="held">The session that was settled in this turn.</param>
    internal async Task LookForMissingAsync(Cycle cycle, Meeting held)
    {
        var programme = turn.Programme(cycle.Programme);
        if (programme.Participation.QuietAfterMissed is not { } most || await stores.GroupAsync(GroupId.Of(cycle.Id)) is not { } group)
        {
            return;
        }

        var sessions = (await stores.MeetingsAsync(cycle.Id)).Where(meeting => meeting.State == MeetingState.Held && meeting.Start < held.Start)
            .Append(held).ToList();
        foreach (var person in cycle.People.Where(one => one != group.Lead && MissedLast(sessions, one) == most))
        {
            await new Hours(turn, programme).SendAsync(new Errand.TellMissed(group.Id, person, held.Id), group.Lead);
        }
    }

    /// <summary>Sessions in a row, to the last of these, to which the person belonged and did not come.</summary>
    /// <param name="sessions">Held ones, by start.</param>
    public static int MissedLast(IEnumerable<Meeting> sessions, PersonId person) =>
        sessions.Where(session => session.People.Contains(person)).Reverse().TakeWhile(session => session.CheckIns?.ContainsKey(person.Value) != true).Count();
}
