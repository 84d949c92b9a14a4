namespace PeerBot.Storage.Rows;

/// <summary>Everything that one turn writes, ready to be bound: no serializing is left to whoever holds the database's lock.</summary>
internal sealed class WriteSet
{
    /// <summary>Sorted by table and key, so that two commits never wait for each other crosswise.</summary>
    public required IReadOnlyList<RowWrite> Rows { get; init; }

    public required IReadOnlyList<OutboxInsert> Outbox { get; init; }

    /// <summary>Outbox rows that this turn has dealt with.</summary>
    public required IReadOnlyList<long> Completed { get; init; }

    public required IReadOnlyList<string> InboxKeys { get; init; }

    /// <summary>Protected; null when there is nothing to answer with.</summary>
    public required byte[]? Answer { get; init; }

    /// <summary>Ticks of the turn's clock.</summary>
    public required long Now { get; init; }
}

/// <param name="Row">With a claim when it is due already.</param>
/// <param name="Body">Protected body of the row.</param>
/// <param name="Self">What the claims of this process begin with.</param>
/// <param name="Patience">Up to when an earlier row of the same conversation is due that this one waits for.</param>
internal sealed record OutboxInsert(OutboxRow Row, byte[] Body, string Self, long Patience)
{
    public static readonly IReadOnlyList<ColumnKind> Kinds =
        [.. Tables.Outbox.Columns.Where(column => !column.Key).Take(10).Select(column => column.Kind), ColumnKind.Text, ColumnKind.Number];

    /// <summary>Parameters of <see cref="OutboxSql.Insert"/>.</summary>
    public object?[] Values() =>
    [
        (long)Row.Kind, Row.Person?.Value, Row.ConversationId, Row.Due.ToUnixTimeTicks(), (long)Row.Attempts, Row.Claim?.By,
        Row.Claim?.Until.ToUnixTimeTicks() ?? 0, Row.CreatedAt.ToUnixTimeTicks(), Body, Row.Held, Self, Patience,
    ];
}
