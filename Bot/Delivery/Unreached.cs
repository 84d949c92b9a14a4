using System.Collections.Concurrent;
using PeerBot.Domain.People;
using PeerBot.Storage;

namespace PeerBot.Bot.Delivery;

/// <summary>
/// Errands for people whom the bot cannot reach yet. They wait in the outbox; when the person gets the bot they go out at once. Only a
/// short cut: after a restart they are found when their time comes round again.
/// </summary>
internal sealed class Unreached(Dispatch dispatch)
{
    private readonly ConcurrentDictionary<PersonId, ConcurrentDictionary<long, OutboxRow>> waiting = new();

    public void Wait(PersonId person, OutboxRow row) => waiting.GetOrAdd(person, _ => new())[row.Id] = row;

    /// <summary>Runs them without a claim: an errand takes its row out in its own transaction, so it is done once all the same.</summary>
    public void Reached(PersonId person)
    {
        if (waiting.TryRemove(person, out var rows))
        {
            dispatch.Deliver([.. rows.Values.OrderBy(row => row.Id)]);
        }
    }
}
