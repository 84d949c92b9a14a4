using System.Collections.Concurrent;

namespace PeerBot.Storage.Sqlite;

/// <summary>Sessions that read, open and with their statements prepared. A read does not wait: it takes one or opens one.</summary>
internal sealed class SqliteReaders(string path) : IDisposable
{
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private volatile bool _closed;

    /// <exception cref="ObjectDisposedException">The database was closed.</exception>
    public T Read<T>(Func<SqliteSession, T> read)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        var session = _idle.TryTake(out var idle) ? idle : SqliteSession.OpenReader(path);
        try
        {
            return read(session);
        }
        finally
        {
            _idle.Add(session);
            if (_closed)
                Dispose();
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var session))
            session.Dispose();
    }
}
