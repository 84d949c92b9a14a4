using PeerBot.Domain.Feedback;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;

namespace PeerBot.Storage.Rows;

/// <summary>The lists that turns read. Each is answered by an index of its table.</summary>
internal static class Queries
{
    public static readonly Query<SupportRequest> OpenRequests = Tables.Requests.Query(
        "\"Requester\" = $1 AND \"Open\" = 1 ORDER BY \"MadeAt\" DESC");

    public static readonly Query<Ask> AsksOf = Tables.Asks.Query("\"Request\" = $1");

    public static readonly Query<Ask> OpenAsksTo = Tables.Asks.Query("\"Supporter\" = $1 AND \"Programme\" = $2 AND \"Open\" = 1");

    /// <summary>Several questions, since SQLite answers an OR of them by walking through all open cycles; in no order.</summary>
    public static readonly Query<Cycle> OpenCycles = new(
        Tables.Cycles,
        $"""
        {Tables.Cycles.Query("\"Requester\" = $1 AND \"Open\" = 1").Sql}
        UNION ALL
        {Tables.Cycles.Query("\"Supporter\" = $1 AND \"Open\" = 1").Sql}
        UNION ALL
        {CyclesOfGroups} AND c."Open" = 1
        """);

    /// <summary>A group and its cycle have one id.</summary>
    private const string CyclesOfGroups =
        """
        SELECT c."Version", c."Body" FROM "Memberships" m JOIN "Cycles" c ON c."Id" = m."Group" WHERE m."Person" = $1
        """;

    public static readonly Query<LearningGroup> GroupsOf = new(
        Tables.Groups,
        """
        SELECT g."Version", g."Body" FROM "Memberships" m JOIN "Groups" g ON g."Id" = m."Group" WHERE m."Person" = $1
        """);

    public static readonly Query<LearningGroup> GroupsIn = Tables.Groups.Query("\"Programme\" = $1");

    public static readonly Query<Meeting> Meetings = Tables.Meetings.Query("\"Cycle\" = $1 ORDER BY \"Start\"");

    public static readonly Query<PrivateNote> Notes = Tables.PrivateNotes.Query(
        "\"Subject\" = $1 AND \"Kind\" = $2 ORDER BY \"AddedAt\"");

    public static readonly Query<CycleFeedback> FeedbackOf = Tables.Feedback.Query("\"Cycle\" = $1");

    public static readonly Query<Conversation> ConversationsOf = Tables.Conversations.Query("\"Person\" = $1");

    public static readonly Query<Organisation> OrganisationOf = Tables.Organisations.Query(
        "\"Id\" = (SELECT \"Organisation\" FROM \"People\" WHERE \"Id\" = $1)");

    public static readonly Query<LocalEventRow> EventsOf = new(
        Tables.LocalEvents,
        """
        SELECT e."Version", e."Body" FROM "EventPeople" p JOIN "LocalEvents" e ON e."Meeting" = p."Meeting"
        WHERE p."Person" = $1 AND p."End" > $2 AND p."Start" < $3
        """);

    // Oversight

    public static readonly Query<Cycle> CyclesStanding = Tables.Cycles.Query(
        "\"Programme\" = $1 AND \"Standing\" = $2 AND \"Open\" = 1 ORDER BY \"Id\" LIMIT $4 OFFSET $3");

    public static readonly Query<SupportRequest> OpenRequestsOf = Tables.Requests.Query(
        "\"Programme\" = $1 AND \"Open\" = 1 ORDER BY \"MadeAt\"");

    public static readonly Query<SupporterProfile> SupportersInState = Tables.Supporters.Query(
        "\"Programme\" = $1 AND \"State\" = $2 ORDER BY \"Person\" LIMIT $4 OFFSET $3");

    public static readonly Query<CoordinatorTask> OpenTasks = Tables.Tasks.Query("\"Programme\" = $1 AND \"Open\" = 1 ORDER BY \"Since\"");

