using NodaTime;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

/// <summary>What waits for the coordinator about one volunteer: each kind once at a time.</summary>
internal sealed class SupporterTasks(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    public async Task OpenAsync(string programmeId, TaskKind kind, PersonId person, LocalDate? day = null)
    {
        if (await FindAsync(programmeId, kind, person) is { } waiting)
        {
            if (day is not null && waiting.Day != day)
            {
                stores.Save(waiting with { Day = day });
            }

            return;
        }

        stores.Save(new CoordinatorTask(Guid.NewGuid(), programmeId, kind, turn.Now, person, Day: day));
    }

    /// <param name="by">Null: it has settled itself.</param>
    public async Task CloseAsync(string programmeId, TaskKind kind, PersonId person, PersonId? by)
    {
        foreach (var task in await AllAsync(programmeId, kind, person))
        {
            stores.Save(task with { DoneAt = turn.Now, DoneBy = by });
        }
    }

    private async Task<CoordinatorTask?> FindAsync(string programmeId, TaskKind kind, PersonId person) =>
        (await AllAsync(programmeId, kind, person)).FirstOrDefault();

    private async Task<IReadOnlyList<CoordinatorTask>> AllAsync(string programmeId, TaskKind kind, PersonId person) =>
        [.. (await stores.OpenTasksAsync(programmeId)).Where(task => task.Kind == kind && task.Person == person)];
}
