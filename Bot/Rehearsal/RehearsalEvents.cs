using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;

namespace PeerBot.Bot.Rehearsal;

/// <summary>What has just happened, to every page that is open: one stream of server-sent events for all people.</summary>
internal sealed class RehearsalEvents
{
    private readonly ConcurrentDictionary<Channel<SseItem<string>>, bool> pages = new();

    public void Publish(string name, object what)
    {
        var item = new SseItem<string>(JsonSerializer.Serialize(what, RehearsalJson.Options), name);
        foreach (var page in pages.Keys)
            page.Writer.TryWrite(item);
    }

    public async IAsyncEnumerable<SseItem<string>> ListenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var page = Channel.CreateUnbounded<SseItem<string>>();
        pages[page] = true;
        try
        {
            // A first item sends the headers, so that the page knows that it misses nothing from here on.
            yield return new SseItem<string>("{}", "ready");
            while (await WaitAsync(page.Reader, cancellation))
            {
                while (page.Reader.TryRead(out var item))
                    yield return item;
            }
        }
        finally
        {
            pages.TryRemove(page, out _);
        }
    }

    /// <summary>False when the page has gone or the product stops: neither is a fault.</summary>
    private static async Task<bool> WaitAsync(ChannelReader<SseItem<string>> reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.WaitToReadAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
