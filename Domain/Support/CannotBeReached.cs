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

    /// <summary>What stands still until somebody has heard this, to be handed to <see cref="MissedAsync"/>; null: nothing does.</summary>
    public static Guid? WhatWaitsFor(Errand errand) => errand switch
    {
        Errand.DeliverAsk deliver => deliver.Ask.Value,
        Errand.TellPaired paired => paired.Cycle.Value,
        Errand.OfferRequest offer => offer.Request.Value,
        _ => null,
    };

    /// <param name="again">When what they have not answered is tried again.</param>
    public async Task NoteAsync(PersonId person, Instant again)
    {
        foreach (var ask in await stores.AsksToAsync(person))
        {
            await WaitAsync(ask, again);
        }

        await OpenTasksAsync(person);
    }

    /// <summary>
    /// One message has not got through to them, though their chat is open. All else that they have on their screen stays as it is: only what
    /// waits for this message is seen to.
    /// </summary>
    /// <param name="about">As <see cref="WhatWaitsFor"/> says.</param>
    /// <param name="again">As for <see cref="NoteAsync"/>.</param>
    public async Task MissedAsync(PersonId person, Guid about, Instant again)
    {
        if (await stores.AskAsync(new AskId(about)) is { } ask)
        {
            await WaitAsync(ask, again);
        }
        else if (await stores.CycleAsync(new CycleId(about)) is { IsOpen: true } cycle)
        {
            await new ArrangeByEmail(turn).PairedAsync(cycle, person);
        }
        else if (await stores.RequestAsync(new RequestId(about)) is { IsOpen: true } request)
        {
            await new ArrangeByEmail(turn).OfferedAsync(request);
        }
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

    private async Task WaitAsync(Ask ask, Instant again)
    {
        if (ask is not { State: AskState.Sent, ByEmail: false })
        {
            return;
        }

        var waiting = ask with { State = AskState.Queued, WasSent = true };
        stores.Save(waiting);
        await new ArrangeByEmail(turn).AskAsync(waiting);
        stores.Send(new Errand.DeliverAsk(ask.Id), again);
    }
}
