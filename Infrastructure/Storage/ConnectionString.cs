using System.Data.Common;

namespace PeerBot.Storage;

internal static class ConnectionString
{
    /// <exception cref="ArgumentException">Neither engine's.</exception>
    public static bool IsPostgres(string connectionString)
    {
        var words = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (words.ContainsKey("Host") || words.ContainsKey("Server"))
            return true;
        if (words.ContainsKey("Data Source") || words.ContainsKey("DataSource") || words.ContainsKey("Filename"))
            return false;
        throw new ArgumentException(
            "A connection string names a SQLite file (Data Source=peerbot.db) or a PostgreSQL server (Host=…;Database=…).",
            nameof(connectionString));
    }
}
