using System.Text;
using NodaTime;
using PeerBot.Domain.People;

namespace PeerBot.Storage.Rows;

/// <summary>Statements on outbox and inbox outside of a turn's commit.</summary>
internal static class OutboxSql
{
    /// <summary>
    /// Parameters: the row's columns; the beginning of every claim of this process; and up to when an earlier row is due that has to be
    /// waited for. Yields the id, and null where the claim was not given for such a row: this process keeps its own rows in order itself.
    /// </summary>
    public const string Insert =
        $"""
        INSERT INTO "Outbox" ("Kind", "Person", "ConversationId", "Due", "Attempts", "ClaimedBy", "ClaimedUntil", "CreatedAt", "Body", "Held")
        VALUES ($1, $2, $3, $4, $5, CASE WHEN {IsBehindAnothers} THEN NULL ELSE $6 END, CASE WHEN {IsBehindAnothers} THEN 0 ELSE $7 END, $8, $9, $10)
        RETURNING "Id", "ClaimedBy"
        """;

    private const string IsBehindAnothers =
        """
        $6 IS NOT NULL AND EXISTS (SELECT 1 FROM "Outbox" e WHERE e."ConversationId" = $3 AND e."Due" <= $12
            AND (e."ClaimedBy" IS NULL OR substr(e."ClaimedBy", 1, length($11)) <> $11))
        """;

    /// <summary>Parameter: protected body.</summary>
    public const string InsertAnswer = "INSERT INTO \"Answers\" (\"Body\") VALUES ($1) RETURNING \"Id\"";

    /// <summary>Parameters: hashed key, answer's id, at. Touches no row when the key is known.</summary>
    public const string InsertKey =
        "INSERT INTO \"Inbox\" (\"Key\", \"Answer\", \"At\") VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";

    /// <summary>Parameters: id, by, due, attempts, status. A claim that ran out and was taken over by another process is left alone.</summary>
    public const string Retry =
        """
        UPDATE "Outbox" SET "Due" = $3, "Attempts" = $4, "Status" = $5, "ClaimedBy" = NULL, "ClaimedUntil" = 0 WHERE "Id" = $1 AND "ClaimedBy" = $2
        """;

    /// <summary>As <see cref="Retry"/>, where nothing was tried: what is known of it stays. Parameters: id, by, due, attempts.</summary>
    public const string GiveBack =
        """
        UPDATE "Outbox" SET "Due" = $3, "Attempts" = $4, "ClaimedBy" = NULL, "ClaimedUntil" = 0 WHERE "Id" = $1 AND "ClaimedBy" = $2
        """;

    /// <summary>Parameters: id, by, until. Yields the id where the claim is still the same.</summary>
    public const string Renew = "UPDATE \"Outbox\" SET \"ClaimedUntil\" = $3 WHERE \"Id\" = $1 AND \"ClaimedBy\" = $2 RETURNING \"Id\"";

    /// <summary>Parameters: id, by, due, person, why. As <see cref="Retry"/>, for a message that waits for its reader's contact window.</summary>
    public const string Hold =
        """
        UPDATE "Outbox" SET "Due" = $3, "Person" = $4, "Held" = $5, "ClaimedBy" = NULL, "ClaimedUntil" = 0 WHERE "Id" = $1 AND "ClaimedBy" = $2
        """;

    /// <summary>Parameter: id.</summary>
    public const string Find =
        """
        SELECT "Id", "Kind", "Person", "ConversationId", "Due", "Attempts", "CreatedAt", "Body", "Held", "Status" FROM "Outbox" WHERE "Id" = $1
        """;

    /// <summary>Parameters: after, the kind to leave out.</summary>
    public const string NextDue = "SELECT \"Due\" FROM \"Outbox\" WHERE \"Due\" > $1 AND \"Kind\" <> $2 ORDER BY \"Due\" LIMIT 1";

    /// <summary>Parameter: now. How many rows are due, how many there are, and since when the oldest is due. Looks through an index of the whole outbox.</summary>
    public const string Standing =
        "SELECT COUNT(CASE WHEN \"Due\" <= $1 THEN 1 END), COUNT(*), MIN(CASE WHEN \"Due\" <= $1 THEN \"Due\" END) FROM \"Outbox\"";

