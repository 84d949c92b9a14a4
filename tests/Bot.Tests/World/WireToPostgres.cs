using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace PeerBot.Bot.Tests.World;

/// <summary>A wire between the product and its PostgreSQL server that can be cut.</summary>
internal sealed class WireToPostgres : IAsyncDisposable
{
    private readonly TcpListener door = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> ends = [];
    private readonly NpgsqlConnectionStringBuilder server;
    private readonly Task taking;
    private volatile bool isCut;
    private int answersToLose;

    private WireToPostgres(string server)
    {
        this.server = new NpgsqlConnectionStringBuilder(server);
        door.Start();
        taking = TakeAsync();
    }

    /// <summary>The same database by way of this wire.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(server.ConnectionString)
    {
        Host = "127.0.0.1",
        Port = ((IPEndPoint)door.LocalEndpoint).Port,
        SslMode = SslMode.Disable,
    }.ConnectionString;

    /// <summary>Breaks in the middle of the next commit: the server does it, and nobody hears of it.</summary>
    /// <param name="forGood">And stays broken.</param>
    public void LoseNextCommit(bool forGood)
    {
        Volatile.Write(ref answersToLose, forGood ? 2 : 1);
    }

    public void Cut()
    {
        isCut = true;
        lock (ends)
        {
            ends.ForEach(end => end.Close());
            ends.Clear();
        }
    }

    public void Mend() => isCut = false;

    /// <param name="server">Of the database, on the server itself.</param>
    public static WireToPostgres To(string server) => new(server);

    public async ValueTask DisposeAsync()
    {
        Cut();
        door.Stop();
        await taking;
    }

    private async Task TakeAsync()
    {
        try
        {
            while (true)
                _ = CarryAsync(await door.AcceptTcpClientAsync());
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The door was closed.
        }
    }

    private async Task CarryAsync(TcpClient product)
    {
        using var near = product;
        using var far = new TcpClient { NoDelay = true };
        near.NoDelay = true;
        lock (ends)
        {
            if (isCut)
                return;
            ends.AddRange([near, far]);
        }

        try
        {
            await far.ConnectAsync(server.Host!, server.Port);
            var losing = new TaskCompletionSource();
            await Task.WhenAny(
                PassAsync(near.GetStream(), far.GetStream(), asked =>
                {
                    if (asked.IndexOf("COMMIT"u8) >= 0 && Volatile.Read(ref answersToLose) > 0)
                        losing.TrySetResult();
                    return true;
                }),
                PassAsync(far.GetStream(), near.GetStream(), _ =>
                {
                    if (!losing.Task.IsCompleted)
                        return true;
                    if (Interlocked.Exchange(ref answersToLose, 0) == 2)
                        Cut();
                    return false;
                }));
        }
        catch (Exception end) when (end is SocketException or IOException or ObjectDisposedException)
        {
            // One side has gone, and the other goes with it.
        }
    }

    /// <param name="looks">False: this does not arrive, and nothing after it.</param>
    private static async Task PassAsync(NetworkStream from, NetworkStream to, Func<ReadOnlySpan<byte>, bool> looks)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer) is var count and > 0 && looks(buffer.AsSpan(0, count)))
            await to.WriteAsync(buffer.AsMemory(0, count));
    }
}
