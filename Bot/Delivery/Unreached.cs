using System.Collections.Concurrent;
using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Storage;

namespace PeerBot.Bot.Delivery;

/// <summary>
/// Errands for people whom the bot cannot reach yet. They wait in the outbox; when the person gets the bot they go out at once. Only a
/// short cut: after a restart they are found when their time comes round again.
/// </summary>
internal sealed class Unreached(Database database, Dispatch dispatch)
{
    private readonly ConcurrentDictionary<PersonId, ConcurrentDictionary<long, int>> waiting = new();

    public void Wait(PersonId person, OutboxRow row) => waiting.GetOrAdd(person, _ => new())[row.Id] = row.Attempts;

    public async Task ReachedAsync(PersonId person, Instant now)
    {
        if (waiting.TryRemove(person, out var rows))
        {
            foreach (var (row, attempts) in rows)
            {
                await database.RetryAsync(row, now, attempts);
            }

            dispatch.Nudge();
        }
    }
}
