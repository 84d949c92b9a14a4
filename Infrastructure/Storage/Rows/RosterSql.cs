namespace PeerBot.Storage.Rows;

/// <summary>Supporters of a programme with who they are and where they work: person, then version and body of the three.</summary>
internal static class RosterSql
{
    private const string Columns =
        "SELECT s.\"Person\", s.\"Version\", s.\"Body\", p.\"Version\", p.\"Body\", o.\"Version\", o.\"Body\"";

    /// <summary>Parameter: programme.</summary>
    public const string All =
        $"""
        {Columns}
        FROM "Supporters" s JOIN "People" p ON p."Id" = s."Person" LEFT JOIN "Organisations" o ON o."Id" = p."Organisation"
        WHERE s."Programme" = $1
        """;

    /// <summary>What has changed in any of the three. Parameters: programme, since.</summary>
    /// <remarks>
    /// CROSS JOIN makes SQLite begin with the few that changed and not with the many of the programme; to PostgreSQL it is a join.
    /// </remarks>
    public const string Changes =
        $"""
        {All} AND s."ChangedAt" > $2
        UNION ALL
        {Columns}
        FROM "People" p CROSS JOIN "Supporters" s LEFT JOIN "Organisations" o ON o."Id" = p."Organisation"
        WHERE s."Programme" = $1 AND s."Person" = p."Id" AND p."ChangedAt" > $2
        UNION ALL
        {Columns}
        FROM "Organisations" o CROSS JOIN "People" p CROSS JOIN "Supporters" s
        WHERE s."Programme" = $1 AND s."Person" = p."Id" AND p."Organisation" = o."Id" AND o."ChangedAt" > $2
        """;
}
