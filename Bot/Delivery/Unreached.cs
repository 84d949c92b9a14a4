using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Storage;

namespace PeerBot.Bot.Delivery;

/// <summary>
/// Errands for people whom the bot cannot reach yet. They wait in the outbox; when the person gets the bot they go out at once. Only a
/// short cut: after a restart they are found when their time comes round again. So no more than their ids is kept, and no longer than until
/// that time: whichever process does them then notes them anew.
/// </summary>
internal sealed partial class Unreached(Database database, Dispatch dispatch, IClock clock, ILogger<Unreached> logger)
{
    private static readonly Duration ForgetEvery = Duration.FromHours(1);

    private readonly ConcurrentDictionary<PersonId, ConcurrentDictionary<long, Instant>> waiting = new();
    private readonly Lock forgetting = new();
    private Instant forgotten;

    /// <summary>How many are known to wait here.</summary>
    public int Count => waiting.Values.Sum(ids => ids.Count);

    /// <param name="until">When its time comes round again.</param>
    public void Wait(PersonId person, long row, Instant until)
    {
        Forget();
        waiting.GetOrAdd(person, _ => new())[row] = until;
    }

    /// <summary>Runs them without a claim: an errand takes its row out in its own transaction, so it is done once all the same.</summary>
    public async Task ReachedAsync(PersonId person)
    {
        if (!waiting.TryRemove(person, out var ids))
        {
            return;
        }

        try
        {
            dispatch.Deliver(await database.RowsAsync(ids.Keys));
        }
#pragma warning disable CA1031 // What the person did is committed, and must not seem to have failed.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotRead(logger, exception);
        }
    }

    private void Forget()
    {
        var now = clock.GetCurrentInstant();
        lock (forgetting)
        {
            if (now - forgotten < ForgetEvery)
            {
                return;
            }

            forgotten = now;
        }

        foreach (var (person, ids) in waiting)
        {
            foreach (var (row, until) in ids)
            {
                if (until <= now)
                {
                    ids.TryRemove(row, out _);
                }
            }

            if (ids.IsEmpty)
            {
                // What is noted there at this moment comes round again, as after a restart.
                waiting.TryRemove(person, out _);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "What waited for somebody could not be read; it comes when its time comes round again")]
        public static partial void NotRead(ILogger logger, Exception exception);
    }
}
