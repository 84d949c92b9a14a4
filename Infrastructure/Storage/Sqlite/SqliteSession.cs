using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PeerBot.Storage.Sqlite;

/// <summary>One connection with its prepared statements, for one thread at a time.</summary>
/// <remarks>
/// Straight on the C interface: on the path of every turn the ADO.NET layer costs more than SQLite itself. EF Core, which only
/// migrates, has connections of its own.
/// </remarks>
internal sealed class SqliteSession : IDisposable
{
    // A small cache each: after every commit what a reader has kept is out of date.
    private const string ReaderSettings =
        "PRAGMA busy_timeout = 10000; PRAGMA query_only = 1; PRAGMA cache_size = -1000;";

    // FULL: a commit that was answered survives a power cut. The write-ahead log is copied back after 16 MB and not after the usual
    // 4 MB, since each copying waits for the disk. What is deleted is overwritten, not only unlinked.
    private const string WriterSettings =
        "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; " +
        "PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 4000; PRAGMA secure_delete = ON;";

    private readonly Dictionary<string, SqliteStatement> _statements = [];

    static SqliteSession() => Batteries_V2.Init();

    private SqliteSession(sqlite3 handle) => Handle = handle;

    public sqlite3 Handle { get; }

    /// <summary>How many rows the last statement touched that was no select.</summary>
    public int Changes => raw.sqlite3_changes(Handle);

    public bool InTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    public static SqliteSession OpenReader(string path) => Open(path, ReaderSettings, create: false);

    public static SqliteSession OpenWriter(string path) => Open(path, WriterSettings, create: true);

    /// <summary>Prepared at its first use, ready to bind.</summary>
    public SqliteStatement Statement(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            // Both engines share statements: $1 is PostgreSQL's; to SQLite it would be a name, ?1 is the first parameter.
            Check(raw.sqlite3_prepare_v3(Handle, sql.Replace('$', '?'), raw.SQLITE_PREPARE_PERSISTENT, out var handle));
            _statements.Add(sql, statement = new SqliteStatement(Handle, handle));
        }

        return statement;
    }

    /// <summary>Runs a statement that is used again and again.</summary>
    /// <returns>How many rows it touched.</returns>
    public int Run(string sql, params ReadOnlySpan<object?> parameters)
    {
        using var statement = Statement(sql);
        statement.Bind(parameters);
        statement.Step();
        return Changes;
    }

    public IReadOnlyList<T> Rows<T>(string sql, ReadOnlySpan<object?> parameters, Func<IRow, T> read)
    {
        var rows = new List<T>();
        Each(sql, parameters, row => rows.Add(read(row)));
        return rows;
    }

    public void Each(string sql, ReadOnlySpan<object?> parameters, Action<IRow> read)
    {
        using var statement = Statement(sql);
        statement.Bind(parameters);
        while (statement.Step())
            read(statement);
    }

    /// <summary>Runs a script once.</summary>
    public void RunScript(string sql) => Check(raw.sqlite3_exec(Handle, sql));

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Close();
        Handle.Dispose();
    }

    private static SqliteSession Open(string path, string settings, bool create)
    {
        var flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX | (create ? raw.SQLITE_OPEN_CREATE : 0);
        var result = raw.sqlite3_open_v2(path, out var handle, flags, null);
        var session = new SqliteSession(handle);
        try
        {
            session.Check(result);
            session.RunScript(settings);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, Handle);
    }
}
