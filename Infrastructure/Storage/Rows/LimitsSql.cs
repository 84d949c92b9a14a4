namespace PeerBot.Storage.Rows;

/// <summary>Room that the channel leaves, kept as the time from which it is free again.</summary>
/// <remarks>
/// Each is given how the engine asks what time it is, which is one clock for all processes; where a parameter says it, it is the last one.
/// </remarks>
internal static class LimitsSql
{
    /// <summary>
    /// Parameters: key, time that the taken room lasts, the same at the slower pace, and how far off the beginning at either pace may be where it
    /// is taken. Yields from when there is room after it, and what time it is; nothing when none was taken.
    /// </summary>
    public static string Take(Func<int, string> clock)
    {
        var now = clock(6);
        return $"""
            INSERT INTO "Limits" ("Key", "Next", "Long") VALUES ($1, {now} + $2, {now} + $3)
            ON CONFLICT ("Key") DO UPDATE SET
                "Next" = CASE WHEN "Limits"."Next" > {now} THEN "Limits"."Next" ELSE {now} END + $2,
                "Long" = CASE WHEN "Limits"."Long" > {now} THEN "Limits"."Long" ELSE {now} END + $3
            WHERE "Limits"."Next" - {now} <= $4 AND "Limits"."Long" - {now} <= $5
            RETURNING "Next", "Long", {now}
            """;
    }

    /// <summary>Parameter: key.</summary>
    public static string Look(Func<int, string> clock) => $"SELECT \"Next\", \"Long\", {clock(2)} FROM \"Limits\" WHERE \"Key\" = $1";

    /// <summary>Walks through the table, which is small: only whoever hears much stands in it.</summary>
    public static string Forget(Func<int, string> clock) => $"DELETE FROM \"Limits\" WHERE \"Next\" < {clock(1)} AND \"Long\" < {clock(1)}";
}
