using NodaTime;
using PeerBot.Domain.Matching;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

public abstract record Keeping
{
    private Keeping()
    {
    }

    public sealed record Kept(SupportRequest Request) : Keeping;

    public sealed record MayNot(Standing Standing) : Keeping;
}

/// <summary>
/// Nobody is free: the request is kept, the coordinator knows of it, and its person is told when a supporter becomes free (U-01). There
/// is no queue to stand in, and no position: whoever is told chooses for themselves.
/// </summary>
public sealed class KeptRequests(Turn turn)
{
    /// <summary>A supporter may become free at any time, and in several ways; looking every hour finds them all.</summary>
    private static readonly Duration LookEvery = Duration.FromHours(1);

    private readonly IStores stores = turn.Stores;

    public async Task<Keeping> KeepAsync(Person person, Organisation? school, Programme programme, RequestDraft draft)
    {
        var support = new RequestSupport(turn);
        if (await support.StandingAsync(person, school, programme) is not Standing.MayAsk and var standing)
        {
            return new Keeping.MayNot(standing);
        }

        var open = await support.ChoosableAsync(person.Id, programme);
        var request = open switch
        {
            // An ask that still runs goes on beside the wish to hear of others.
            { State: RequestState.Asking or RequestState.Unmatched } => open,
            _ => await support.TakeAsync(open, person.Id, programme, draft with { Preferences = [] }, RequestState.Open),
        };
        if (open is not { Looking: true })
        {
            stores.Send(new Errand.LookForFree(request.Id), await NextLookAsync(request));
        }

        request = request with { Looking = true };
        stores.Save(request);
        await new CoordinatorTasks(turn).OpenAsync(TaskKind.Unmatched, programme.Id, person.Id, request.Id.ToString());
        return new Keeping.Kept(request);
    }

    /// <summary>Whether the request still is one whose person waits to hear of somebody free.</summary>
    public static bool StillLooks(SupportRequest request) => request is { IsOpen: true, Looking: true, WaitsForCoordinator: false };

    public async Task<bool> SomebodyIsFreeAsync(SupportRequest request) => (await new WhoIsFree(turn).BesidesAsync(request)).Count > 0;

    public void Told(SupportRequest request) => stores.Save(request with { Looking = false });

    /// <summary>In an hour, or when the person may next be written to.</summary>
    public async Task<Instant> NextLookAsync(SupportRequest request)
    {
        var later = new Hours(turn with { Now = turn.Now + LookEvery }, turn.Programme(request.Programme));
        return await later.NextContactAsync(request.Requester);
    }
}
