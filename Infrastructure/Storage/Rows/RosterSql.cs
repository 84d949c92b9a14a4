namespace PeerBot.Storage.Rows;

/// <summary>Supporters of a programme with who they are and where they work: person, then version and body of the three.</summary>
internal static class RosterSql
{
    private const string Select =
        """
        SELECT s."Person", s."Version", s."Body", p."Version", p."Body", o."Version", o."Body"
        FROM "Supporters" s JOIN "People" p ON p."Id" = s."Person" LEFT JOIN "Organisations" o ON o."Id" = p."Organisation"
        WHERE s."Programme" = $1
        """;

    /// <summary>Parameter: programme.</summary>
    public static readonly string All = Select;

    /// <summary>What has changed in any of the three. Parameters: programme, since.</summary>
    public static readonly string Changes =
        $"""
        {Select} AND s."ChangedAt" > $2
        UNION ALL
        {Select} AND p."ChangedAt" > $2
        UNION ALL
        {Select} AND o."ChangedAt" > $2
        """;
}
