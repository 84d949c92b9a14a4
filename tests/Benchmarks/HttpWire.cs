using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace PeerBot.Benchmarks;

/// <summary>
/// One connection with plain HTTP/1.1 messages that say their length: what the product and the benchmark have to say to each other, and no
/// more. The benchmark shares the processors with what it measures, and a whole HTTP client beside it would be measured as well.
/// </summary>
internal sealed class HttpWire(Socket socket) : IDisposable
{
    private byte[] buffer = new byte[16 * 1024];

    // What was received and not read yet.
    private int start;
    private int end;

    /// <summary>Of the message read last, gone at the next one.</summary>
    public ReadOnlyMemory<byte> FirstLine { get; private set; }

    /// <summary>As <see cref="FirstLine"/>.</summary>
    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <returns>False when the other side has closed.</returns>
    public async ValueTask<bool> ReadAsync(CancellationToken stop = default)
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        int head;
        while ((head = buffer.AsSpan(0, end).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await ReceiveAsync(stop))
                return false;
        }

        var (first, length) = Read(buffer.AsSpan(0, head));
        start = head + 4 + length;
        while (end < start)
        {
            if (!await ReceiveAsync(stop))
                return false;
        }

        (FirstLine, Body) = (buffer.AsMemory(0, first), buffer.AsMemory(head + 4, length));
        return true;
    }

    public async ValueTask WriteAsync(string head, ReadOnlyMemory<byte> body)
    {
        var lines = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{head}\r\nContent-Length: {body.Length}\r\n\r\n"));
        var message = new byte[lines.Length + body.Length];
        lines.CopyTo(message, 0);
        body.CopyTo(message.AsMemory(lines.Length));
        await socket.SendAsync(message);
    }

    public void Dispose() => socket.Dispose();

    /// <returns>How long the first line is, and how long the body.</returns>
    private static (int First, int Length) Read(ReadOnlySpan<byte> head)
    {
        var first = head.IndexOf("\r\n"u8);
        foreach (var line in head.Split("\r\n"u8))
        {
            const int Name = 15;
            var text = head[line];
            if (text.Length > Name && Ascii.EqualsIgnoreCase(text[..Name], "content-length:"u8))
                return (first, int.Parse(text[Name..], CultureInfo.InvariantCulture));
        }

        return (first < 0 ? head.Length : first, 0);
    }

    private async ValueTask<bool> ReceiveAsync(CancellationToken stop)
    {
        if (end == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        var received = await socket.ReceiveAsync(buffer.AsMemory(end), stop);
        end += received;
        return received > 0;
    }
}
