using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PeerBot.Benchmarks;

/// <summary>Stands where the channel's connector would be, and takes every message of the bot.</summary>
internal sealed class Connector : IAsyncDisposable
{
    /// <param name="conversation">As <see cref="Turns.Authority.NumberIn"/> reads it.</param>
    /// <param name="body">The activity; gone when this returns.</param>
    /// <param name="id">That the message gets.</param>
    public delegate void Take(int conversation, ReadOnlySpan<byte> body, string id);

    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource stopping = new();
    private readonly Take take;
    private long lastId = 1_796_000_000_000;

    public Connector(Take take)
    {
        this.take = take;
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        _ = AcceptAsync();
    }

    public string ServiceUrl => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}/";

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var connection = await listener.AcceptAsync(stopping.Token);
                connection.NoDelay = true;
                _ = ServeAsync(connection);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The benchmark is over.
        }
    }

    private async Task ServeAsync(Socket connection)
    {
        using var wire = new HttpWire(connection);
        try
        {
            while (await wire.ReadAsync(stopping.Token))
            {
                var id = Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);
                take(ConversationIn(wire.FirstLine.Span), wire.Body.Span, id);
                await wire.WriteAsync("HTTP/1.1 201 Created\r\nContent-Type: application/json", Encoding.ASCII.GetBytes($$"""{"id":"{{id}}"}"""));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The product was ended, or the benchmark is over.
        }
    }

    private static int ConversationIn(ReadOnlySpan<byte> line)
    {
        var path = line[(line.IndexOf((byte)' ') + 1)..];
        return Turns.Authority.NumberIn(Uri.UnescapeDataString(Encoding.ASCII.GetString(path[..Math.Max(0, path.LastIndexOf((byte)' '))])));
    }
}
