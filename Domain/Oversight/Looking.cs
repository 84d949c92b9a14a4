using PeerBot.Domain.People;

namespace PeerBot.Domain.Oversight;

/// <summary>Everything that a coordinator looks at or changes about somebody; each is a stable word, its sentence is in the texts.</summary>
public static class AuditActions
{
    public const string RequestListed = "request.listed";
    public const string RequestViewed = "request.viewed";
    public const string RequestActedOn = "request.acted-on";
    public const string CycleListed = "cycle.listed";
    public const string CycleViewed = "cycle.viewed";
    public const string ExtensionDecided = "extension.decided";
    public const string SupporterListed = "supporter.listed";
    public const string TaskListed = "task.listed";
    public const string TaskDone = "task.done";
    public const string MeetingListed = "meeting.listed";
    public const string PersonFound = "person.found";
    public const string RoleListed = "role.listed";
    public const string RoleChanged = "role.changed";
    public const string AccountGone = "account.gone";
    public const string CalendarChanged = "calendar.changed";
    public const string ContactChanged = "contact.changed";
    public const string ReportViewed = "report.viewed";
    public const string RightSettled = "right.settled";
    public const string ReportExported = "report.exported";
}

/// <summary>Notes who looked at what, so that the person it is about can read it.</summary>
public sealed class Looking(Turn turn, string programmeId, PersonId actor)
{
    /// <summary>One entry a person, however often they stand on what was shown.</summary>
    public void At(string action, IEnumerable<(PersonId About, string? Subject)> seen)
    {
        foreach (var (about, subject) in seen.DistinctBy(one => one.About).Where(one => one.About != actor))
        {
            Note(action, about, subject);
        }
    }

    public void Note(string action, PersonId? about, string? subject) =>
        turn.Stores.Save(new AuditEntry(Guid.NewGuid(), programmeId, actor, about, action, subject, turn.Now));
}
