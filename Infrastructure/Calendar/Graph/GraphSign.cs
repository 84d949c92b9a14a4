using System.Net.Sockets;

namespace PeerBot.Calendar;

/// <summary>
/// Whether Graph is there, by what its latest answers were. Where nothing was asked of it for a while, by whether its address takes a
/// connection: nothing is asked for the sake of asking.
/// </summary>
internal sealed class GraphSign(GraphOptions options, TimeProvider time) : ICalendarSign
{
    /// <summary>How long an answer says something about now.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private volatile Sign? last;

    /// <summary>Graph has answered, whatever it was; or it has not, or only a gateway before it.</summary>
    public void Note(bool answered) => last = new Sign(time.GetTimestamp(), answered);

    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        if (last is { } sign && time.GetElapsedTime(sign.At) < Fresh)
            return sign.Answered;
        var taken = await TakesConnectionAsync(cancellation);
        if (taken)
            Note(answered: true);
        return taken;
    }

    private async Task<bool> TakesConnectionAsync(CancellationToken cancellation)
    {
        var graph = options.ServiceRoot;
        var way = HttpClient.DefaultProxy.IsBypassed(graph) ? graph : HttpClient.DefaultProxy.GetProxy(graph) ?? graph;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            using var connection = new TcpClient();
            await connection.ConnectAsync(way.IdnHost, way.Port, limit.Token);
            return true;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private sealed record Sign(long At, bool Answered);
}
