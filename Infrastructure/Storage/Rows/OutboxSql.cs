namespace PeerBot.Storage.Rows;

/// <summary>Statements on the outbox and inbox that both engines understand.</summary>
internal static class OutboxSql
{
    public const string Columns =
        "\"Id\", \"Kind\", \"Person\", \"ConversationId\", \"Due\", \"Attempts\", \"CreatedAt\", \"Body\"";

    /// <summary>Parameters: now, clock of claims, limit, by, until.</summary>
    /// <remarks>Rows that are due and claimed are stepped over; there are never more of them than are being delivered.</remarks>
    public static string ClaimDue(string locking) =>
        $"""
        UPDATE "Outbox" SET "ClaimedBy" = $4, "ClaimedUntil" = $5 WHERE "Id" IN (
            SELECT "Id" FROM "Outbox" WHERE "Due" <= $1 AND "ClaimedUntil" <= $2 ORDER BY "Due", "Id" LIMIT $3 {locking})
        RETURNING {Columns}
        """;

    /// <summary>Parameters: id, by, due, attempts. A claim that ran out and was taken over by another process is left alone.</summary>
    public const string Retry =
        """
        UPDATE "Outbox" SET "Due" = $3, "Attempts" = $4, "ClaimedBy" = NULL, "ClaimedUntil" = 0 WHERE "Id" = $1 AND "ClaimedBy" = $2
        """;

    /// <summary>Parameter: after.</summary>
    public const string NextDue = "SELECT MIN(\"Due\") FROM \"Outbox\" WHERE \"Due\" > $1";
}
