namespace PeerBot.Storage.Rows;

/// <summary>Room that the channel leaves, kept as the time from which it is free again.</summary>
internal static class LimitsSql
{
    /// <summary>
    /// Parameters: key, now, time that the taken room lasts, the same at the slower pace, and the latest beginning at either pace at which
    /// it is taken. Yields from when there is room after it; nothing when none was taken.
    /// </summary>
    public const string Take =
        """
        INSERT INTO "Limits" ("Key", "Next", "Long") VALUES ($1, $2 + $3, $2 + $4)
        ON CONFLICT ("Key") DO UPDATE SET
            "Next" = CASE WHEN "Limits"."Next" > $2 THEN "Limits"."Next" ELSE $2 END + $3,
            "Long" = CASE WHEN "Limits"."Long" > $2 THEN "Limits"."Long" ELSE $2 END + $4
        WHERE "Limits"."Next" <= $5 AND "Limits"."Long" <= $6
        RETURNING "Next", "Long"
        """;

    /// <summary>Parameter: key.</summary>
    public const string Look = "SELECT \"Next\", \"Long\" FROM \"Limits\" WHERE \"Key\" = $1";

    /// <summary>Parameter: now. Walks through the table, which is small: only whoever hears much stands in it.</summary>
    public const string Forget = "DELETE FROM \"Limits\" WHERE \"Next\" < $1 AND \"Long\" < $1";
}
