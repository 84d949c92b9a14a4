using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

/// <summary>
/// Where both give and receive, somebody can have invited others while they are invited. Once two are together, what they asked of each
/// other is over without a word, and whoever has no room any more neither waits for a yes nor keeps others waiting (S3-06).
/// </summary>
internal sealed class CrossedInvitations(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <param name="accepted">The ask that brought them together.</param>
    public async Task SettleAsync(Cycle cycle, Ask accepted)
    {
        foreach (var person in cycle.People)
        {
            var isFull = await stores.SupporterAsync(person, cycle.Programme.Id) is { HasRoom: false };
            foreach (var request in (await stores.OpenRequestsAsync(person)).Where(one => one.Programme.Id == cycle.Programme.Id && one.Id != accepted.Request))
            {
                var between = (await stores.AsksOfAsync(request.Id)).FirstOrDefault(ask => ask.IsOpen && cycle.Others(person).Contains(ask.Supporter));
                if (between is not null)
                {
                    stores.Save(between with { State = AskState.Overtaken });
                    stores.Save(request with { State = RequestState.Withdrawn });
                }
                else if (isFull)
                {
                    await new RequestSupport(turn).EndAsync(request, askWhy: false);
                }
            }

            if (isFull)
            {
                await new OvertakeAsks(turn).OfAsync(person, cycle.Programme.Id, but: accepted.Id);
            }
        }
    }
}
