using NodaTime;
using NodaTime.Extensions;

namespace PeerBot.Calendar;

/// <summary>
/// What stands in a mailbox, read once for all who look at the same moment: where one mailbox organises every meeting, hundreds of cycles
/// ask for it together.
/// </summary>
internal sealed class MailboxViews(GraphEvents events, TimeProvider time) : IDisposable
{
    private static readonly Duration Fresh = Duration.FromSeconds(30);

    private readonly SemaphoreSlim oneAtATime = new(1);
    private (string Mailbox, Interval Window, Instant At, Dictionary<string, string?> Found)? last;

    public async Task<IReadOnlyDictionary<string, string?>> ReadAsync(string mailbox, Interval window, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            var now = time.GetUtcNow().ToInstant();
            if (last is { } kept && kept.Mailbox == mailbox && kept.At + Fresh > now && Covers(kept.Window, window)) return kept.Found;
            var found = await events.ViewAsync(mailbox, window, cancellation);
            last = (mailbox, window, now, found);
            return found;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private static bool Covers(Interval wide, Interval narrow) => wide.Start <= narrow.Start && wide.End >= narrow.End;
}
