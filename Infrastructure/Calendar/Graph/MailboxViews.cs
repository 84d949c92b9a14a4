using NodaTime;
using NodaTime.Extensions;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Calendar;

/// <summary>
/// What stands in a mailbox, read once for all who look at the same moment: where one mailbox organises every meeting, hundreds of cycles
/// ask for it together. So is that it cannot be read: otherwise each would wait for that by itself, one after the other.
/// </summary>
internal sealed class MailboxViews(GraphEvents events, TimeProvider time) : IDisposable
{
    private static readonly Duration Fresh = Duration.FromSeconds(30);

    private readonly SemaphoreSlim oneAtATime = new(1);
    private View? last;

    public async Task<IReadOnlyDictionary<string, string?>> ReadAsync(string mailbox, Interval window, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            if (last is { } kept && kept.Mailbox == mailbox && kept.At + Fresh > Now() && Covers(kept.Window, window))
                return kept.Found ?? throw new CalendarUnavailableException("Graph gave no usable calendar view a moment ago.", inner: null, kept.RetryAfter);
            return await LookAsync(mailbox, window, cancellation);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<IReadOnlyDictionary<string, string?>> LookAsync(string mailbox, Interval window, CancellationToken cancellation)
    {
        try
        {
            var found = await events.ViewAsync(mailbox, window, cancellation);
            last = new View(mailbox, window, Now(), found);
            return found;
        }
        catch (Exception failure) when (failure is CalendarUnavailableException or GraphAnswerException or OperationCanceledException)
        {
            last = new View(mailbox, window, Now(), Found: null, (failure as CalendarUnavailableException)?.RetryAfter);
            throw;
        }
    }

    private Instant Now() => time.GetUtcNow().ToInstant();

    private static bool Covers(Interval wide, Interval narrow) => wide.Start <= narrow.Start && wide.End >= narrow.End;

    /// <param name="Found">Null: it could not be read.</param>
    private sealed record View(string Mailbox, Interval Window, Instant At, Dictionary<string, string?>? Found, Duration? RetryAfter = null);
}
