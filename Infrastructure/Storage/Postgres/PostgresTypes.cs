using NpgsqlTypes;
using PeerBot.Storage.Rows;

namespace PeerBot.Storage.Postgres;

internal static class PostgresTypes
{
    public static NpgsqlDbType Of(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => NpgsqlDbType.Text,
        ColumnKind.Bytes => NpgsqlDbType.Bytea,
        _ => NpgsqlDbType.Bigint,
    };
}