    /// <summary>Parameter: kind. Looks through the whole outbox, so it is for a start alone.</summary>
    public const string AnyOfKind = "SELECT 1 FROM \"Outbox\" WHERE \"Kind\" = $1 LIMIT 1";

    /// <summary>Parameter: the hashed key.</summary>
    public const string FindAnswer =
        "SELECT a.\"Body\" FROM \"Inbox\" i LEFT JOIN \"Answers\" a ON a.\"Id\" = i.\"Answer\" WHERE i.\"Key\" = $1";

    /// <summary>
    /// Parameters: now, clock of claims, limit, by, until, the range of people who are stepped over, up to when an earlier row of the same
    /// conversation is due that has to be waited for, and until when a row is left alone that waits so: without a name on it. What waits for a row
    /// that is put off is put off as long; a row that somebody works on is not put off, though their clock may be ahead of ours.
    /// </summary>
    /// <remarks>
    /// Rows that are due and claimed are stepped over; there are never more of them than are being delivered. Whoever gave a row back has
    /// taken its name off: a name that is still there belongs to a claim that ran out, and nobody knows how far it got. The sum keeps PostgreSQL
    /// from looking for the greatest among everything that is due soon, in place of the few rows of one conversation.
    /// </remarks>
    public static string ClaimDue(string skipLocked) =>
        $"""
        UPDATE "Outbox" AS o SET {DoubtedIfClaimed},
            "ClaimedBy" = CASE WHEN {IsBehind} THEN NULL ELSE $4 END, "ClaimedUntil" = CASE WHEN {IsBehind} THEN $9 ELSE $5 END,
            "Due" = COALESCE((SELECT MAX(e."Due" + 0) {Earlier} AND e."Due" > $1 AND e."ClaimedBy" IS NULL), "Due")
        WHERE "Id" IN (
            SELECT "Id" FROM "Outbox" WHERE "Due" <= $1 AND "ClaimedUntil" <= $2
                AND ("Person" IS NULL OR "Person" < $6 OR "Person" >= $7) ORDER BY "Due", "Id" LIMIT $3 {skipLocked})
        RETURNING "Id", "Kind", "Person", "ConversationId", "Due", "Attempts", "CreatedAt", "Body", "Held", "Status", "ClaimedBy"
        """;

    private const string Earlier =
        """FROM "Outbox" e WHERE e."ConversationId" = o."ConversationId" AND e."Id" < o."Id" AND e."Due" <= $8""";

    private const string IsBehind = $"EXISTS (SELECT 1 {Earlier})";

    /// <summary>Parameters: now, clock of claims, person, by, until, and the three reasons that come together.</summary>
    public static string ClaimHeld(string skipLocked) =>
        $"""
        UPDATE "Outbox" SET {DoubtedIfClaimed}, "ClaimedBy" = $4, "ClaimedUntil" = $5 WHERE "Id" IN (
            SELECT "Id" FROM "Outbox" WHERE "Person" = $3 AND "Held" IS NOT NULL AND "Held" IN ($6, $7, $8) AND "Kind" = 2
                AND "Due" <= $1 AND "ClaimedUntil" <= $2 {skipLocked})
        RETURNING "Id", "Kind", "Person", "ConversationId", "Due", "Attempts", "CreatedAt", "Body", "Held", "Status"
        """;

    private const string DoubtedIfClaimed = """ "Status" = CASE WHEN "ClaimedBy" IS NULL THEN "Status" ELSE 0 END""";

    public static OutboxRow Read(IRow row, Claim? claim, IPrivateText privateText) => new(
        row.Number(0), (OutboxKind)row.Number(1), row.Text(2) is { } person ? new PersonId(person) : null, row.Text(3),
        Instant.FromUnixTimeTicks(row.Number(4)), Encoding.UTF8.GetString(privateText.Reveal(Tables.Outbox.Name, row.Bytes(7))),
        (int)row.Number(5), Instant.FromUnixTimeTicks(row.Number(6)), row.Text(8), row.IsNull(9) ? null : (int)row.Number(9), claim);

    public static CommitOutcome.Repeated Answer(IRow row, IPrivateText privateText) => new(
        row.IsNull(0) ? null : Encoding.UTF8.GetString(privateText.Reveal(Tables.Answers.Name, row.Bytes(0))));
}
