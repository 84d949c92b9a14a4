using Npgsql;

namespace PeerBot.Storage.Postgres;

internal sealed class PostgresRow(NpgsqlDataReader reader) : IRow
{
    public bool IsNull(int column) => reader.IsDBNull(column);

    public long Number(int column) => reader.GetInt64(column);

    public string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public ReadOnlySpan<byte> Bytes(int column) => reader.GetFieldValue<byte[]>(column);
}
