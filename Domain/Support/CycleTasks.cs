using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

/// <summary>What waits for a coordinator because of one cycle.</summary>
internal sealed class CycleTasks(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <param name="by">Null when it settled itself.</param>
    public async Task DoneAsync(Cycle cycle, PersonId? by, params IReadOnlyList<TaskKind> kinds)
    {
        foreach (var task in await stores.OpenTasksAsync(cycle.Programme.Id))
        {
            if (task.Subject == cycle.Id.ToString() && kinds.Contains(task.Kind))
            {
                stores.Save(task with { DoneAt = turn.Now, DoneBy = by });
            }
        }
    }
}