    public static readonly Query<Meeting> BookedMeetings = Tables.Meetings.Query(
        "\"Booked\" = 1 AND \"Start\" >= $1 AND \"Start\" < $2 ORDER BY \"Start\"");

    public static readonly Query<Person> PeopleAfter = Tables.People.Query("\"Id\" > $1 ORDER BY \"Id\" LIMIT $2");

    // My data

    public static readonly Query<Cycle> CyclesOf = new(
        Tables.Cycles,
        $"{Tables.Cycles.Query("\"Requester\" = $1").Sql} UNION ALL {Tables.Cycles.Query("\"Supporter\" = $1").Sql} UNION ALL {CyclesOfGroups}");

    public static readonly Query<SupportRequest> RequestsOf = Tables.Requests.Query("\"Requester\" = $1");

    public static readonly Query<Ask> AsksTo = Tables.Asks.Query("\"Supporter\" = $1");

    public static readonly Query<SupporterProfile> ProfilesOf = Tables.Supporters.Query("\"Person\" = $1");

    public static readonly Query<SupporterApplication> ApplicationsOf = Tables.Applications.Query("\"Person\" = $1");

    public static readonly Query<PrivateNote> NotesOf = Tables.PrivateNotes.Query("\"Owner\" = $1 ORDER BY \"AddedAt\"");

    public static readonly Query<SelfEvaluation> SelfEvaluationsOf = Tables.SelfEvaluations.Query("\"Owner\" = $1");

    public static readonly Query<CycleFeedback> FeedbackFrom = Tables.Feedback.Query("\"From\" = $1");

    public static readonly Query<AuditEntry> AuditAbout = Tables.Audit.Query("\"About\" = $1 ORDER BY \"At\" DESC");

    public static readonly Query<RightsRequest> RightsOf = Tables.Rights.Query("\"Person\" = $1");

    // Retention

    public static readonly Query<Cycle> CyclesClosed = Tables.Cycles.Query(
        "\"ClosedAt\" >= $1 AND \"ClosedAt\" < $2 ORDER BY \"ClosedAt\" LIMIT $3");

    public static readonly Query<SupportRequest> RequestsMade = Tables.Requests.Query(
        "\"MadeAt\" >= $1 AND \"MadeAt\" < $2 ORDER BY \"MadeAt\" LIMIT $3");

    public static readonly Query<AuditEntry> AuditMade = Tables.Audit.Query("\"At\" >= $1 AND \"At\" < $2 ORDER BY \"At\" LIMIT $3");

    /// <summary>Supervision meetings: they are in no table of their own.</summary>
    public static readonly Query<LocalEventRow> EventsOfNoMeeting = new(
        Tables.LocalEvents,
        """
        SELECT e."Version", e."Body" FROM "LocalEvents" e
        WHERE e."Meeting" > $1 AND NOT EXISTS (SELECT 1 FROM "Meetings" m WHERE m."Id" = e."Meeting") ORDER BY e."Meeting" LIMIT $2
        """);

    public static readonly Query<CoordinatorTask> TasksAfter = Tables.Tasks.Query("\"Id\" > $1 ORDER BY \"Id\" LIMIT $2");

    public static readonly Query<RightsRequest> RightsAfter = Tables.Rights.Query("\"Id\" > $1 ORDER BY \"Id\" LIMIT $2");

    public static readonly Query<SupporterApplication> ApplicationsAfter =
        Tables.Applications.Query("(\"Programme\", \"Person\") > ($1, $2) ORDER BY \"Programme\", \"Person\" LIMIT $3");

    public static readonly Query<Conversation> ConversationsAfter = Tables.Conversations.Query("\"Id\" > $1 ORDER BY \"Id\" LIMIT $2");

    public static readonly Query<Membership> MembershipsOf = Tables.Memberships.Query("\"Person\" = $1");

    public static readonly Query<EventPerson> EventsPeopleOf = Tables.EventPeople.Query("\"Person\" = $1");
}
