using Microsoft.Data.Sqlite;
using PeerBot.Storage.Rows;
using SQLitePCL;

namespace PeerBot.Storage.Sqlite;

/// <summary>A prepared statement of one session. Disposing makes it ready for its next use; the session closes it.</summary>
internal sealed class SqliteStatement(sqlite3 database, sqlite3_stmt statement) : IDisposable
{
    public void Bind(int at, string? value) =>
        Check(value is null ? raw.sqlite3_bind_null(statement, at) : raw.sqlite3_bind_text(statement, at, value));

    public void Bind(int at, long value) => Check(raw.sqlite3_bind_int64(statement, at, value));

    public void Bind(int at, byte[] value, ColumnKind kind) =>
        Check(kind == ColumnKind.Bytes
            ? raw.sqlite3_bind_blob(statement, at, value)
            : raw.sqlite3_bind_text(statement, at, value.AsSpan()));

    public void Bind(int at, object? value, ColumnKind kind)
    {
        switch (value)
        {
            case byte[] bytes: Bind(at, bytes, kind); break;
            case long number: Bind(at, number); break;
            default: Bind(at, (string?)value); break;
        }
    }

    /// <summary>True while there is a row.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result == raw.SQLITE_ROW)
            return true;
        if (result != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(result, database);
        return false;
    }

    /// <summary>Runs a statement that yields no rows.</summary>
    /// <returns>How many rows it touched.</returns>
    public int Run()
    {
        Step();
        return raw.sqlite3_changes(database);
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public string? Text(int column) => IsNull(column) ? null : raw.sqlite3_column_text(statement, column).utf8_to_string();

    /// <summary>The column's own memory: gone at the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public void Dispose()
    {
        // Reset repeats the error of the last step, which has been thrown already.
        _ = raw.sqlite3_reset(statement);
        _ = raw.sqlite3_clear_bindings(statement);
    }

    public void Close() => statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, database);
    }
}
