namespace PeerBot.Storage.Rows;

/// <summary>Statements of an officer's screens that yield something other than whole aggregates.</summary>
internal static class OversightSql
{
    /// <summary>Parameter: programme. Yields standing and count, from the index alone.</summary>
    public const string CountCycles =
        "SELECT \"Standing\", COUNT(*) FROM \"Cycles\" WHERE \"Programme\" = $1 AND \"Open\" = 1 GROUP BY \"Standing\"";

    /// <summary>Parameter: programme. Yields state and count, from the index alone.</summary>
    public const string CountSupporters = "SELECT \"State\", COUNT(*) FROM \"Supporters\" WHERE \"Programme\" = $1 GROUP BY \"State\"";

    /// <summary>Parameters: pattern, most. Walks through the names, which a person's turn never does.</summary>
    public const string PeopleNamed =
        """
        SELECT "Version", "Body" FROM "People" WHERE "Id" IN (SELECT "Id" FROM "People" WHERE "NameKey" LIKE $1 ESCAPE '!' ORDER BY "NameKey" LIMIT $2)
        ORDER BY "NameKey"
        """;

    /// <summary>Yields as JSON what something runs under: open requests, open cycles, and groups that may still meet. Walks through all of them.</summary>
    /// <param name="body">As the engine reads it as JSON.</param>
    public static string ProgrammesInUse(string body) =>
        $"""
        SELECT CAST({body} -> 'programme' AS text) FROM "Requests" WHERE "Open" = 1
        UNION SELECT CAST({body} -> 'programme' AS text) FROM "Cycles" WHERE "Open" = 1
        UNION SELECT CAST({body} -> 'programme' AS text) FROM "Groups" WHERE {body} ->> 'state' <> 'Closed'
        """;

    /// <summary>Parameter: person. Yields due and reason.</summary>
    public const string HeldFor =
        "SELECT \"Due\", \"Held\" FROM \"Outbox\" WHERE \"Person\" = $1 AND \"Held\" IS NOT NULL";
}
