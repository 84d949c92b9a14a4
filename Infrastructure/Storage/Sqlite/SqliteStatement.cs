using Microsoft.Data.Sqlite;
using PeerBot.Storage.Rows;
using SQLitePCL;

namespace PeerBot.Storage.Sqlite;

/// <summary>A prepared statement of one session. Disposing makes it ready for its next use; the session closes it.</summary>
internal sealed class SqliteStatement(sqlite3 database, sqlite3_stmt statement) : IRow, IDisposable
{
    public void Bind(ReadOnlySpan<object?> parameters)
    {
        for (var i = 0; i < parameters.Length; i++)
            Bind(i + 1, parameters[i]);
    }

    /// <param name="kind">What bytes are: a text in UTF-8, or just bytes.</param>
    public void Bind(int at, object? value, ColumnKind kind = ColumnKind.Bytes) => Check(value switch
    {
        null => raw.sqlite3_bind_null(statement, at),
        long number => raw.sqlite3_bind_int64(statement, at, number),
        string text => raw.sqlite3_bind_text(statement, at, text),
        byte[] text when kind == ColumnKind.Text => raw.sqlite3_bind_text(statement, at, text.AsSpan()),
        byte[] bytes => raw.sqlite3_bind_blob(statement, at, bytes),
        _ => throw new ArgumentException($"SQLite is given text, numbers and bytes here, not {value.GetType().Name}.", nameof(value)),
    });

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

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public string? Text(int column) => IsNull(column) ? null : raw.sqlite3_column_text(statement, column).utf8_to_string();

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
