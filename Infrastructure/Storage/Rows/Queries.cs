using PeerBot.Domain.Support;

namespace PeerBot.Storage.Rows;

/// <summary>The lists that turns read. Each is answered by an index of its table.</summary>
internal static class Queries
{
    public static readonly Query<SupportRequest> OpenRequests = Tables.Requests.Query(
        "\"Requester\" = $1 AND \"Open\" = 1 ORDER BY \"MadeAt\" DESC");

    public static readonly Query<Ask> AsksOf = Tables.Asks.Query("\"Request\" = $1");

    public static readonly Query<Ask> OpenAsksTo = Tables.Asks.Query("\"Supporter\" = $1 AND \"Programme\" = $2 AND \"Open\" = 1");

    /// <summary>Two questions, since SQLite answers an OR of both by walking through all open cycles; in no order.</summary>
    public static readonly Query<Cycle> OpenCycles = new(
        Tables.Cycles,
        $"""
        {Tables.Cycles.Query("\"Requester\" = $1 AND \"Open\" = 1").Sql}
        UNION ALL
        {Tables.Cycles.Query("\"Supporter\" = $1 AND \"Open\" = 1").Sql}
        """);

    public static readonly Query<Meeting> Meetings = Tables.Meetings.Query("\"Cycle\" = $1 ORDER BY \"Start\"");

    public static readonly Query<PrivateNote> Notes = Tables.PrivateNotes.Query(
        "\"Subject\" = $1 AND \"Kind\" = $2 ORDER BY \"AddedAt\"");

    public static readonly Query<Conversation> ConversationsOf = Tables.Conversations.Query("\"Person\" = $1");

    public static readonly Query<LocalEventRow> EventsOf = new(
        Tables.LocalEvents,
        """
        SELECT e."Version", e."Body" FROM "EventPeople" p JOIN "LocalEvents" e ON e."Meeting" = p."Meeting"
        WHERE p."Person" = $1 AND p."End" > $2 AND p."Start" < $3
        """);
}
