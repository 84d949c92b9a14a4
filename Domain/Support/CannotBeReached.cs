using NodaTime;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

/// <summary>
/// Somebody's chat has closed: they have blocked the bot, or the app is gone. Whoever waits for them is told by the coordinator's help,
/// once for each thing that waits (U-18); what they have not answered comes again when they are back.
/// </summary>
public sealed class CannotBeReached(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <param name="again">When what they have not answered is tried again.</param>
    public async Task NoteAsync(PersonId person, Instant again)
    {
        foreach (var ask in (await stores.AsksToAsync(person)).Where(ask => ask is { State: AskState.Sent, ByEmail: false }))
        {
            var waiting = ask with { State = AskState.Queued };
            stores.Save(waiting);
            await new ArrangeByEmail(turn).AskAsync(waiting);
            stores.Send(new Errand.DeliverAsk(ask.Id), again);
        }

        await OpenTasksAsync(person);
    }

    /// <summary>For what waits for them without a question to answer: their pairs, and their own requests.</summary>
    public async Task OpenTasksAsync(PersonId person)
    {
        foreach (var cycle in await stores.OpenCyclesAsync(person))
        {
            await new ArrangeByEmail(turn).PairedAsync(cycle, person);
        }

        foreach (var request in await stores.OpenRequestsAsync(person))
        {
            await new ArrangeByEmail(turn).OfferedAsync(request);
        }
    }
}
