using System.Net.Sockets;

namespace PeerBot.Benchmarks;

/// <summary>One connection to the product, through which activities come as Teams posts them.</summary>
internal sealed class Door(Uri messages) : IDisposable
{
    private readonly string head =
        $"POST {messages.AbsolutePath} HTTP/1.1\r\nHost: {messages.Authority}\r\nContent-Type: application/json; charset=utf-8";

    private HttpWire? wire;

    /// <returns>What was answered; gone at the next post.</returns>
    /// <exception cref="HttpRequestException">It was not taken.</exception>
    public async Task<ReadOnlyMemory<byte>> PostAsync(ReadOnlyMemory<byte> activity, CancellationToken stop)
    {
        wire ??= await ConnectAsync(stop);
        await wire.WriteAsync(head, activity);
        if (await wire.ReadAsync(stop) && wire.FirstLine.Span.IndexOf(" 200 "u8) > 0)
            return wire.Body;
        var answer = System.Text.Encoding.ASCII.GetString(wire.FirstLine.Span);
        Dispose();
        throw new HttpRequestException($"The answer was: {answer}");
    }

    public void Dispose()
    {
        wire?.Dispose();
        wire = null;
    }

    private async Task<HttpWire> ConnectAsync(CancellationToken stop)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(messages.Host, messages.Port, stop);
        return new HttpWire(socket);
    }
}
