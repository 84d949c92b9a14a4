using NodaTime;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Errands;

/// <summary>
/// What becomes of a message for somebody who does not have the bot (U-18). It waits until they have it; where somebody else would wait
/// for them, the coordinator is asked to tell them by work e-mail.
/// </summary>
internal sealed class OutOfReach(Turn turn)
{
    /// <summary>The errand also goes out at once when the person gets the bot; this is for the case that nobody notices.</summary>
    private static readonly Duration UntilReachable = Duration.FromDays(1);

    public async Task<ErrandOutcome.Later> DecideAsync(Errand errand, PersonId to)
    {
        var byEmail = new ArrangeByEmail(turn);
        switch (errand)
        {
            case Errand.DeliverAsk deliver when await turn.Stores.AskAsync(deliver.Ask) is { } ask:
                await byEmail.AskAsync(ask);
                break;
            case Errand.TellPaired paired when await turn.Stores.CycleAsync(paired.Cycle) is { IsOpen: true } cycle:
                await byEmail.PairedAsync(cycle, to);
                break;
            case Errand.OfferRequest offer when await turn.Stores.RequestAsync(offer.Request) is { } request:
                await byEmail.OfferedAsync(request);
                break;
            default:
                await new CannotBeReached(turn).OpenTasksAsync(to);
                break;
        }

        return new ErrandOutcome.Later(turn.Now + UntilReachable, Failed: true);
    }
}
